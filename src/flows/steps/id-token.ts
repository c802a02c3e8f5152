import { type DecodedJwt, decodeJwt } from '../../jwt/decode.ts'
import { halfHash } from '../../jwt/half-hash.ts'
import { type JwkSet, verifySignature } from '../../jwt/verify.ts'
import { type Check, checkOver, fail, pass, runChecks } from '../../oauth/check.ts'
import { type Clock, seconds } from '../../oauth/clock.ts'
import { jsonObject } from '../../oauth/json-object.ts'
import { oidcCore, rfc } from '../../oauth/section.ts'
import type { Known, Reading } from '../flow.ts'

/** What an ID Token is judged against. */
export interface Expected {
  readonly issuer: string
  readonly client_id: string
  /** What the client registered as id_token_signed_response_alg; RS256 when it said nothing. */
  readonly alg: string
  readonly clock: Clock
}

interface Facts extends Expected {
  readonly known: Known
  readonly jwt: DecodedJwt
  readonly sub: string
  /** The token's algorithm, once it is known to be the agreed one. */
  readonly agreed: string
}

const check = checkOver<Facts, keyof Expected | 'known'>()

const present = check({
  id: 'id-token-form',
  title: 'There is an ID Token, and it is a JWT',
  section: oidcCore('2'),
  needs: [],
  judge: ({ known: { id_token } }) => {
    const jwt = decodeJwt(id_token ?? '')
    return jwt
      ? pass({ jwt })
      : fail({
          parameter: 'id_token',
          expected: 'id_token, a JWT of three parts',
          received: id_token === undefined ? 'no id_token' : 'a text that is no JWT',
          hint: 'scope had openid in it, so the token response must carry an ID Token (OIDC Core 3.1.3.3).',
        })
  },
})

const issuedByServer = check({
  id: 'id-token-iss',
  title: 'iss is the server that was asked',
  section: oidcCore('3.1.3.7'),
  needs: ['jwt'],
  judge: ({ jwt: { payload }, issuer }) =>
    payload.iss === issuer
      ? pass()
      : fail({
          expected: issuer,
          received: String(payload.iss),
          hint: 'Rule 2: the issuer must match exactly, character by character.',
        }),
})

const forThisClient = check({
  id: 'id-token-aud',
  title: 'aud is this client, and nobody else',
  section: oidcCore('3.1.3.7'),
  needs: ['jwt'],
  judge: ({ jwt: { payload }, client_id }) => {
    const audiences = [payload.aud].flat()
    const azp = payload.azp
    return audiences.length === 1 && audiences[0] === client_id && (azp === undefined || azp === client_id)
      ? pass()
      : fail({
          expected: client_id,
          received: [audiences.join(' '), ...(azp === undefined ? [] : [`azp ${azp}`])].join(', '),
          hint: 'Rules 3 to 5: a token made for another client, shown here, would sign its owner in where they never went.',
        })
  },
})

const subject = check({
  id: 'id-token-sub',
  title: 'sub says who signed in',
  section: oidcCore('2'),
  needs: ['jwt'],
  judge: ({ jwt: { payload } }) =>
    typeof payload.sub === 'string' && payload.sub !== '' && payload.sub.length <= 255
      ? pass({ sub: payload.sub }, payload.sub)
      : fail({
          expected: 'sub, a string of 1 to 255 characters',
          received: payload.sub === undefined ? 'no sub' : JSON.stringify(payload.sub),
          hint: 'Without a subject the token says that somebody signed in, and not who.',
        }),
})

const algorithm = check({
  id: 'id-token-alg',
  title: 'alg is the one that was agreed',
  section: oidcCore('3.1.3.7'),
  needs: ['jwt'],
  judge: ({ jwt: { header }, alg }) =>
    header.alg === alg
      ? pass({ agreed: alg }, alg)
      : fail({
          expected: alg,
          received: String(header.alg),
          hint: 'Rule 7: the algorithm comes from the registration, RS256 when nothing was said, and never from the token alone.',
        }),
})

