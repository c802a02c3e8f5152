import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { refreshCheck } from '../facts/refresh-token.ts'

export const refreshTokenKnown = refreshCheck({
  id: 'refresh-token-known',
  title: 'The refresh token is one that this server issued',
  section: rfc(6749, '6'),
  needs: [],
  judge: async ({ server, fields }) => {
    const text = parameterOf(fields, 'refresh_token')
    const entry = text === undefined ? undefined : await server.store.get('refresh_token', text)
    if (text !== undefined && entry) {
      return pass({ refreshToken: { text, ...entry }, authorizationId: entry.record.authorization })
    }
    return fail({
      error: text === undefined ? 'invalid_request' : 'invalid_grant',
      description:
        text === undefined ? 'The refresh_token parameter is missing.' : 'The refresh token is not valid.',
      expected: 'a refresh token from a token response of this server',
      received: text ?? 'none',
      hint: 'No refresh token with this value was ever issued here, or it expired more than a day ago.',
      parameter: 'refresh_token',
    })
  },
})
