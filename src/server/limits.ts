import { type HttpRequest, queryOf } from '../http/message.ts'

const limits = { targetBytes: 64 * 1024, bodyBytes: 64 * 1024, parameters: 1000 } as const

/** Why a request is turned away before anything in it is read. */
interface Trouble {
  readonly status: 400 | 413 | 414
  readonly description: string
  readonly expected: string
  readonly received: string
}

/** What makes a request one that this server does not read; undefined when it does. */
export function unreadable({ target, body }: HttpRequest): Trouble | undefined {
  if (isLonger(target, limits.targetBytes))
    return tooLarge(414, `a target of ${limits.targetBytes} bytes`, target.length)
  if (isLonger(body, limits.bodyBytes))
    return tooLarge(413, `a body of ${limits.bodyBytes} bytes`, body.length)
  // So many parameters need as many characters, so few requests have to be counted.
  const parameters =
    target.length + body.length < limits.parameters ? 0 : countOf(queryOf(target)) + countOf(body)
  if (parameters > limits.parameters) return tooLarge(400, `${limits.parameters} parameters`, parameters)
  // A request target is visible ASCII: everything else is percent-encoded (RFC 9112 3.2, RFC 3986 2).
  if (/^[!-~]*$/.test(target)) return undefined
  return {
    status: 400,
    description: 'The request target holds a character that must be percent-encoded.',
    expected: 'a target of visible ASCII',
    received: 'a character that must be percent-encoded',
  }
}

const tooLarge = (status: Trouble['status'], most: string, received: number): Trouble => ({
  status,
  description: 'The request is larger than this server reads.',
  expected: `at most ${most}`,
  received: String(received),
})

/** A UTF-16 code unit is at most three bytes of UTF-8, so few texts have to be encoded to know. */
const isLonger = (text: string, bytes: number): boolean =>
  text.length * 3 > bytes && (text.length > bytes || new TextEncoder().encode(text).length > bytes)

/** Counted without parsing, empty ones too: that is what would have to be parsed. */
const countOf = (text: string): number => (text === '' ? 0 : text.split('&').length)
