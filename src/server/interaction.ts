import type { Header, HttpRequest, HttpResponse } from '../http/message.ts'
import type { ClientMetadata } from '../oauth/client.ts'
import { seconds } from '../oauth/clock.ts'
import { randomText } from '../oauth/random.ts'
import { browserCookie, cookieOf, setCookie } from './cookies.ts'
import type { Session } from './facts/authorization.ts'
import { consentPage } from './pages/consent.ts'
import { signInPage } from './pages/sign-in.ts'
import type { Server } from './server.ts'
import type { InteractionRecord } from './store.ts'

/** Remembers an accepted authorization request until a person has answered it, bound to the browser it came from. */
export async function beginInteraction(
  server: Server,
  request: HttpRequest,
  asked: Omit<InteractionRecord, 'browser' | 'csrf' | 'expires_at'>,
): Promise<{ readonly id: string; readonly interaction: InteractionRecord; readonly cookie: Header }> {
  const { issuer, lifetimes } = server.configuration
  const id = randomText(server.random)
  // A browser that has one keeps it, so that two tabs can be at it at once.
  const given = cookieOf(request, browserCookie)
  const browser = given !== undefined && /^[\w-]{43}$/.test(given) ? given : randomText(server.random)
  const interaction = {
    ...asked,
    browser,
    csrf: randomText(server.random),
    expires_at: seconds(server.clock) + lifetimes.interaction,
  }
  await server.store.put('interaction', id, interaction)
  return { id, interaction, cookie: setCookie(issuer, browserCookie, browser) }
}

/** The page that is due next: who is there, or what the client may have. */
export function interactionPage(
  { configuration: { issuer, users } }: Server,
  {
    client,
    id,
    interaction,
    session,
  }: {
    readonly client: ClientMetadata
    readonly id: string
    readonly interaction: InteractionRecord
    readonly session: Session | undefined
  },
  headers: readonly Header[],
): Promise<HttpResponse> {
  const user = users.find(({ sub }) => sub === session?.record.sub)
  const form = { issuer, client, id, interaction }
  return user ? consentPage({ ...form, user }, headers) : signInPage(form, undefined, headers)
}
