import type { Header, HttpResponse } from '../http/message.ts'
import type { Fail } from '../oauth/check.ts'

/** What every answer of the API has: nothing to be kept, and scripts of every site may read it. */
const always: readonly Header[] = [
  ['Cache-Control', 'no-store'],
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'WWW-Authenticate, Location'],
]

/** A JSON answer of the API; `headers` come on top. */
export const jsonAnswer = (status: number, body: object, headers: readonly Header[] = []): HttpResponse => ({
  status,
  headers: [
    ['Content-Type', 'application/json'],
    ['X-Content-Type-Options', 'nosniff'],
    ...always,
    ...headers,
  ],
  body: JSON.stringify(body),
})

const emptyAnswer = (status: number, headers: readonly Header[] = []): HttpResponse => ({
  status,
  headers: [...always, ...headers],
  body: '',
})

/** What a script of any site may send, told ahead (Fetch, CORS protocol). `seconds` that it may be remembered: 600. */
export const preflightAnswer = (methods: readonly string[]): HttpResponse =>
  emptyAnswer(204, [
    ['Access-Control-Allow-Methods', methods.join(', ')],
    ['Access-Control-Allow-Headers', 'Authorization, Content-Type, DPoP'],
    ['Access-Control-Max-Age', '600'],
  ])

/** Status by error code (RFC 6750 3.1); the last one is that of RFC 6749 4.1.2.1 for a server in trouble. */
const statusOf: Readonly<Record<string, number>> = {
  invalid_request: 400,
  invalid_token: 401,
  insufficient_scope: 403,
  temporarily_unavailable: 503,
}

/**
 * The answer to a request that a check refused (RFC 6750 3): a challenge that says why, and the same as JSON. Who
 * did not authenticate at all is told the scheme and nothing else (3.1).
 */
export function refusal(realm: string, scope: string, { error, description }: Fail): HttpResponse {
  if (error === undefined) return emptyAnswer(401, [challenge({ realm })])
  const status = statusOf[error] ?? 400
  const problem = { error, ...(description !== undefined && { error_description: description }) }
  if (status === 503) return jsonAnswer(status, problem)
  const asked = error === 'insufficient_scope' ? { scope } : {}
  return jsonAnswer(status, { ...problem, ...asked }, [challenge({ realm, ...problem, ...asked })])
}

/** A Bearer challenge; in its values stands only what RFC 6750 3 lets stand there. */
function challenge(attributes: Readonly<Record<string, string>>): Header {
  const pairs = Object.entries(attributes).map(
    ([name, value]) => `${name}="${value.replace(/[^\x20-\x21\x23-\x5B\x5D-\x7E]/g, '?')}"`,
  )
  return ['WWW-Authenticate', `Bearer ${pairs.join(', ')}`]
}