const signature = check({
  id: 'id-token-signature',
  title: "The signature is by one of the server's keys",
  section: oidcCore('3.1.3.7'),
  needs: ['jwt'],
  judge: async ({ jwt, known, alg }) => {
    const keys = jsonObject(known.jwks ?? '') as JwkSet | undefined
    const verdict = await verifySignature(jwt.parts.join('.'), keys ?? { keys: [] }, [alg])
    const why = {
      malformed: 'a signature that cannot be read',
      algorithm: 'an algorithm that was not agreed',
      'no-key': `no key with kid ${jwt.header.kid}`,
      signature: 'a signature over something else',
    }
    return verdict.verified
      ? pass({}, `kid ${jwt.header.kid}`)
      : fail({
          expected: `signed with a key from jwks_uri, kid ${jwt.header.kid}`,
          received: why[verdict.why],
          hint: 'Rule 6: somebody changed the token after it was signed, or another key signed it.',
        })
  },
})

const notExpired = check({
  id: 'id-token-exp',
  title: 'It has not expired',
  section: oidcCore('3.1.3.7'),
  needs: ['jwt'],
  judge: ({ jwt: { payload }, clock }) => {
    const { exp } = payload
    const left = typeof exp === 'number' ? exp - seconds(clock) : Number.NaN
    return left > 0
      ? pass({}, `${left} s left`)
      : fail({
          expected: `a time after ${seconds(clock)}`,
          received: String(exp),
          hint: 'Rule 9: now must be before exp.',
        })
  },
})

const issuedRecently = check({
  id: 'id-token-iat',
  title: 'It was issued just now',
  section: oidcCore('3.1.3.7'),
  needs: ['jwt'],
  judge: ({ jwt: { payload }, clock }) => {
    const { iat } = payload
    const age = typeof iat === 'number' ? seconds(clock) - iat : Number.NaN
    return age >= -60 && age <= 600
      ? pass({}, `${age} s ago`)
      : fail({
          expected: `about ${seconds(clock)}`,
          received: String(iat),
          hint: 'Rule 10: a client may refuse a token that was issued too far from now. This one allows ten minutes.',
        })
  },
})

const sameNonce = check({
  id: 'id-token-nonce',
  title: 'nonce is the one that was sent',
  section: oidcCore('3.1.3.7'),
  needs: ['jwt'],
  judge: ({ jwt: { payload }, known: { nonce = '' } }) =>
    payload.nonce === nonce
      ? pass()
      : fail({
          parameter: 'nonce',
          expected: nonce,
          received: payload.nonce === undefined ? 'no nonce' : String(payload.nonce),
          hint: 'Rule 11: this token answers another request. Somebody may be replaying a token, or have slipped a stolen code in.',
        }),
})

const accessTokenHash = check({
  id: 'id-token-at-hash',
  title: 'at_hash, when there, is of this access token',
  section: oidcCore('3.1.3.8'),
  needs: ['jwt', 'agreed'],
  judge: async ({ jwt: { payload }, agreed, known: { access_token = '' } }) => {
    if (payload.at_hash === undefined) return pass({}, 'not there; optional in this flow')
    const expected = await halfHash(access_token, agreed)
    return payload.at_hash === expected
      ? pass()
      : fail({
          expected,
          received: String(payload.at_hash),
          hint: 'The access token beside this ID Token is not the one that it was issued with.',
        })
  },
})

const typed = check({
  id: 'id-token-typ',
  title: 'It is no access token',
  section: rfc(8725, '3.12'),
  needs: ['jwt'],
  judge: ({ jwt: { header } }) =>
    /^(application\/)?at\+jwt$/i.test(String(header.typ))
      ? fail({
          expected: 'typ JWT, or none',
          received: String(header.typ),
          hint: 'An access token says what may be done; it does not say who signed in.',
        })
      : pass(),
})

/** ID Token validation, rule by rule (OIDC Core 3.1.3.7). */
const idTokenChecks: readonly Check<Facts>[] = [
  present,
  typed,
  issuedByServer,
  forThisClient,
  subject,
  algorithm,
  signature,
  notExpired,
  issuedRecently,
  sameNonce,
  accessTokenHash,
]

/** Judges the ID Token that the client has just been given (OIDC Core 3.1.3.7), and learns who signed in. */
export async function judgeIdToken(known: Known, expected: Expected): Promise<Reading> {
  const verdict = await runChecks<Facts>(idTokenChecks, { ...expected, known })
  const learned = verdict.accepted ? { sub: verdict.facts.sub } : {}
  return { learned, checks: verdict.results, done: verdict.accepted }
}
