import { decodeJwt } from '../../jwt/decode.ts'
import { verifySignature } from '../../jwt/verify.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { bearerCheck } from '../facts/bearer.ts'
import { signingAlgorithms } from '../keys.ts'

export const accessTokenSignature = bearerCheck({
  id: 'access-token-signature',
  title: 'The access token is signed by this server',
  section: rfc(9068, '4'),
  needs: ['token'],
  judge: async ({ server, token }) => {
    const jwt = decodeJwt(token)
    const verdict = await verifySignature(token, await server.keys.jwks(), signingAlgorithms)
    if (jwt && verdict.verified) return pass({ jwt }, String(jwt.header.alg))
    return fail({
      error: 'invalid_token',
      description: 'The access token is not valid.',
      expected: `a JWT that a key of ${server.configuration.issuer} signed`,
      received: verdict.verified ? 'something else' : whys[verdict.why],
      hint: 'If a single character of a token changes, its signature does not hold any more.',
      parameter: 'Authorization',
    })
  },
})

const whys = {
  malformed: 'something that is not a JWT',
  algorithm: 'a JWT with another algorithm',
  'no-key': 'a JWT with a kid that is not in the JWKS',
  signature: 'a signature that does not fit',
} as const
