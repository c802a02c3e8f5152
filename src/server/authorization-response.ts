import type { Header, HttpResponse } from '../http/message.ts'
import { seconds } from '../oauth/clock.ts'
import { randomText } from '../oauth/random.ts'
import { redirect } from './reply.ts'
import type { Server } from './server.ts'
import type { AuthorizationRequest, SessionRecord } from './store.ts'

/** The successful authorization response (RFC 6749 4.1.2), with iss (RFC 9207 2): records what was granted. */
export async function codeResponse(
  server: Server,
  request: AuthorizationRequest,
  { sub, auth_time }: SessionRecord,
  headers: readonly Header[] = [],
): Promise<HttpResponse> {
  const { issuer, lifetimes } = server.configuration
  const {
    client_id,
    scope,
    nonce,
    state,
    redirect_uri,
    redirect_uri_sent,
    code_challenge,
    code_challenge_method,
  } = request
  const authorization = randomText(server.random)
  const code = randomText(server.random)
  const issued_at = seconds(server.clock)
  const expires_at = issued_at + lifetimes.code
  await server.store.put('authorization', authorization, {
    client_id,
    sub,
    scope,
    auth_time,
    ...(nonce !== undefined && { nonce }),
    expires_at: expires_at + lifetimes.accessToken,
  })
  await server.store.put('code', code, {
    authorization,
    client_id,
    ...(redirect_uri_sent && { redirect_uri }),
    ...(code_challenge !== undefined && { code_challenge }),
    ...(code_challenge_method !== undefined && { code_challenge_method }),
    issued_at,
    expires_at,
  })
  return redirect(redirect_uri, { code, state, iss: issuer }, headers)
}

/** The authorization error response (RFC 6749 4.1.2.1), with iss (RFC 9207 2). */
export const authorizationErrorResponse = (
  server: Server,
  { redirect_uri, state }: Pick<AuthorizationRequest, 'redirect_uri' | 'state'>,
  { error, error_description }: { readonly error: string; readonly error_description?: string | undefined },
  headers: readonly Header[] = [],
): HttpResponse =>
  redirect(redirect_uri, { error, error_description, state, iss: server.configuration.issuer }, headers)
