import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { bearerCheck } from '../facts/bearer.ts'
import { paths, urlOf } from '../paths.ts'

/** After the scope, so that a token without openid is told what it lacks and not for whom it is. */
export const accessTokenAudience = bearerCheck({
  id: 'access-token-audience',
  title: 'The access token is meant for UserInfo',
  section: rfc(9068, '4'),
  needs: ['jwt'],
  judge: ({ server, jwt }) => {
    const expected = urlOf(server.configuration.issuer, paths.userinfo)
    const { aud } = jwt.payload
    const audiences = Array.isArray(aud) ? aud : [aud]
    if (audiences.includes(expected)) return pass({}, expected)
    return fail({
      error: 'invalid_token',
      description: 'The access token is not valid.',
      expected: `${expected} in aud`,
      received: `aud ${audiences.join(' ')}`,
      hint: 'A token for one resource must not open another.',
      parameter: 'Authorization',
    })
  },
})
