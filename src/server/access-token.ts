import { signJwt } from '../jwt/sign.ts'
import { accessTokenType } from '../oauth/access-token-type.ts'
import { seconds } from '../oauth/clock.ts'
import { randomText } from '../oauth/random.ts'
import { scopeValues } from '../oauth/scope.ts'
import { paths, urlOf } from './paths.ts'
import type { Server } from './server.ts'
import type { AuthorizationRecord, SigningAlgorithm } from './store.ts'

/** What access tokens are signed with (RFC 9068 2.1). */
export const accessTokenAlgorithm: SigningAlgorithm = 'ES256'

/**
 * Whom an access token is for (RFC 9068 2.2, 3): the API, and with openid the UserInfo endpoint too, which is
 * another resource and has its own identifier, so that neither takes the other's token (RFC 9068 5).
 */
const audienceOf = ({ issuer, audience }: Server['configuration'], scope: string): readonly string[] =>
  scopeValues(scope).includes('openid') ? [audience, urlOf(issuer, paths.userinfo)] : [audience]

/** What the tokens are made of. */
export interface Issue {
  readonly authorizationId: string
  readonly authorization: AuthorizationRecord
  /** Of the access token; at most the authorization's. */
  readonly scope: string
  readonly nonce: string | undefined
}

/** A JWT access token (RFC 9068 2), remembered by its jti so that it can be revoked. */
export async function issueAccessToken(
  server: Server,
  { authorizationId, authorization, scope }: Issue,
): Promise<string> {
  const { client_id, sub, auth_time } = authorization
  const jti = randomText(server.random)
  const aud = audienceOf(server.configuration, scope)
  const issued_at = seconds(server.clock)
  const expires_at = issued_at + server.configuration.lifetimes.accessToken
  const { kid, alg, key } = await server.keys.signing(accessTokenAlgorithm)
  const claims = {
    iss: server.configuration.issuer,
    sub,
    aud,
    client_id,
    scope,
    iat: issued_at,
    exp: expires_at,
    auth_time,
    jti,
  }
  const record = { authorization: authorizationId, client_id, sub, scope, aud, issued_at, expires_at }
  await server.store.put('access_token', jti, record)
  return signJwt({ alg, typ: accessTokenType, kid }, claims, key)
}
