import { requestTo } from '../../http/message.ts'
import { authorizationServer, client } from '../../oauth/roles.ts'
import { oidcCore, oidcDiscovery } from '../../oauth/section.ts'
import type { ExchangeStep, LocalStep, Setting } from '../flow.ts'
import { clientOf } from '../setting.ts'
import { originOf } from './client-authentication.ts'
import { judgeIdToken } from './id-token.ts'

/** The server's public keys (OIDC Discovery 3, jwks_uri). */
export const fetchKeys = (setting: Setting): ExchangeStep => ({
  kind: 'exchange',
  id: 'keys',
  from: client,
  to: authorizationServer,
  action: 'Fetch the server’s keys',
  says: 'The public keys that the ID Token’s signature is checked with. Anybody may have them.',
  section: oidcDiscovery('3'),
  prepare: () =>
    requestTo(setting.parties.server.jwks_uri, {
      headers: originOf(clientOf(setting), setting.parties.site),
    }),
  read: async ({ response }) => ({
    learned: response.status === 200 ? { jwks: response.body } : {},
    checks: [],
    done: response.status === 200,
  }),
})

/** The ID Token, rule by rule (OIDC Core 3.1.3.7). A token that fails signs nobody in, and all begins anew. */
export const idToken = (setting: Setting): LocalStep => ({
  kind: 'local',
  id: 'id-token',
  by: client,
  action: 'Judge the ID Token',
  did: 'judge ID token',
  says: 'Rule by rule: who issued it, for whom, when, in answer to which request, and who signed it. Only then is somebody signed in.',
  section: oidcCore('3.1.3.7'),
  startOver: 'make',
  work: (known, { clock }) =>
    judgeIdToken(known, {
      issuer: setting.parties.server.issuer,
      client_id: clientOf(setting).client_id,
      alg: clientOf(setting).id_token_signed_response_alg ?? 'RS256',
      clock,
    }),
})
