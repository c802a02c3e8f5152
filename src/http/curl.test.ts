import { expect, test } from 'vitest'
import { toCurl } from './curl.ts'
import type { HttpRequest } from './message.ts'

// That a shell and curl understand it so is tested where there are both: src/node/curl.test.ts.

const request = (parts: Partial<HttpRequest>): HttpRequest => ({
  method: 'GET',
  origin: 'https://as.glassbox.example',
  target: '/token',
  headers: [
    ['Host', 'as.glassbox.example'],
    ['Accept', 'application/json'],
    ['User-Agent', 'glassbox'],
  ],
  body: '',
  ...parts,
})

test('one option a line, and none that says what curl does anyway', () => {
  const headers = [...request({}).headers, ['Content-Type', 'application/x-www-form-urlencoded'] as const]
  expect(toCurl(request({ method: 'POST', headers, body: "code=it's" }))).toBe(
    [
      'curl https://as.glassbox.example/token \\',
      "  -H 'Accept: application/json' \\",
      "  -H 'User-Agent: glassbox' \\",
      "  -H 'Content-Type: application/x-www-form-urlencoded' \\",
      "  --data-raw 'code=it'\\''s'",
    ].join('\n'),
  )
})

test.each<[string, Partial<HttpRequest>, string]>([
  ['another method', { method: 'PUT' }, '-X PUT'],
  ['POST without a body', { method: 'POST' }, '-X POST'],
  ['GET with a body', { body: 'a' }, '-X GET'],
  ['HEAD', { method: 'HEAD' }, '--head'],
  ['brackets', { target: '/?a[]=1' }, '--globoff'],
  ['dot segments', { target: '/a/%2E./b' }, '--path-as-is'],
  ['a space', { target: '/a b' }, "--request-target '/a b'"],
  ['a hash', { target: '/a#b' }, "--request-target '/a#b'"],
  ['another host', { headers: [['Host', 'evil.example']] }, "-H 'Host: evil.example'"],
  ['no host', { headers: [] }, '-H Host:'],
  ['an empty field', { headers: [['X-Empty', '']] }, "-H 'X-Empty;'"],
  ['NUL in the body', { method: 'POST', body: '100%\0\\' }, '--data-binary @-'],
])('%s needs an option', (_, parts, option) => {
  expect(toCurl(request(parts)).split(' \\\n  ')).toContain(option)
  expect(toCurl(request({}))).not.toContain(option)
})

test('a GET of a plain URL needs none', () => {
  expect(toCurl(request({ target: '/a.b/..c?x=/../y' }))).not.toMatch(/-X|--/)
})
