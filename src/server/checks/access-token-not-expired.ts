import { fail, pass } from '../../oauth/check.ts'
import { seconds } from '../../oauth/clock.ts'
import { rfc } from '../../oauth/section.ts'
import { bearerCheck } from '../facts/bearer.ts'

export const accessTokenNotExpired = bearerCheck({
  id: 'access-token-not-expired',
  title: 'The access token has not expired',
  section: rfc(9068, '4'),
  needs: ['jwt'],
  judge: ({ server, jwt }) => {
    const left = Number(jwt.payload.exp) - seconds(server.clock)
    if (left > 0) return pass({}, `${left} s left`)
    return fail({
      error: 'invalid_token',
      description: 'The access token expired.',
      expected: `a time before exp, ${jwt.payload.exp}`,
      received: `${seconds(server.clock)}, which is ${-left} s late`,
      hint: 'A refresh token gets a new one without asking the person again.',
      parameter: 'Authorization',
    })
  },
})
