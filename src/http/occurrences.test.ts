import { describe, expect, test } from 'vitest'
import { basicCredentials } from './basic-credentials.ts'
import { formOf } from './form.ts'
import { growthOf } from './growth.fixture.ts'
import type { Header, HttpRequest, HttpResponse } from './message.ts'
import { nestedValuesOf, type Occurrence, occurrencesIn } from './occurrences.ts'

const formType: Header = ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8']

const request = (parts: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  origin: 'https://as.glassbox.example',
  target: '/token',
  headers: [],
  body: '',
  ...parts,
})

const response = (parts: Partial<HttpResponse> = {}): HttpResponse => ({
  status: 200,
  headers: [],
  body: '',
  ...parts,
})

/** Kind, decoded value, and the text as it stands there. */
const found = (message: HttpRequest | HttpResponse) =>
  occurrencesIn(message).map((occurrence) => [occurrence.kind, occurrence.value, textAt(message, occurrence)])

function textAt(message: HttpRequest | HttpResponse, { place, start, end }: Occurrence): string {
  if (place.part === 'header') return message.headers[place.index]?.[1].slice(start, end) ?? ''
  return (place.part === 'body' ? message.body : (message as HttpRequest).target).slice(start, end)
}

const jwt = (header: object) => `${btoa(JSON.stringify(header)).replaceAll('=', '')}.e30.c2ln`

describe('occurrences', () => {
  test('in the query of a target, decoded, where they stand', () => {
    const target = '/authorize?client_id=web-app&state=a%20b%2Bc&nonce=n-1&code_challenge=E9&scope=openid'
    expect(found(request({ method: 'GET', target }))).toEqual([
      ['state', 'a b+c', 'a%20b%2Bc'],
      ['nonce', 'n-1', 'n-1'],
      ['code_challenge', 'E9', 'E9'],
    ])
    expect(occurrencesIn(request({ target }))[0]).toEqual({
      kind: 'state',
      value: 'a b+c',
      place: { part: 'target' },
      start: target.indexOf('a%20b'),
      end: target.indexOf('&nonce'),
    })
  })

  test('in a form, each of two, and not where the body is something else', () => {
    const body =
      'code=one&grant_type=authorization_code&code=two&code_verifier=v&client_secret=s&password=p%zz'
    expect(found(request({ headers: [formType], body }))).toEqual([
      ['code', 'one', 'one'],
      ['code', 'two', 'two'],
      ['code_verifier', 'v', 'v'],
      ['client_secret', 's', 's'],
      ['password', 'p%zz', 'p%zz'],
    ])
    expect(found(request({ headers: [['Content-Type', 'text/html']], body }))).toEqual([])
    expect(found(request({ body }))).toEqual([])
  })

  test('an empty value is none, and so is a name that every object has', () => {
    expect(found(request({ target: '/?state=&code&nonce=&constructor=x&__proto__=y' }))).toEqual([])
  })

  test('Bearer and Basic credentials, in any case', () => {
    const bearer: Header = ['authorization', 'bearer  abc.def']
    const basic: Header = ['Authorization', basicCredentials('we:ird', 's3cr:et+/%&=~ é')]
    expect(found(request({ headers: [['Host', 'a'], bearer, basic] }))).toEqual([
      ['access_token', 'abc.def', 'abc.def'],
      ['client_secret', 's3cr:et+/%&=~ é', basic[1].slice('Basic '.length)],
    ])
    expect(occurrencesIn(request({ headers: [['Host', 'a'], bearer] }))[0]?.place).toEqual({
      part: 'header',
      index: 1,
    })
  })

  test.each([
    'Basic',
    'Basic ',
    'Basic !!!',
    'Basic YQ==',
    'Basic YTo=',
    'Basic /w==',
    'Bearer',
    'Bearer ',
    'DPoP a',
  ])('none in %j', (value) => expect(found(request({ headers: [['Authorization', value]] }))).toEqual([]))

  test('in the query and the fragment of a Location, and in a Referer', () => {
    const location =
      'https://app.shop.example/callback?code=c1&state=s1&iss=https%3A%2F%2Fas#access_token=t1&state=s2'
    const expected = [
      ['code', 'c1', 'c1'],
      ['state', 's1', 's1'],
      ['access_token', 't1', 't1'],
      ['state', 's2', 's2'],
    ]
    expect(found(response({ headers: [['Location', location]] }))).toEqual(expected)
    expect(found(request({ headers: [['Referer', location]] }))).toEqual(expected)
    expect(found(response({ headers: [['Location', '/x#a?code=c']] }))).toEqual([])
  })

  test('the session cookie, among others, given and taken', () => {
    expect(
      found(request({ headers: [['Cookie', 'theme=dark; __Host-session=s%3D=1 ;session =x; sessions=no']] })),
    ).toEqual([
      ['session', 's%3D=1', 's%3D=1'],
      ['session', 'x', 'x'],
    ])
    expect(found(response({ headers: [['Set-Cookie', 'session=abc; Path=/; X-session=no']] }))).toEqual([
      ['session', 'abc', 'abc'],
    ])
    expect(found(response({ headers: [['Set-Cookie', 'session=; Max-Age=0']] }))).toEqual([])
  })

  test('in JSON, by member name at any depth, escapes undone', () => {
    const body = String.raw`{"token_type":"Bearer", "access_token" : "a\/b\u00e9\"","deep":[{"refresh_token":"r"}],
      "note":"\"id_token\":\"no\"","id_token":5,"id_token":"i","state":"CA","code":"no","expires_in":300}`
    expect(found(response({ headers: [['Content-Type', 'application/json']], body }))).toEqual([
      ['access_token', 'a/bé"', String.raw`a\/b\u00e9\"`],
      ['refresh_token', 'r', 'r'],
      ['id_token', 'i', 'i'],
    ])
  })

  test.each([
    '',
    '{',
    '"',
    '{"access_token"',
    '{"access_token":',
    '{"access_token":"x',
    '{"access_token":"x\\',
    'null',
  ])('broken JSON has none: %j', (body) =>
    expect(found(response({ headers: [['Content-Type', 'application/problem+json']], body }))).toEqual([]),
  )

  test('a broken escape stays as it is', () => {
    const body = String.raw`{"access_token":"a\xb"}`
    expect(found(response({ headers: [['Content-Type', 'application/json']], body }))).toEqual([
      ['access_token', String.raw`a\xb`, String.raw`a\xb`],
    ])
  })

  test.each([
    [{ token: 'opaque', token_type_hint: 'access_token' }, 'access_token'],
    [{ token: 'opaque', token_type_hint: 'refresh_token' }, 'refresh_token'],
    [{ token_type_hint: 'refresh_token', token: jwt({ typ: 'at+jwt' }) }, 'access_token'],
    [{ token_type_hint: 'refresh_token', token: jwt({ typ: 'JWT' }) }, 'refresh_token'],
    [{ token: jwt({ typ: 'application/at+jwt' }) }, 'access_token'],
    [{ token: jwt({}) }, 'access_token'],
    [{ token: 'opaque' }, 'refresh_token'],
    [{ token: 'a.b.c', token_type_hint: 'nonsense' }, 'refresh_token'],
  ])('the token of a revocation, %j, is the %s', (pairs, kind) => {
    const body = formOf(Object.entries(pairs))
    expect(found(request({ target: '/revoke', headers: [formType], body }))).toEqual([
      [kind, pairs.token, pairs.token],
    ])
  })

  test('are read once from a message, and anew from another that says the same', () => {
    const message = request({ target: '/?state=abc' })
    expect(occurrencesIn(message)).toBe(occurrencesIn(message))
    expect(occurrencesIn({ ...message })).not.toBe(occurrencesIn(message))
    expect(occurrencesIn({ ...message, target: '/?state=x' })).toMatchObject([{ value: 'x' }])
  })

  test('a word in a page is no value', () => {
    const body = '<a href="/callback?code=abc&amp;state=xyz">abc</a>'
    expect(found(response({ headers: [['Content-Type', 'text/html; charset=utf-8']], body }))).toEqual([])
  })
})

