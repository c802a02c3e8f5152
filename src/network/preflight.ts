import { type HttpRequest, type HttpResponse, headerOf, mediaTypeOf } from '../http/message.ts'
import type { CheckResult } from '../oauth/check.ts'
import { userAgent } from '../oauth/roles.ts'

/**
 * Whether a browser asks first before it sends this for a script: a request to another origin whose method or header
 * fields an HTML form could not have sent (Fetch 2.2, CORS-safelisted). A navigation never asks.
 */
export function needsPreflight(request: HttpRequest, from: string): boolean {
  const origin = headerOf(request, 'origin')
  if (from === userAgent || origin === undefined || origin === request.origin) return false
  return !safelistedMethods.includes(request.method) || namesToAskFor(request).length > 0
}

const safelistedMethods = ['GET', 'HEAD', 'POST']
const safelistedTypes = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']
const safelistedNames = ['accept', 'accept-language', 'content-language']
/** What the browser writes itself. */
const ownNames = ['host', 'origin', 'content-length', 'user-agent', 'referer', 'cookie']

/** Names of the header fields that the server has to allow, in the order and the case that Fetch asks for. */
const namesToAskFor = (request: HttpRequest): string[] => {
  const names = request.headers.map(([name]) => name.toLowerCase())
  return [...new Set(names)]
    .filter((name) => !safelistedNames.includes(name) && !ownNames.includes(name))
    .filter((name) => name !== 'content-type' || !safelistedTypes.includes(mediaTypeOf(request)))
    .sort()
}

/** The CORS-preflight request (Fetch 4.8). */
export const preflightOf = (request: HttpRequest): HttpRequest => ({
  method: 'OPTIONS',
  origin: request.origin,
  target: request.target,
  headers: [
    ['Host', new URL(request.origin).host],
    ['Origin', headerOf(request, 'origin') ?? ''],
    ['Access-Control-Request-Method', request.method],
    ...(namesToAskFor(request).length > 0
      ? [['Access-Control-Request-Headers', namesToAskFor(request).join(',')] as const]
      : []),
  ],
  body: '',
})

/** The check that a browser makes of the answer to its preflight, where it keeps the request back (Fetch 4.8). */
export function keptBack(request: HttpRequest, answer: HttpResponse): CheckResult | undefined {
  const origin = headerOf(request, 'origin') ?? ''
  const names = namesToAskFor(request)
  const missing = names.filter((name) => !listed(answer, 'access-control-allow-headers').includes(name))
  const methods = [...safelistedMethods, ...listed(answer, 'access-control-allow-methods')]
  const refuse = (expected: string, received: string, parameter?: string): CheckResult => ({
    id: 'preflight',
    title: 'The server lets a script of this origin send this',
    section: fetchStandard,
    outcome: 'failed',
    expected,
    received,
    hint: 'The browser asked first, and the answer does not allow it, so it never sent the request. A client on a server has no such guard.',
    ...(parameter !== undefined && { parameter }),
  })
  if (answer.status < 200 || answer.status > 299)
    return refuse('a status from 200 to 299', String(answer.status))
  const allowed = headerOf(answer, 'access-control-allow-origin')
  if (allowed !== '*' && allowed !== origin) {
    return refuse(`Access-Control-Allow-Origin: ${origin}`, allowed ?? 'no such header field', 'Origin')
  }
  if (!methods.some((method) => method.toLowerCase() === request.method.toLowerCase())) {
    return refuse(`Access-Control-Allow-Methods with ${request.method}`, `only ${methods.join(', ')}`)
  }
  if (missing.length === 0) return undefined
  return refuse(
    `Access-Control-Allow-Headers with ${missing.join(', ')}`,
    headerOf(answer, 'access-control-allow-headers') ?? 'no such header field',
    missing[0],
  )
}

const fetchStandard = {
  document: 'Fetch',
  section: '4.8',
  url: 'https://fetch.spec.whatwg.org/#cors-preflight-fetch',
}

const listed = (answer: HttpResponse, name: string): string[] =>
  (headerOf(answer, name) ?? '').split(',').map((value) => value.trim().toLowerCase())
