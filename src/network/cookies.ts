import { parseSetCookie } from 'set-cookie-parser'
import { type HttpExchange, headersOf } from '../http/message.ts'

/** A cookie as a browser holds it (RFC 6265 5.3). */
export interface Cookie {
  readonly name: string
  readonly value: string
  readonly host: string
  /** Sent to subdomains too: a Domain attribute was there. */
  readonly wide: boolean
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: 'strict' | 'lax' | 'none'
  /** Milliseconds since the epoch; absent for a session cookie. */
  readonly expires?: number
}

/** The cookies that a browser holds after these exchanges of its own, the newest of each name, host and path. */
export function cookiesAfter(history: readonly HttpExchange[]): Cookie[] {
  const jar = new Map<string, Cookie>()
  for (const exchange of history) {
    for (const line of headersOf(exchange.response, 'set-cookie')) {
      const cookie = accept(line, exchange)
      if (cookie) jar.set([cookie.name, cookie.host, cookie.path].join('\n'), cookie)
    }
  }
  return [...jar.values()]
}

function accept(line: string, { request, at }: HttpExchange): Cookie | undefined {
  const [set] = parseSetCookie(line, { decodeValues: false, split: false, silent: true })
  if (set === undefined) return undefined
  const { hostname, pathname, protocol } = new URL(request.origin + request.target)
  const domain = set.domain?.replace(/^\./, '').toLowerCase()
  if (domain !== undefined && !belongsTo(hostname, domain)) return undefined
  const sameSite = sameSiteOf(set.sameSite)
  const secure = set.secure === true
  // A page cannot set a Secure cookie over http, nor SameSite=None without Secure (draft-ietf-httpbis-rfc6265bis 5.7).
  if ((secure && protocol !== 'https:' && !isLoopback(hostname)) || (sameSite === 'none' && !secure))
    return undefined
  // The parser has left out a Max-Age or an Expires that is none (RFC 6265 5.2.1, 5.2.2).
  const expires = set.maxAge !== undefined ? at + set.maxAge * 1000 : set.expires?.getTime()
  return {
    name: set.name,
    value: set.value,
    host: domain ?? hostname,
    wide: domain !== undefined,
    path: set.path?.startsWith('/') ? set.path : defaultPath(pathname),
    secure,
    httpOnly: set.httpOnly === true,
    sameSite,
    ...(expires !== undefined && { expires }),
  }
}

const sameSiteOf = (attribute: string | undefined): Cookie['sameSite'] => {
  const value = attribute?.toLowerCase()
  return value === 'strict' || value === 'none' ? value : 'lax'
}

/** Where a request comes from: the site that started it, and whether it is a top-level navigation by a safe method. */
export interface Cause {
  /** The origin whose page or script started it; absent when a person typed the address. */
  readonly initiator?: string
  /** The origins that redirected it to here. */
  readonly through?: readonly string[]
  readonly topLevelGet: boolean
}

/** The value of the Cookie field for a request to this URL (RFC 6265 5.4); undefined when none belongs to it. */
export function cookieHeader(
  url: URL,
  cookies: readonly Cookie[],
  now: number,
  cause: Cause,
): string | undefined {
  const { initiator, through = [] } = cause
  // A request that went through another site comes from there (draft-ietf-httpbis-rfc6265bis 5.2).
  const fromOwnSite = (initiator === undefined ? through : [initiator, ...through]).every(
    (origin) => siteOf(new URL(origin)) === siteOf(url),
  )
  const sent = cookies.filter(
    (cookie) =>
      (cookie.expires === undefined || cookie.expires > now) &&
      (cookie.wide ? belongsTo(url.hostname, cookie.host) : url.hostname === cookie.host) &&
      pathMatches(url.pathname, cookie.path) &&
      (!cookie.secure || url.protocol === 'https:' || isLoopback(url.hostname)) &&
      (fromOwnSite || cookie.sameSite === 'none' || (cookie.sameSite === 'lax' && cause.topLevelGet)),
  )
  return sent.length === 0
    ? undefined
    : sent
        .toSorted((one, other) => other.path.length - one.path.length)
        .map(({ name, value }) => `${name}=${value}`)
        .join('; ')
}

const belongsTo = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

const isLoopback = (host: string): boolean => host === 'localhost' || host === '127.0.0.1' || host === '[::1]'

const pathMatches = (path: string, cookiePath: string): boolean =>
  path === cookiePath ||
  (path.startsWith(cookiePath) && (cookiePath.endsWith('/') || path[cookiePath.length] === '/'))

const defaultPath = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/'

/**
 * Scheme and registrable domain. The hosts in this page all end in a registrable name of two labels, so the public
 * suffix list that a real browser consults is not needed here.
 */
const siteOf = ({ protocol, hostname }: URL): string =>
  `${protocol}//${hostname.split('.').slice(-2).join('.')}`
