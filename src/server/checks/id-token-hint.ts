import { parameterOf } from '../../http/form.ts'
import { decodeJwt } from '../../jwt/decode.ts'
import { verifySignature } from '../../jwt/verify.ts'
import { isAccessTokenType } from '../../oauth/access-token-type.ts'
import { fail, pass } from '../../oauth/check.ts'
import { oidcCore } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'
import { signingAlgorithms } from '../keys.ts'
import type { Server } from '../server.ts'

export const idTokenHint = authorizationCheck({
  id: 'id-token-hint',
  title: 'id_token_hint, if given, is an ID Token of this server',
  section: oidcCore('3.1.2.1'),
  needs: [],
  judge: async ({ server, fields }) => {
    const received = parameterOf(fields, 'id_token_hint')
    if (received === undefined) return pass({ hinted_sub: undefined })
    const sub = await subjectOf(server, received)
    if (sub !== undefined) return pass({ hinted_sub: sub }, `for ${sub}`)
    return fail({
      error: 'invalid_request',
      description: 'The id_token_hint is not an ID Token of this server.',
      expected: `an ID Token that ${server.configuration.issuer} signed; it may have expired`,
      received,
      hint: 'Its signature was checked with the keys of the JWKS, and its issuer with ours.',
      parameter: 'id_token_hint',
    })
  },
})

/** Whom an ID Token of ours names, expired or not (OIDC Core 3.1.2.1). */
async function subjectOf(server: Server, token: string): Promise<string | undefined> {
  const jwt = decodeJwt(token)
  if (isAccessTokenType(jwt?.header.typ) || jwt?.payload.iss !== server.configuration.issuer) {
    return undefined
  }
  const { verified } = await verifySignature(token, await server.keys.jwks(), signingAlgorithms)
  const { sub } = jwt.payload
  return verified && typeof sub === 'string' ? sub : undefined
}
