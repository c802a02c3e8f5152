import { authorizationServer, client } from '../../oauth/roles.ts'
import { rfc } from '../../oauth/section.ts'
import type { ExchangeStep, Setting } from '../flow.ts'
import { clientOf } from '../setting.ts'
import { clientPost, originOf } from './client-authentication.ts'
import { judgeRefreshed } from './refreshed-id-token.ts'
import { readTokenResponse } from './token-response.ts'

/** A refresh token for new tokens (RFC 6749 6). */
export const refresh = (setting: Setting): ExchangeStep => ({
  kind: 'exchange',
  id: 'refresh',
  from: client,
  to: authorizationServer,
  action: 'Refresh the tokens',
  says: 'A new access token without anybody at the browser. The refresh token is used up and replaced; whoever shows the old one again ends the whole family.',
  section: rfc(6749, '6'),
  prepare: ({ refresh_token = '' }) =>
    clientPost(
      setting.parties.server.token_endpoint,
      clientOf(setting),
      [
        ['grant_type', 'refresh_token'],
        ['refresh_token', refresh_token],
      ],
      originOf(clientOf(setting), setting.parties.site),
    ),
  goesOn: true,
  read: async (exchange, known) => judgeRefreshed(known, await readTokenResponse(exchange)),
})

/** The same once more, after revocation. Expected to be refused: what counts is that it was asked. */
export const refreshAgain = (setting: Setting): ExchangeStep => ({
  ...refresh(setting),
  id: 'refresh-again',
  action: 'Try to refresh again',
  says: 'What revocation stops: the refresh token is dead, and no new tokens come of it.',
  read: async () => ({ learned: {}, checks: [], done: true }),
})
