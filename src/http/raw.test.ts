import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { growthOf } from './growth.fixture.ts'
import type { HttpRequest } from './message.ts'
import { requestFromText, requestToText, responseToText } from './raw.ts'

const origin = 'https://as.glassbox.example'

const tokenRequest: HttpRequest = {
  method: 'POST',
  origin,
  target: '/token',
  headers: [
    ['Host', 'as.glassbox.example'],
    ['Content-Type', 'application/x-www-form-urlencoded'],
  ],
  body: 'grant_type=authorization_code&code=abc',
}

const read = (text: string) => requestFromText(text, origin)

function requestOf(text: string): HttpRequest {
  const result = read(text)
  if ('problem' in result) throw new Error(`line ${result.line}: ${result.problem}`)
  return result.request
}

describe('a message as text', () => {
  test('a request is its line, its fields, an empty line and its body', () => {
    expect(requestToText(tokenRequest)).toBe(
      [
        'POST /token HTTP/1.1',
        'Host: as.glassbox.example',
        'Content-Type: application/x-www-form-urlencoded',
        '',
        'grant_type=authorization_code&code=abc',
      ].join('\n'),
    )
  })

  test('a response begins with its status and the registered reason', () => {
    const response = { status: 302, headers: [['Location', '/signin']] as const, body: '' }
    expect(responseToText(response)).toBe('HTTP/1.1 302 Found\nLocation: /signin\n\n')
    expect(responseToText({ status: 299, headers: [], body: 'x' })).toBe('HTTP/1.1 299 \n\nx')
  })
})

describe('a request from text', () => {
  const printable = (characters: RegExp) =>
    fc.string({ unit: 'binary' }).filter((text) => !characters.test(text))
  const lineText = printable(/[^\P{Cc}]/u)
  const name = fc.stringMatching(/^[\w!#$%&'*+\-.^`|~]+$/)
  const value = fc
    .oneof(lineText, fc.constantFrom('', 'a  b', 'a\tb', '🔑 ключ', ': :', '"quoted\\"'))
    .map((text) => text.replace(/^[ \t]+|[ \t]+$/g, ''))
  const requests: fc.Arbitrary<HttpRequest> = fc.record({
    method: fc.oneof(
      fc.constantFrom('GET', 'POST', 'get', 'M-SEARCH', 'PÖST', '%', 'HTTP'),
      lineText.filter((text) => /^[^ /][^ ]*$/.test(text) && !text.startsWith('HTTP/')),
    ),
    origin: fc.constant(origin),
    target: lineText.map((text) => `/${text}`),
    headers: fc.array(fc.tuple(name, value)),
    body: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n', '\n\na\r\n\n', 'a=1\n', '\r\n', '\u0000'),
    ),
  })

  test('undoes requestToText for every request that a message can hold', () => {
    const undone = fc.property(requests, (request) => {
      expect(requestOf(requestToText(request))).toEqual(request)
    })
    fc.assert(undone, { numRuns: 500 })
  })

  test('never throws, and names a line that is there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const result = read(text)
        if ('problem' in result) {
          expect(result.line).toBeGreaterThan(0)
          expect(result.line).toBeLessThanOrEqual(text.split('\n').length)
        }
      }),
    )
  })

  test.each([
    ['carriage returns', requestToText(tokenRequest).replaceAll('\n', '\r\n')],
    ['no version', requestToText(tokenRequest).replace(' HTTP/1.1', '')],
    ['another version', requestToText(tokenRequest).replace('1.1', '2')],
    ['empty lines before it', `\n\r\n${requestToText(tokenRequest)}`],
    [
      'white space around values',
      requestToText(tokenRequest).replace('Host: ', 'Host: \t ').replace('e\n', 'e \t\n'),
    ],
    ['no space after the colon', requestToText(tokenRequest).replace('Host: ', 'Host:')],
    ['several spaces before the target', requestToText(tokenRequest).replace(' /token', '   /token')],
  ])('forgives %s', (_, text) => expect(requestOf(text)).toEqual(tokenRequest))

  test.each(['GET /orders', 'GET /orders\n', 'GET /orders HTTP/1.1\r\n', 'GET /orders HTTP/1.1\r\n\r\n'])(
    'a head alone has no body: %j',
    (text) =>
      expect(requestOf(text)).toEqual({ method: 'GET', origin, target: '/orders', headers: [], body: '' }),
  )

  test('keeps what is odd: a wrong length, a doubled field, bad encodings, a space in the target', () => {
    const text = 'GET /a b?x=%zz&x=%FF HTTP/1.1\nContent-Length: 999\nX: 1\nx: 1\n\nbody'
    expect(requestToText(requestOf(text))).toBe(text)
  })

  test.each([
    ['nothing', '', 1, /begins/],
    ['only white space', ' \n', 1, /begins/],
    ['no method', '/orders HTTP/1.1', 1, /method/],
    ['no target', 'GET', 1, /target/],
    ['only a version after the method', 'GET HTTP/1.1', 1, /target/],
    ['an absolute target', 'GET https://evil.example/ HTTP/1.1', 1, /slash/],
    ['a target that would change the host', 'GET @evil.example/ HTTP/1.1', 1, /slash/],
    ['a response', 'HTTP/1.1 200 OK', 1, /method/],
    ['a tab in the request line', 'GET\t/orders', 1, /U\+0009/],
    ['NUL in the target', 'GET /\u0000', 1, /U\+0000/],
    ['no colon', 'GET /\nHost: a\nnonsense', 3, /colon/],
    ['a body without an empty line', 'POST /token\nHost: a\ngrant_type=x', 3, /empty line/],
    ['no name', 'GET /\n: a', 2, /name/],
    ['a space in a name', 'GET /\nX Y: a', 2, /spaces/],
    ['a space before the colon', 'GET /\nHost : a', 2, /spaces/],
    ['a name that is no token', 'GET /\nA(b): c', 2, /letters/],
    ['a line that goes on', 'GET /\nX: a\n  b', 3, /next line/],
    ['a bare carriage return', 'GET /\nX: a\rSet-Cookie: b', 2, /U\+000D/],
    ['lines after empty ones', '\n\nGET /\nX', 4, /colon/],
  ])('says where it is not a request: %s', (_, text, line, problem) => {
    expect(read(text)).toEqual({ problem: expect.stringMatching(problem), line })
  })

  test('ten times the length takes about ten times as long', () => {
    const read = (size: number) => {
      const spaces = ' '.repeat(size)
      requestOf(`GET /${spaces}x\nX: a${spaces}b\n\n${spaces}`)
    }
    expect(growthOf(read, 100_000)).toBeLessThan(50)
  })
})
