import { type DecodedJwt, decodeJwt } from '../../jwt/decode.ts'
import { checkOver, fail, pass, runChecks } from '../../oauth/check.ts'
import { oidcCore } from '../../oauth/section.ts'
import type { Known, Reading } from '../flow.ts'

interface Facts {
  readonly first: DecodedJwt | undefined
  readonly refreshed: DecodedJwt | undefined
}

const check = checkOver<Facts, keyof Facts>()

/** One claim that a refreshed ID Token must share with the first one. */
const same = (claim: 'iss' | 'sub' | 'aud' | 'auth_time') =>
  check({
    id: `refreshed-id-token-${claim}`,
    title: `${claim} is as in the first ID Token`,
    section: oidcCore('12.2'),
    needs: [],
    judge: ({ first, refreshed }) => {
      const [expected, received] = [first, refreshed].map((jwt) => JSON.stringify(jwt?.payload[claim]))
      return expected === received
        ? pass()
        : fail({
            expected: expected ?? `no ${claim}`,
            received: received ?? `no ${claim}`,
            hint: 'A refresh continues one sign-in. A token of another is not to be believed.',
          })
    },
  })

const refreshedChecks = [same('iss'), same('sub'), same('aud'), same('auth_time')]

/** Judges the ID Token that a refresh brought against the first one (OIDC Core 12.2); none is no fault. */
export async function judgeRefreshed(known: Known, reading: Reading): Promise<Reading> {
  const { id_token, ...others } = reading.learned
  if (id_token === undefined || known.id_token === undefined) return reading
  const facts = { first: decodeJwt(known.id_token), refreshed: decodeJwt(id_token) }
  const { accepted, results } = await runChecks<Facts>(refreshedChecks, facts)
  const learned = accepted ? reading.learned : others
  return { learned, checks: [...reading.checks, ...results], done: reading.done && accepted }
}
