import type { Header, HttpRequest, HttpResponse } from './message.ts'
import { reasonPhrase } from './status.ts'

/** Why a text is not a request, as a sentence, and the line where that shows, counted from 1. */
export interface RequestProblem {
  readonly problem: string
  readonly line: number
}

/** A request as it stands on the wire in HTTP/1.1 (RFC 9112 2.1), with a line feed at each line's end, for editing. */
export const requestToText = ({ method, target, headers, body }: HttpRequest): string =>
  messageText(`${method} ${target} HTTP/1.1`, headers, body)

/** A response as it stands on the wire in HTTP/1.1, with its registered reason phrase (RFC 9112 4). */
export const responseToText = ({ status, headers, body }: HttpResponse): string =>
  messageText(`HTTP/1.1 ${status} ${reasonPhrase(status)}`, headers, body)

const messageText = (startLine: string, headers: readonly Header[], body: string): string =>
  [startLine, ...headers.map(([name, value]) => `${name}: ${value}`), '', body].join('\n')

/**
 * The request that a person wrote, to be sent to `origin`. Undoes {@link requestToText} exactly. Everything that can
 * stand in a message is kept as typed, also a wrong Content-Length; empty lines before the request, carriage returns
 * at line ends and a missing HTTP version are forgiven (RFC 9112 2.2). Up to the first empty line it is lines; after
 * it, every character is body.
 */
export function requestFromText(
  text: string,
  origin: string,
): { readonly request: HttpRequest } | RequestProblem {
  const { lines, first, body } = headOf(text)
  const [requestLine = '', ...fieldLines] = lines
  const start = readRequestLine(requestLine)
  if ('problem' in start) return { ...start, line: first }
  const headers: Header[] = []
  for (const [index, line] of fieldLines.entries()) {
    const field = readFieldLine(line)
    if ('problem' in field) return { ...field, line: first + 1 + index }
    headers.push(field.header)
  }
  return { request: { ...start, origin, headers, body } }
}

/** The lines before the first empty one, without their ends; the number of the first; and what follows, untouched. */
function headOf(text: string): { lines: string[]; first: number; body: string } {
  const skipped = /^(?:\r?\n)*/.exec(text)?.[0] ?? ''
  const first = skipped.split('\n').length
  const message = text.slice(skipped.length)
  const blank = /\n\r?\n/.exec(message)
  const head = blank ? message.slice(0, blank.index) : message.replace(/\r?\n$/, '')
  const body = blank ? message.slice(blank.index + blank[0].length) : ''
  return { lines: head.split('\n').map((line) => line.replace(/\r$/, '')), first, body }
}

type Problem = { readonly problem: string }

/** `method SP target [SP HTTP-version]`; the target may hold spaces and other odd text (RFC 9112 3). */
function readRequestLine(line: string): Pick<HttpRequest, 'method' | 'target'> | Problem {
  if (line.trim() === '')
    return { problem: 'Here the request begins: a method and a target, such as GET /orders.' }
  const control = line.includes('\t') ? 'U+0009' : controlIn(line)
  if (control) return { problem: `The request line holds the control character ${control}.` }
  const words = line.replace(/ HTTP\/\d(?:\.\d)?$/, '')
  const space = words.indexOf(' ')
  const method = space === -1 ? words : words.slice(0, space)
  const target = space === -1 ? '' : words.slice(space).replace(/^ +/, '')
  if (method === '' || method.startsWith('/') || method.startsWith('HTTP/'))
    return { problem: 'The request line begins with a method, such as GET or POST, and a space.' }
  if (!target.startsWith('/'))
    return { problem: 'After the method stands the target: path and query, beginning with a slash.' }
  return { method, target }
}

/** `name: value`, the name a token and nothing between it and the colon (RFC 9112 5.1, RFC 9110 5.6.2). */
function readFieldLine(line: string): { readonly header: Header } | Problem {
  const colon = line.indexOf(':')
  const name = line.slice(0, colon)
  const value = line.slice(colon + 1).replace(/^[ \t]+/, '')
  if (/^[ \t]/.test(line))
    return {
      problem: 'A header line begins with its name: a value cannot go on in the next line (RFC 9112 5.2).',
    }
  if (colon === -1)
    return { problem: 'A header line is a name, a colon and a value. The body begins after an empty line.' }
  if (name === '') return { problem: 'Before the colon stands the name of the header field.' }
  if (/[ \t]/.test(name)) return { problem: `The name of a header field has no spaces: “${name}”.` }
  if (!/^[\w!#$%&'*+\-.^`|~]+$/.test(name))
    return { problem: `The name of a header field has letters, digits and !#$%&'*+-.^_\`|~ only: “${name}”.` }
  const control = controlIn(value)
  if (control) return { problem: `The value of ${name} holds the control character ${control}.` }
  return { header: [name, withoutTrailingSpace(value)] }
}

/** No regular expression: on a long run of inner spaces, one would look at each of them as a possible end. */
function withoutTrailingSpace(text: string): string {
  let end = text.length
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end--
  return text.slice(0, end)
}

/** What RFC 9110 5.5 keeps out of a line; a tab may stand in a field's value. */
const isControl = (character: string): boolean =>
  (character < ' ' && character !== '\t') || character === '\u007f'

/** The first control character of a text as it is written about, e.g. `U+0007`; undefined when there is none. */
function controlIn(text: string): string | undefined {
  for (const character of text) {
    if (isControl(character))
      return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  }
  return undefined
}
