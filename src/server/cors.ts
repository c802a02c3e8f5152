import type { Header } from '../http/message.ts'

/** For every answer: any origin may read it, without cookies (OIDC Core 5.3, RFC 9449 8 for the nonce). */
export const sharedWithAnyOrigin: readonly Header[] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'WWW-Authenticate, DPoP-Nonce'],
]

/** For the answer to a preflight: what any origin may send. */
export const preflightAnswer = (methods: readonly string[]): readonly Header[] => [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', methods.join(', ')],
  ['Access-Control-Allow-Headers', 'Authorization, Content-Type, DPoP'],
  ['Access-Control-Max-Age', '600'],
]
