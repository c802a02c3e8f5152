import { halfHash } from '../jwt/half-hash.ts'
import { signJwt } from '../jwt/sign.ts'
import type { ClientMetadata } from '../oauth/client.ts'
import { seconds } from '../oauth/clock.ts'
import type { Server } from './server.ts'
import type { AuthorizationRecord, SigningAlgorithm } from './store.ts'

/** What ID Tokens are signed with when the client registered nothing else (OpenID Connect Registration 2). */
const idTokenAlgorithm: SigningAlgorithm = 'RS256'

/** An ID Token (OIDC Core 2, 3.1.3.6). Claims about the person are told by UserInfo (5.4). */
export async function issueIdToken(
  server: Server,
  client: ClientMetadata,
  issue: {
    readonly authorization: AuthorizationRecord
    readonly nonce: string | undefined
    readonly access_token: string
  },
): Promise<string> {
  const { sub, auth_time } = issue.authorization
  const iat = seconds(server.clock)
  const { kid, alg, key } = await server.keys.signing(client.id_token_signed_response_alg ?? idTokenAlgorithm)
  const claims = {
    iss: server.configuration.issuer,
    sub,
    aud: client.client_id,
    iat,
    exp: iat + server.configuration.lifetimes.idToken,
    auth_time,
    ...(issue.nonce !== undefined && { nonce: issue.nonce }),
    at_hash: await halfHash(issue.access_token, alg),
  }
  return signJwt({ alg, typ: 'JWT', kid }, claims, key)
}
