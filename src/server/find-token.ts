import { decodeJwt } from '../jwt/decode.ts'
import { verifySignature } from '../jwt/verify.ts'
import { isAccessTokenType } from '../oauth/access-token-type.ts'
import { accessTokenAlgorithm } from './access-token.ts'
import type { FoundToken } from './facts/found-token.ts'
import type { Server } from './server.ts'

/** The token of that text, whatever became of it; undefined when this server did not issue it as it stands. */
export async function findToken(server: Server, token: string): Promise<FoundToken | undefined> {
  const refresh = await server.store.get('refresh_token', token)
  if (refresh) return { kind: 'refresh_token', id: token, ...refresh }
  const jwt = decodeJwt(token)
  const jti = jwt?.payload.jti
  if (typeof jti !== 'string' || !isAccessTokenType(jwt?.header.typ)) return undefined
  // The jti alone is not enough: with other claims around it, it is not our token.
  const { verified } = await verifySignature(token, await server.keys.jwks(), [accessTokenAlgorithm])
  const access = verified ? await server.store.get('access_token', jti) : undefined
  return access && { kind: 'access_token', id: jti, ...access }
}
