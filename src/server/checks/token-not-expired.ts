import { fail, pass } from '../../oauth/check.ts'
import { seconds } from '../../oauth/clock.ts'
import { rfc } from '../../oauth/section.ts'
import { foundTokenCheck } from '../facts/found-token.ts'

export const tokenNotExpired = foundTokenCheck({
  id: 'token-not-expired',
  title: 'The token has not expired',
  section: rfc(7662, '2.2'),
  needs: ['found'],
  judge: ({ server, found }) => {
    const left = found.record.expires_at - seconds(server.clock)
    if (left > 0) return pass({}, `${left} s left`)
    return fail({
      expected: `a time before ${found.record.expires_at}`,
      received: `${seconds(server.clock)}, which is ${-left} s late`,
      hint: 'Its time is over.',
      parameter: 'token',
    })
  },
})