describe('values inside a JWT', () => {
  test('a nonce, where it is text', () => {
    expect(nestedValuesOf({ payload: { nonce: 'n', sub: 's', state: 5, code_challenge: '' } })).toEqual([
      { kind: 'nonce', claim: 'nonce', value: 'n' },
    ])
  })
})

describe('size', () => {
  const json: Header = ['Content-Type', 'application/json']

  test.each<[string, (size: number) => HttpRequest | HttpResponse]>([
    ['a long parameter', (size) => request({ target: `/?state=${'a'.repeat(size)}` })],
    ['a long encoded parameter', (size) => request({ target: `/?state=${'%61'.repeat(size / 3)}` })],
    ['many parameters', (size) => request({ headers: [formType], body: 'state=s&'.repeat(size / 100) })],
    ['many tokens', (size) => request({ headers: [formType], body: 'token=a.b.c&'.repeat(size / 100) })],
    ['many names without a value', (size) => request({ headers: [formType], body: 'a&'.repeat(size / 2) })],
    ['many cookies', (size) => request({ headers: [['Cookie', 'session=x; '.repeat(size / 100)]] })],
    [
      'a cookie of spaces',
      (size) => {
        const spaces = ' '.repeat(size)
        return request({ headers: [['Cookie', `session=x${spaces}y${spaces}=${spaces}`]] })
      },
    ],
    ['a long token', (size) => request({ headers: [['Authorization', `Bearer ${'a'.repeat(size)}`]] })],
    [
      'a long secret',
      (size) => request({ headers: [['Authorization', `Basic ${btoa(`a:${'a'.repeat(size)}`)}`]] }),
    ],
    [
      'a long JSON string',
      (size) => response({ headers: [json], body: `{"access_token":"${'a'.repeat(size)}"}` }),
    ],
    ['backslashes', (size) => response({ headers: [json], body: `{"access_token":"${'\\'.repeat(size)}` })],
    ['quotation marks', (size) => response({ headers: [json], body: '"'.repeat(size) })],
    ['many members', (size) => response({ headers: [json], body: '"id_token":"x",'.repeat(size / 50) })],
    [
      'spaces in JSON',
      (size) => {
        const spaces = ' '.repeat(size)
        return response({ headers: [json], body: `"a"${spaces}:${spaces}"b"${spaces}` })
      },
    ],
  ])('%s: ten times the length takes about ten times as long', (_, messageOf) => {
    expect(growthOf((size) => occurrencesIn(messageOf(size)), 100_000)).toBeLessThan(50)
  })
})
