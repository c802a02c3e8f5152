import { type HttpRequest, type HttpResponse, headerOf, mediaTypeOf } from '../http/message.ts'
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

/** Why a browser keeps the request back after this answer to its preflight; undefined when it sends it. */
export function keptBack(request: HttpRequest, { status, headers }: HttpResponse): string | undefined {
  const listed = (name: string) =>
    (headerOf({ headers }, name) ?? '').split(',').map((value) => value.trim().toLowerCase())
  const origin = headerOf({ headers }, 'access-control-allow-origin')
  if (status < 200 || status > 299) return `the answer was ${status}`
  if (origin !== '*' && origin !== headerOf(request, 'origin')) return 'it does not allow this origin'
  const methods = listed('access-control-allow-methods')
  if (!safelistedMethods.includes(request.method) && !methods.includes(request.method.toLowerCase())) {
    return `it does not allow the method ${request.method}`
  }
  const allowed = listed('access-control-allow-headers')
  const missing = namesToAskFor(request).filter((name) => !allowed.includes(name))
  return missing.length > 0 ? `it does not allow the header ${missing.join(', ')}` : undefined
}
