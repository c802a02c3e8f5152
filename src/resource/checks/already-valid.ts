import { type Fail, fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { apiCheck } from '../facts.ts'
import { shown } from '../shown.ts'

/** How far the clocks of the API and of the issuer may differ, in seconds (RFC 7519 4.1.5). */
const leeway = 60

/** `nbf` and `iat`, where they are there, do not lie in the future (RFC 7519 4.1.5 and 4.1.6). */
export const alreadyValid = apiCheck({
  id: 'already-valid',
  title: 'The token is not from the future',
  section: rfc(7519, '4.1.5'),
  needs: ['jwt'],
  judge: ({ jwt, now }) => {
    const { iat, nbf } = jwt.payload
    return judgeTime('nbf', nbf, now) ?? judgeTime('iat', iat, now) ?? pass({ begun: true }, age(iat, now))
  },
})

function judgeTime(claim: string, time: unknown, now: number): Fail | undefined {
  if (time === undefined || (typeof time === 'number' && time <= now + leeway)) return undefined
  const isNumber = typeof time === 'number'
  return fail({
    error: 'invalid_token',
    description: isNumber
      ? 'The access token is not valid yet.'
      : 'The access token has a time that is no number.',
    expected: `${claim} at ${now} or before, ${leeway} s of leeway`,
    received: `${claim} ${shown(time)}`,
    hint: isNumber
      ? 'The clocks of this API and of the issuer differ, or the token was made to be used later.'
      : 'A time in a JWT is a number of seconds since 1970 (RFC 7519 2).',
    parameter: 'Authorization',
  })
}

const age = (iat: unknown, now: number): string =>
  typeof iat === 'number' ? `issued ${Math.max(0, Math.floor(now - iat))} s ago` : 'no iat'
