import type { Header, HttpRequest } from '../http/message.ts'
import { seconds } from '../oauth/clock.ts'
import { randomText } from '../oauth/random.ts'
import type { User } from './configuration.ts'
import { cookieOf, sessionCookie, setCookie } from './cookies.ts'
import type { Session } from './facts/authorization.ts'
import type { Server } from './server.ts'

/** Who is signed in in the browser that sends this; undefined when nobody is, or not any more. */
export async function sessionOf(server: Server, request: HttpRequest): Promise<Session | undefined> {
  const id = cookieOf(request, sessionCookie)
  const entry = id === undefined ? undefined : await server.store.get('session', id)
  if (id === undefined || !entry || entry.record.expires_at <= seconds(server.clock)) return undefined
  const known = server.configuration.users.some(({ sub }) => sub === entry.record.sub)
  return known ? { id, record: entry.record } : undefined
}

/**
 * Signs somebody in: a session with a new id, so that one that was planted before is worth nothing, and the cookie
 * that names it. The browser's former session ends.
 */
export async function startSession(
  server: Server,
  request: HttpRequest,
  user: User,
): Promise<{ readonly session: Session; readonly cookie: Header }> {
  const former = cookieOf(request, sessionCookie)
  if (former !== undefined) await server.store.delete('session', former)
  const { session: lifetime } = server.configuration.lifetimes
  const auth_time = seconds(server.clock)
  const session = {
    id: randomText(server.random),
    record: { sub: user.sub, auth_time, expires_at: auth_time + lifetime },
  }
  await server.store.put('session', session.id, session.record)
  return { session, cookie: setCookie(server.configuration.issuer, sessionCookie, session.id, lifetime) }
}
