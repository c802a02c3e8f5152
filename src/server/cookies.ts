import { type Header, type HttpRequest, headersOf } from '../http/message.ts'
import { issuerPath } from './paths.ts'

/** Who is signed in: an id of a session record. */
export const sessionCookie = 'glassbox_session'

/** Which browser an interaction began in (RFC 6749 10.12). */
export const browserCookie = 'glassbox_browser'

/** The value of a cookie that came with the request; the first one, which has the longest path (RFC 6265 5.4). */
export function cookieOf(request: HttpRequest, name: string): string | undefined {
  const pairs = headersOf(request, 'cookie').flatMap((field) => field.split(';'))
  const pair = pairs.map((text) => text.trim()).find((text) => text.startsWith(`${name}=`))
  return pair?.slice(name.length + 1) || undefined
}

/** A cookie that no script, no other site's request but a navigation, and no other path gets to see (RFC 6265). */
export function setCookie(issuer: string, name: string, value: string, maxAge?: number): Header {
  const attributes = [
    `${name}=${value}`,
    `Path=${issuerPath(issuer) || '/'}`,
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
    'HttpOnly',
    'SameSite=Lax',
    ...(issuer.startsWith('https:') ? ['Secure'] : []),
  ]
  return ['Set-Cookie', attributes.join('; ')]
}
