import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { apiCheck } from '../facts.ts'
import { shown } from '../shown.ts'

/** The current time is before `exp`, without leeway (RFC 9068 4, RFC 7519 4.1.4). */
export const notExpired = apiCheck({
  id: 'not-expired',
  title: 'The token has not expired',
  section: rfc(9068, '4'),
  needs: ['jwt'],
  judge: ({ jwt, now, introspects }) => {
    const { exp } = jwt.payload
    if (typeof exp !== 'number')
      return fail({
        error: 'invalid_token',
        description: 'The access token does not say when it expires.',
        expected: 'exp, in seconds since 1970',
        received: `exp ${shown(exp)}`,
        hint: 'An access token must carry exp as a number (RFC 9068 2.2): without it, it would live for ever.',
        parameter: 'Authorization',
      })
    if (now < exp) {
      const note = `expires in ${Math.ceil(exp - now)} s`
      return pass({ exp }, introspects ? note : `${note}; until then it works here even if it is revoked`)
    }
    return fail({
      error: 'invalid_token',
      description: 'The access token expired.',
      expected: `a token that expires after ${now}`,
      received: `exp ${exp}, ${Math.floor(now - exp)} s ago`,
      hint: 'Use the refresh token to get a new access token.',
      parameter: 'Authorization',
    })
  },
})
