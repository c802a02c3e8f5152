import { fail, pass } from '../../oauth/check.ts'
import { seconds } from '../../oauth/clock.ts'
import { rfc } from '../../oauth/section.ts'
import { refreshCheck } from '../facts/refresh-token.ts'

export const refreshTokenNotExpired = refreshCheck({
  id: 'refresh-token-not-expired',
  title: 'The refresh token has not expired',
  section: rfc(6749, '5.2'),
  needs: ['refreshToken'],
  judge: ({ server, refreshToken: { record } }) => {
    const age = seconds(server.clock) - record.issued_at
    const lifetime = record.expires_at - record.issued_at
    if (age < lifetime) return pass({}, `${age} s of ${lifetime} s old`)
    return fail({
      error: 'invalid_grant',
      description: 'The refresh token is not valid.',
      expected: `less than ${lifetime} s old`,
      received: `${age} s old`,
      hint: 'The person has to be asked again, with a new authorization request.',
      parameter: 'refresh_token',
    })
  },
})
