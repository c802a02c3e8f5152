import { type HttpExchange, type HttpRequest, headerOf, mediaTypeOf } from '../http/message.ts'
import { type ParseHtml, readPage } from './page.ts'

/** Where a response sends the browser; undefined when it does not, or to nowhere. */
export function redirectOf({ request, response }: HttpExchange): URL | undefined {
  const location = headerOf(response, 'location')
  if (!redirects.has(response.status) || location === undefined) return undefined
  const base = urlOf(request)
  return URL.canParse(location, base) ? new URL(location, base) : undefined
}

const redirects = new Set([301, 302, 303, 307, 308])

/** A request's URL. */
export const urlOf = ({ origin, target }: HttpRequest): string => new URL(target, origin).href

/** How a navigation came to where it is, as far as SameSite asks (draft-ietf-httpbis-rfc6265bis 5.2). */
export interface Chain {
  /** The origin whose form began it; absent when a person or a script of the client did. */
  readonly initiator?: string
  /** The origins that it was redirected through. */
  readonly through: readonly string[]
}

/** The chain of redirects that ends in this exchange's answer, walked back through the browser's history. */
export function chainOf(last: HttpExchange, history: readonly HttpExchange[], parseHtml: ParseHtml): Chain {
  const through = [last.request.origin]
  let at = history.lastIndexOf(last)
  let first = last
  let before = history[at - 1]
  while (before !== undefined && isSamePlace(redirectOf(before), first.request)) {
    through.unshift(before.request.origin)
    first = before
    at -= 1
    before = history[at - 1]
  }
  const initiator = before && hasFormFor(first.request, before, parseHtml) ? before.request.origin : undefined
  return { through, ...(initiator !== undefined && { initiator }) }
}

/** Whether a page could have sent this by one of its forms. */
function hasFormFor(request: HttpRequest, { request: asked, response }: HttpExchange, parseHtml: ParseHtml) {
  if (mediaTypeOf(response) !== 'text/html') return false
  const { forms } = readPage(response.body, urlOf(asked), parseHtml)
  return forms.some(
    ({ action, method }) => method === request.method && isSamePlace(new URL(action), request),
  )
}

/** But for the query, which a person may have edited. */
const isSamePlace = (url: URL | undefined, request: HttpRequest): boolean =>
  url !== undefined && url.origin === request.origin && url.pathname === new URL(urlOf(request)).pathname
