import { type ClientMetadata, isPublic } from '../oauth/client.ts'
import { scopeBeyond, scopeValues } from '../oauth/scope.ts'
import type { Server } from './server.ts'

const idOf = (client: ClientMetadata, sub: string): string => `${client.client_id} ${sub}`

/** Why the person must be asked whether the client may have this scope; undefined when they need not be. */
export async function whyConsent(
  server: Server,
  client: ClientMetadata,
  sub: string,
  scope: string,
  asked: boolean,
): Promise<string | undefined> {
  if (asked) return 'prompt=consent'
  // Any program can pose as a public native client, so what one was given is not given to the next (RFC 8252 8.6).
  if (isPublic(client) && client.application_type === 'native') {
    return 'nobody can tell one native app from another'
  }
  const given = await server.store.get('consent', idOf(client, sub))
  const missing = scopeBeyond(scope, given?.record.scope ?? '')
  return missing.length === 0 ? undefined : `not given yet for ${missing.join(' ')}`
}

/** Remembers that the person allowed this scope, besides what they allowed before. */
export async function rememberConsent(
  server: Server,
  client: ClientMetadata,
  sub: string,
  scope: string,
): Promise<void> {
  const id = idOf(client, sub)
  const before = await server.store.get('consent', id)
  const union = scopeValues(`${before?.record.scope ?? ''} ${scope}`).join(' ')
  await server.store.put('consent', id, { scope: union })
}
