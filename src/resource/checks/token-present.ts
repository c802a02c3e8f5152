import { readAuthorization } from '../../http/authorization.ts'
import { headerOf } from '../../http/message.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { apiCheck } from '../facts.ts'
import { shown } from '../shown.ts'

/** `Bearer`, in any case, and a token (RFC 6750 2.1, RFC 9110 11.1). Without one: 401 and no error code (3.1). */
export const tokenPresent = apiCheck({
  id: 'token-present',
  title: 'An access token in the Authorization header',
  section: rfc(6750, '2.1'),
  needs: [],
  judge: ({ request }) => {
    const value = headerOf(request, 'authorization')
    const { scheme, credentials: token = '' } = readAuthorization(value) ?? {}
    if (scheme?.toLowerCase() !== 'bearer')
      return fail({
        expected: 'Authorization: Bearer …',
        received: value === undefined ? 'no Authorization header field' : `the scheme ${shown(scheme)}`,
        hint: 'Send the access token as “Authorization: Bearer ” and the token.',
        parameter: 'Authorization',
      })
    if (token === '')
      return fail({
        error: 'invalid_request',
        description: 'There is no token after the word Bearer.',
        expected: 'Authorization: Bearer …',
        received: 'Bearer alone',
        hint: 'Put the access token after the word Bearer.',
        parameter: 'Authorization',
      })
    return pass({ token }, `${token.length} characters`)
  },
})
