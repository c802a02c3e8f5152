import { readAuthorization } from '../../http/authorization.ts'
import { headerOf } from '../../http/message.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { bearerCheck } from '../facts/bearer.ts'
import { tokenInBody } from './one-bearer-method.ts'

/** Without any token there is no error code: the request only lacks authentication (RFC 6750 3.1). */
export const bearerPresent = bearerCheck({
  id: 'bearer-present',
  title: 'There is an access token',
  section: rfc(6750, '3.1'),
  needs: [],
  judge: ({ request, fields }) => {
    const field = headerOf(request, 'authorization')
    const authorization = readAuthorization(field)
    const isBearer = authorization?.scheme.toLowerCase() === 'bearer'
    const token = isBearer ? authorization.credentials : tokenInBody({ request, fields })
    if (token !== undefined && /^[A-Za-z0-9\-._~+/]+=*$/.test(token)) return pass({ token })
    const expected = 'Authorization: Bearer, and the token'
    const parameter = 'Authorization'
    if (token === undefined) {
      return fail({
        expected,
        received: field === undefined ? 'none' : `the scheme ${authorization?.scheme ?? '(none)'}`,
        hint: 'Claims about a person are told only to who holds an access token for them.',
        parameter,
      })
    }
    return fail({
      error: 'invalid_token',
      description: 'The access token is malformed.',
      expected,
      received: field ?? token,
      hint: 'A bearer token is letters, digits and -._~+/ with = at its end (RFC 6750 2.1).',
      parameter,
    })
  },
})
