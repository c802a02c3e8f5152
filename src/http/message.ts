import type { CheckResult } from '../oauth/check.ts'

/** One header field line, as it stood on the wire: name as written, value without the surrounding white space. */
export type Header = readonly [name: string, value: string]

/**
 * A request as a value: what was sent, nothing parsed away, so that a doubled parameter, an odd case or a bad
 * percent-encoding survives to be seen and judged.
 */
export interface HttpRequest {
  readonly method: string
  /** Where the connection goes, e.g. `https://as.glassbox.example`; the `Host` field is a header like any other. */
  readonly origin: string
  /** Origin-form request target, e.g. `/authorize?client_id=web-app` (RFC 9112 3.2.1). */
  readonly target: string
  readonly headers: readonly Header[]
  readonly body: string
}

export interface HttpResponse {
  readonly status: number
  readonly headers: readonly Header[]
  readonly body: string
}

/** In the place of a response, where a browser kept the request back and so there is none. */
export const notSent: HttpResponse = { status: 0, headers: [], body: '' }

export const wasSent = ({ status }: HttpResponse): boolean => status !== notSent.status

/** What a server of ours gives back: the response for the wire and, beside it, the checks that led to it. */
export interface Answer {
  readonly response: HttpResponse
  readonly checks: readonly CheckResult[]
}

/** A request, its response, who sent it to whom, and what the receiver checked where we can know it. */
export interface HttpExchange extends Answer {
  /** Role ids. */
  readonly from: string
  readonly to: string
  readonly request: HttpRequest
  /** Milliseconds since the epoch by the run's clock. */
  readonly at: number
  /** What a browser asked first, on its own, before it let a script send this to another origin. */
  readonly preflight?: HttpExchange
  /** What the receiver itself asked of others before it answered, in order. */
  readonly meanwhile: readonly HttpExchange[]
}

/** Carries one request to whoever answers at its origin. Rejects when nobody does. */
export type Send = (request: HttpRequest) => Promise<HttpResponse>

/** Who answers at an origin. `send` is for what it has to ask of others first, so that this can be seen too. */
export type Handler = (request: HttpRequest, send: Send) => Promise<Answer>

/** The first field of that name, compared without case (RFC 9110 5.1). */
export const headerOf = (
  message: { readonly headers: readonly Header[] },
  name: string,
): string | undefined => headersOf(message, name)[0]

/** Every field of that name, in order. */
export function headersOf(message: { readonly headers: readonly Header[] }, name: string): string[] {
  const wanted = name.toLowerCase()
  return message.headers.filter(([field]) => field.toLowerCase() === wanted).map(([, value]) => value)
}

/** The media type without its parameters, in lower case; empty when there is none (RFC 9110 8.3). */
export const mediaTypeOf = (message: { readonly headers: readonly Header[] }): string =>
  before(headerOf(message, 'content-type') ?? '', ';')
    .trim()
    .toLowerCase()

/** Path of a request target, without its query. */
export const pathOf = (target: string): string => before(target, '?')

/** Query of a request target, without its question mark; empty when there is none. */
export const queryOf = (target: string): string =>
  target.includes('?') ? target.slice(target.indexOf('?') + 1) : ''

/** A request to an absolute URL, with the Host field that HTTP/1.1 asks for. A fragment is dropped (RFC 9110 7.1). */
export function requestTo(
  url: string,
  { method = 'GET', headers = [], body = '' }: Partial<Pick<HttpRequest, 'method' | 'headers' | 'body'>> = {},
): HttpRequest {
  const { origin, host, pathname, search } = new URL(url)
  return { method, origin, target: pathname + search, headers: [['Host', host], ...headers], body }
}

/** A text up to the first such character; all of it when there is none. */
function before(text: string, character: string): string {
  const at = text.indexOf(character)
  return at === -1 ? text : text.slice(0, at)
}
