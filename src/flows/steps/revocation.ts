import { authorizationServer, client } from '../../oauth/roles.ts'
import { rfc } from '../../oauth/section.ts'
import type { ExchangeStep, Setting } from '../flow.ts'
import { clientOf } from '../setting.ts'
import { clientPost, originOf } from './client-authentication.ts'

/** The refresh token given back (RFC 7009 2.1). */
export const revoke = (setting: Setting): ExchangeStep => ({
  kind: 'exchange',
  id: 'revoke',
  from: client,
  to: authorizationServer,
  action: 'Revoke the refresh token',
  says: 'The refresh token is given back: no new tokens will come of this authorization.',
  section: rfc(7009, '2.1'),
  prepare: ({ refresh_token = '' }) =>
    clientPost(
      setting.parties.server.revocation_endpoint,
      clientOf(setting),
      [
        ['token', refresh_token],
        ['token_type_hint', 'refresh_token'],
      ],
      originOf(clientOf(setting), setting.parties.site),
    ),
  goesOn: true,
  read: async ({ response }) => ({ learned: {}, checks: [], done: response.status === 200 }),
})
