import { type HttpRequest, queryOf } from '../http/message.ts'

const limits = { targetBytes: 64 * 1024, bodyBytes: 64 * 1024, parameters: 1000 } as const

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
  // So many parameters need as many characters, so few requests have to be counted.
  if (request.target.length + request.body.length < limits.parameters) return undefined
  const parameters = countOf(queryOf(request.target)) + countOf(request.body)
  return parameters > limits.parameters ? 400 : undefined
}

/** A UTF-16 code unit is at most three bytes of UTF-8, so few texts have to be encoded to know. */
const isLonger = (text: string, bytes: number): boolean =>
  text.length * 3 > bytes && (text.length > bytes || new TextEncoder().encode(text).length > bytes)

/** Counted without parsing, empty ones too: that is what would have to be parsed. */
const countOf = (text: string): number => (text === '' ? 0 : text.split('&').length)
