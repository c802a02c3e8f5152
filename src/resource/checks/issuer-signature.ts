import { verifySignature } from '../../jwt/verify.ts'
import { type Fail, fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { apiCheck } from '../facts.ts'
import type { Issuer } from '../issuer.ts'
import { shown } from '../shown.ts'
import { issuerUnavailable, isUnavailable } from '../unavailable.ts'
import { allowedAlgorithms } from './allowed-alg.ts'

/** Validated with the keys that the issuer publishes (RFC 9068 4, RFC 7515 5.2). */
export const issuerSignature = apiCheck({
  id: 'issuer-signature',
  title: 'Signed by the issuer',
  section: rfc(9068, '4'),
  needs: ['token', 'jwt', 'alg'],
  judge: async ({ token, jwt, issuer }) => {
    const verdict = await verdictOf(token, issuer)
    if (isUnavailable(verdict)) return issuerUnavailable(verdict)
    const { kid } = jwt.header
    if (verdict.verified) return pass({ verified: true }, kid === undefined ? 'no kid' : `key ${shown(kid)}`)
    return verdict.why === 'no-key' ? unknownKey(issuer, kid) : notSigned(verdict.why)
  },
})

/** A key that is not known may be new: then the issuer is asked once more, if it was not just now (OIDC Core 10.1.1). */
async function verdictOf(token: string, issuer: Issuer) {
  const verdict = await verdictWith(token, await issuer.keys())
  if (isUnavailable(verdict) || verdict.verified || verdict.why !== 'no-key') return verdict
  return verdictWith(token, await issuer.keys({ refresh: true }))
}

async function verdictWith(token: string, keys: Awaited<ReturnType<Issuer['keys']>>) {
  return isUnavailable(keys) ? keys : verifySignature(token, keys, allowedAlgorithms)
}

const unknownKey = (issuer: Issuer, kid: unknown): Fail =>
  fail({
    error: 'invalid_token',
    description: 'The access token is signed with a key that is not known.',
    expected: `one of the keys that ${issuer.identifier} publishes`,
    received: `kid ${shown(kid)}`,
    hint: 'Another server signed this token, or the key was taken out of the key set. Ask the issuer for a new token.',
    parameter: 'Authorization',
  })

const notSigned = (why: 'malformed' | 'algorithm' | 'signature'): Fail =>
  fail({
    error: 'invalid_token',
    description: 'The signature of the access token is not valid.',
    expected: 'a signature over exactly this header and this payload',
    received: why === 'signature' ? 'a signature over something else' : 'a JWS that this API cannot read',
    hint: 'Something in the token was changed after it was signed. Only the issuer can make a changed token valid.',
    parameter: 'Authorization',
  })
