import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { apiCheck } from '../facts.ts'
import { issuerUnavailable, isUnavailable } from '../unavailable.ts'

/**
 * The issuer says that the token is active (RFC 7662 2.2): only it knows of a revocation. Asked only about a token
 * that has passed every check before this one.
 */
export const introspectedActive = apiCheck({
  id: 'introspected-active',
  title: 'The issuer says that the token is active',
  section: rfc(7662, '2.2'),
  needs: ['token', 'typ', 'verified', 'iss', 'aud', 'exp', 'begun'],
  judge: async ({ token, issuer }) => {
    const answer = await issuer.introspect(token)
    if (isUnavailable(answer)) return issuerUnavailable(answer)
    if (answer.active) return pass({}, 'active at this moment')
    return fail({
      error: 'invalid_token',
      description: 'The access token is no longer active.',
      expected: 'active true',
      received: 'active false',
      hint: 'The token was revoked, or everything that its authorization bought was. Begin a new authorization.',
      parameter: 'Authorization',
    })
  },
})
