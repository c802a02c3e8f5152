import { formOf } from '../http/form.ts'
import type { Answer, Header, HttpResponse } from '../http/message.ts'
import type { CheckResult, Fail } from '../oauth/check.ts'

/** What an endpoint gives back: the answer, and what the log may say about it. */
export interface Reply extends Answer {
  /** A client that is known; never what a request merely claims. */
  readonly client_id?: string | undefined
  /** The error code that was sent. */
  readonly error?: string | undefined
}

/** A reply of its parts; `about` is for the log. */
export const reply = (
  response: HttpResponse,
  checks: readonly CheckResult[],
  about: Pick<Reply, 'client_id' | 'error'> = {},
): Reply => ({ response, checks, ...about })

/** Not to be kept by anybody (RFC 6749 5.1 asks for both fields). */
export const noStore: readonly Header[] = [
  ['Cache-Control', 'no-store'],
  ['Pragma', 'no-cache'],
]

/** A JSON answer that is not stored; `headers` come on top. */
export const json = (status: number, body: object, headers: readonly Header[] = noStore): HttpResponse => ({
  status,
  headers: [['Content-Type', 'application/json'], ['X-Content-Type-Options', 'nosniff'], ...headers],
  body: JSON.stringify(body),
})

/** An answer without content. */
export const empty = (status: number, headers: readonly Header[]): HttpResponse => ({
  status,
  headers,
  body: '',
})

/**
 * The error answer of every endpoint that a client calls directly (RFC 6749 5.2). A client that is not believed
 * gets 401, and a 401 names a scheme to try (RFC 9110 15.5.2).
 */
export function errorResponse(
  issuer: string,
  { error = 'invalid_request', description }: Fail,
): HttpResponse {
  const body = { error, ...(description !== undefined && { error_description: description }) }
  if (error !== 'invalid_client') return json(400, body)
  return json(401, body, [...noStore, ['WWW-Authenticate', `Basic realm="${issuer}"`]])
}

/**
 * Sends the user agent to a redirect URI with an answer in its query, which keeps what it had (RFC 6749 3.1.2).
 * 303, so that a form's body, a password perhaps, is never sent on (RFC 9700 4.12).
 */
export function redirect(
  redirect_uri: string,
  answer: Readonly<Record<string, string | undefined>>,
  headers: readonly Header[] = [],
): HttpResponse {
  const given = Object.entries(answer).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const joint = redirect_uri.includes('?') ? (/[?&]$/.test(redirect_uri) ? '' : '&') : '?'
  return empty(303, [
    ['Location', redirect_uri + joint + formOf(given)],
    ...noStore,
    ['Referrer-Policy', 'no-referrer'],
    ...headers,
  ])
}
