import type { HttpResponse } from '../http/message.ts'
import type { ClientMetadata } from '../oauth/client.ts'
import { seconds } from '../oauth/clock.ts'
import { randomText } from '../oauth/random.ts'
import { scopeValues } from '../oauth/scope.ts'
import { type Issue, issueAccessToken } from './access-token.ts'
import { issueIdToken } from './id-token.ts'
import { json } from './reply.ts'
import type { Server } from './server.ts'

/**
 * The successful token response (RFC 6749 5.1, OIDC Core 3.1.3.3). Scope is always told; a refresh token comes when
 * the client may use one, an ID Token when the scope has openid.
 */
export async function tokenResponse(
  server: Server,
  client: ClientMetadata,
  issue: Issue,
): Promise<HttpResponse> {
  const access_token = await issueAccessToken(server, issue)
  const refreshes = client.grant_types.includes('refresh_token')
  const identifies = scopeValues(issue.scope).includes('openid')
  return json(200, {
    access_token,
    token_type: 'Bearer',
    expires_in: server.configuration.lifetimes.accessToken,
    scope: issue.scope,
    ...(refreshes && { refresh_token: await issueRefreshToken(server, issue) }),
    ...(identifies && { id_token: await issueIdToken(server, client, { ...issue, access_token }) }),
  })
}

/** An opaque refresh token; the authorization is kept for as long as this one may be used. */
async function issueRefreshToken(server: Server, { authorizationId, authorization }: Issue): Promise<string> {
  const token = randomText(server.random)
  const issued_at = seconds(server.clock)
  const expires_at = issued_at + server.configuration.lifetimes.refreshToken
  const { client_id } = authorization
  await server.store.put('refresh_token', token, {
    authorization: authorizationId,
    client_id,
    issued_at,
    expires_at,
  })
  if (expires_at > authorization.expires_at) {
    await server.store.put('authorization', authorizationId, { ...authorization, expires_at })
  }
  return token
}
