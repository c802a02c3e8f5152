import { isPublic } from '../../oauth/client.ts'
import { authorizationServer, client } from '../../oauth/roles.ts'
import { rfc } from '../../oauth/section.ts'
import type { ExchangeStep, Setting } from '../flow.ts'
import { challengeMethodOf, clientOf, redirectUriOf } from '../setting.ts'
import { clientPost, originOf } from './client-authentication.ts'
import { readTokenResponse } from './token-response.ts'

/** The code for tokens (RFC 6749 4.1.3, RFC 7636 4.5). */
export const tokenRequest = (setting: Setting): ExchangeStep => ({
  kind: 'exchange',
  id: 'token',
  from: client,
  to: authorizationServer,
  action: 'Send token request',
  says: isPublic(clientOf(setting))
    ? 'The script swaps the code for tokens. It has no secret; the verifier is what shows that it asked.'
    : 'The client swaps the code for tokens, directly with the server. The browser never sees this message.',
  section: rfc(6749, '4.1.3'),
  startOver: 'make',
  prepare: ({ code = '', code_verifier }) =>
    clientPost(
      setting.parties.server.token_endpoint,
      clientOf(setting),
      [
        ['grant_type', 'authorization_code'],
        ['code', code],
        ['redirect_uri', redirectUriOf(setting)],
        ...(challengeMethodOf(setting) && code_verifier ? [['code_verifier', code_verifier] as const] : []),
      ],
      originOf(clientOf(setting), setting.parties.site),
    ),
  read: readTokenResponse,
})
