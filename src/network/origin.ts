import { type HttpExchange, type HttpResponse, headersOf } from '../http/message.ts'

const usual = 'strict-origin-when-cross-origin'

const policies = new Set([
  'no-referrer',
  'no-referrer-when-downgrade',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  usual,
  'unsafe-url',
])

/** The last policy in a response's Referrer-Policy that a browser knows (Referrer Policy 4.1, 8.1). */
export const referrerPolicyOf = (response: HttpResponse): string | undefined =>
  headersOf(response, 'referrer-policy')
    .flatMap((value) => value.split(','))
    .map((token) => token.trim().toLowerCase())
    .findLast((token) => policies.has(token))

/**
 * What a form of this origin says in `Origin` when it posts to that URL: a page that must not tell its address does
 * not tell its origin either, not even to itself (Fetch 3.2, "append a request Origin header").
 */
export function originSent(origin: string, to: URL, policy: string = usual): string {
  if (policy === 'no-referrer') return 'null'
  if (policy === 'same-origin') return to.origin === origin ? origin : 'null'
  const downgrades = origin.startsWith('https:') && to.protocol !== 'https:'
  const isStrict = policy === usual || policy === 'strict-origin' || policy === 'no-referrer-when-downgrade'
  return isStrict && downgrades ? 'null' : origin
}

/** The same after a redirect: from one foreign origin to another, it is not told any more (Fetch 4.4). */
export function originAfter(origin: string, { request, response }: HttpExchange, to: URL): string {
  const tainted = to.origin !== request.origin && origin !== request.origin
  return origin === 'null' || tainted ? 'null' : originSent(origin, to, referrerPolicyOf(response))
}
