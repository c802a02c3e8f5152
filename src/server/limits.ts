import { type HttpRequest, queryOf } from '../http/message.ts'

export const limits = { targetBytes: 64 * 1024, bodyBytes: 64 * 1024, parameters: 1000 } as const

/** Why a request is turned away before anything in it is read; undefined when it can be read. */
export function unreadable(
  request: HttpRequest,
): { readonly status: 400 | 413 | 414; readonly description: string } | undefined {
  const status = excessOf(request)
  if (status) return { status, description: 'The request is larger than this server reads.' }
  // A request target is visible ASCII: everything else is percent-encoded (RFC 9112 3.2, RFC 3986 2).
  if (/^[!-~]*$/.test(request.target)) return undefined
  return { status: 400, description: 'The request target holds a character that must be percent-encoded.' }
}

function excessOf(request: HttpRequest): 400 | 413 | 414 | undefined {
  if (isLonger(request.target, limits.targetBytes)) return 414
  if (isLonger(request.body, limits.bodyBytes)) return 413
  const parameters = countOf(queryOf(request.target)) + countOf(request.body)
  return parameters > limits.parameters ? 400 : undefined
}

const isLonger = (text: string, bytes: number): boolean =>
  text.length > bytes || new TextEncoder().encode(text).length > bytes

/** Counted without parsing, empty ones too: that is what would have to be parsed. */
const countOf = (text: string): number => (text === '' ? 0 : text.split('&').length)
