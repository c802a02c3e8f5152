import { fail, pass } from '../../oauth/check.ts'
import { seconds } from '../../oauth/clock.ts'
import { rfc } from '../../oauth/section.ts'
import { codeCheck } from '../facts/code.ts'

export const codeNotExpired = codeCheck({
  id: 'code-not-expired',
  title: 'The code has not expired',
  section: rfc(6749, '4.1.2'),
  needs: ['code'],
  judge: ({ server, code: { record } }) => {
    const age = seconds(server.clock) - record.issued_at
    const lifetime = record.expires_at - record.issued_at
    if (age < lifetime) return pass({}, `${age} s of ${lifetime} s old`)
    return fail({
      error: 'invalid_grant',
      description: 'The authorization code is not valid.',
      expected: `less than ${lifetime} s old`,
      received: `${age} s old`,
      hint: 'A code is meant to be redeemed at once: the shorter it lives, the less a leaked one is worth.',
      parameter: 'code',
    })
  },
})
