import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Header, HttpRequest } from '../../http/message.ts'
import { headerOf } from '../../http/message.ts'
import { cite } from '../../oauth/section.ts'
import {
  accessToken,
  apiUnderTest,
  bearer,
  claims,
  ec,
  failedFirst,
  iat,
  identifier,
  introspection,
  newEc,
  now,
  outcomes,
  rsa,
} from '../api.fixture.ts'
import { apiChecks } from './index.ts'

const realm = `Bearer realm="${identifier}"`
const form: Header = ['Content-Type', 'application/x-www-form-urlencoded']

/** Here on purpose once more: to change a citation is a decision, made with the document open. */
const citations = {
  'one-token': 'RFC 6750 §2',
  'no-token-in-query': 'RFC 9700 §4.3.2',
  'token-present': 'RFC 6750 §2.1',
  'jwt-form': 'RFC 7519 §7.2',
  'access-token-typ': 'RFC 9068 §4',
  'allowed-alg': 'RFC 8725 §3.1',
  'issuer-signature': 'RFC 9068 §4',
  'iss-equal': 'RFC 9068 §4',
  audience: 'RFC 9068 §4',
  'not-expired': 'RFC 9068 §4',
  'already-valid': 'RFC 7519 §4.1.5',
  'introspected-active': 'RFC 7662 §2.2',
  'scope-sufficient': 'RFC 6750 §3.1',
}

test('every rule cites its section and has its own name', () => {
  const checks = apiChecks(true)
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
  expect(Object.fromEntries(checks.map(({ id, section }) => [id, cite(section)]))).toEqual(citations)
  expect(apiChecks(false).map(({ id }) => id)).not.toContain('introspected-active')
})

describe('a token that is not there, or twice', () => {
  const token = accessToken()

  test.each<[string, (token: string) => Partial<HttpRequest>, string]>([
    ['nothing', () => ({}), 'token-present'],
    ['another scheme', () => ({ headers: [['Authorization', 'Basic YTpi']] }), 'token-present'],
    ['the token without a scheme', (token) => ({ headers: [['Authorization', token]] }), 'token-present'],
    ['an empty field', () => ({ headers: [['Authorization', '']] }), 'token-present'],
    ['the token in the query', (token) => ({ target: `/orders?access_token=${token}` }), 'no-token-in-query'],
    ['its name encoded', (token) => ({ target: `/orders?access%5Ftoken=${token}` }), 'no-token-in-query'],
    [
      'a form body',
      (token) => ({ method: 'POST', headers: [form], body: `access_token=${token}` }),
      'token-present',
    ],
  ])('%s: 401 that says the scheme and nothing else', async (_, request, id) => {
    const answer = await apiUnderTest().call(request(await token))
    expect(answer.response.status).toBe(401)
    expect(headerOf(answer.response, 'www-authenticate')).toBe(realm)
    expect(answer.response.body).toBe('')
    expect(failedFirst(answer)).toBe(id)
  })

  test.each<[string, (token: string) => Partial<HttpRequest>, string]>([
    ['two header fields', (token) => ({ headers: [bearer(token), bearer(token)] }), 'one-token'],
    [
      'header and query',
      (token) => ({ target: '/orders?access_token=x', headers: [bearer(token)] }),
      'one-token',
    ],
    ['header and body', (token) => ({ headers: [bearer(token), form], body: 'access_token=x' }), 'one-token'],
    ['Bearer without a token', () => ({ headers: [['Authorization', 'Bearer']] }), 'token-present'],
  ])('%s: 400 invalid_request', async (_, request, id) => {
    const answer = await apiUnderTest().call(request(await token))
    expect(answer.response.status).toBe(400)
    expect(headerOf(answer.response, 'www-authenticate')).toMatch(
      `${realm}, error="invalid_request", error_description="`,
    )
    expect(failedFirst(answer)).toBe(id)
  })

  test('the scheme in any case', async () => {
    const { call } = apiUnderTest()
    const { response } = await call({ headers: [['authorization', `bEARER  ${await token}`]] })
    expect(response.status).toBe(200)
  })
})

/** A token whose payload was changed and whose signature was not. */
async function forged(changed: object): Promise<string> {
  const [header, , signature] = (await accessToken()).split('.')
  return `${header}.${encoded({ ...claims, ...changed })}.${signature}`
}

const encoded = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

describe('a token that is not good: 401 invalid_token', () => {
  const unsigned = `${encoded({ alg: 'none', typ: 'at+jwt' })}.${encoded(claims)}.`
  const without = (claim: string) => accessToken({ [claim]: undefined })

  test.each<[string, string, () => string | Promise<string>]>([
    ['opaque text', 'jwt-form', () => 'SplxlOBeZQQYbYS6WxSbIA'],
    ['a header that is no JSON', 'jwt-form', () => 'abc.def.ghi'],
    ['a payload that is a list', 'jwt-form', () => `${encoded({ alg: 'RS256' })}.${encoded([])}.x`],
    ['an encrypted token', 'jwt-form', () => 'a.b.c.d.e'],
    ['white space in it', 'jwt-form', async () => (await accessToken()).replace('.', ' .')],
    ['an ID Token', 'access-token-typ', () => accessToken({ aud: 'web-app', nonce: 'n' }, { typ: 'JWT' })],
    ['no typ', 'access-token-typ', () => accessToken({}, { typ: undefined })],
    ['another typ', 'access-token-typ', () => accessToken({}, { typ: 'x-at+jwt' })],
    ['alg none', 'allowed-alg', () => unsigned],
    ['alg HS256', 'allowed-alg', () => `${encoded({ alg: 'HS256', typ: 'at+jwt' })}.${encoded(claims)}.c2ln`],
    ['alg ES384', 'allowed-alg', () => `${encoded({ alg: 'ES384', typ: 'at+jwt' })}.${encoded(claims)}.c2ln`],
    ['a changed payload', 'issuer-signature', () => forged({ scope: 'orders:read orders:write' })],
    ['a signature cut off', 'issuer-signature', async () => (await accessToken()).replace(/\.[^.]*$/, '.')],
    ['an unknown key', 'issuer-signature', () => accessToken({}, {}, newEc)],
    ['another key under a known name', 'issuer-signature', () => accessToken({}, { kid: ec.kid }, newEc)],
    [
      'the RSA key under the name of the other',
      'issuer-signature',
      () => accessToken({}, { kid: ec.kid }, rsa),
    ],
    [
      'a critical parameter that nobody knows',
      'issuer-signature',
      async () => {
        const [, payload, signature] = (await accessToken()).split('.')
        return `${encoded({ alg: 'RS256', typ: 'at+jwt', kid: rsa.kid, crit: ['x'], x: 1 })}.${payload}.${signature}`
      },
    ],
    ['another issuer', 'iss-equal', () => accessToken({ iss: 'https://as.glassbox.example/' })],
    ['no iss', 'iss-equal', () => without('iss')],
    ['another audience', 'audience', () => accessToken({ aud: 'web-app' })],
    ['a longer audience', 'audience', () => accessToken({ aud: `${identifier}/` })],
    ['audiences without this one', 'audience', () => accessToken({ aud: ['a', 5, [identifier]] })],
    ['no aud', 'audience', () => without('aud')],
    ['expired', 'not-expired', () => accessToken({ exp: now / 1000 - 1 })],
    ['expiring now', 'not-expired', () => accessToken({ exp: now / 1000 })],
    ['no exp', 'not-expired', () => without('exp')],
    ['an exp that is text', 'not-expired', () => accessToken({ exp: String(iat + 300) })],
    ['not valid yet', 'already-valid', () => accessToken({ nbf: now / 1000 + 61 })],
    ['issued tomorrow', 'already-valid', () => accessToken({ iat: iat + 86_400, exp: iat + 90_000 })],
    ['an iat that is text', 'already-valid', () => accessToken({ iat: 'now' })],
  ])('%s fails %s', async (_, id, token) => {
    const { as, spend } = apiUnderTest({ introspection })
    const answer = await spend(await token())
    expect(answer.response.status).toBe(401)
    expect(headerOf(answer.response, 'www-authenticate')).toMatch(
      /^Bearer realm="[^"]+", error="invalid_token", error_description="[\x20-\x21\x23-\x5B\x5D-\x7E]+"$/,
    )
    expect(JSON.parse(answer.response.body).error).toBe('invalid_token')
    expect(failedFirst(answer)).toBe(id)
    const failed = answer.checks.find((check) => check.id === id)
    expect(failed).toMatchObject({
      parameter: 'Authorization',
      expected: expect.anything(),
      hint: expect.anything(),
    })
    // A token that failed is not sent on.
    expect(as.targets()).not.toContain('/introspect')
    expect(outcomes(answer)['introspected-active']).toBe('not reached')
  })

  test('after the first failure the others are judged for the record', async () => {
    const answer = await apiUnderTest().spend(await forged({ aud: 'web-app', exp: 1 }))
    expect(outcomes(answer)).toEqual({
      'one-token': 'passed',
      'no-token-in-query': 'passed',
      'token-present': 'passed',
      'jwt-form': 'passed',
      'access-token-typ': 'passed',
      'allowed-alg': 'passed',
      'issuer-signature': 'failed',
      'iss-equal': 'would pass',
      audience: 'would fail',
      'not-expired': 'would fail',
      'already-valid': 'would pass',
      'scope-sufficient': 'would pass',
    })
  })
})

describe('a token that is good', () => {
  test.each<[string, () => Promise<string>]>([
    ['RS256', () => accessToken()],
    ['ES256', () => accessToken({}, {}, ec)],
    ['without kid', () => accessToken({}, { kid: undefined })],
    ['typ application/at+jwt', () => accessToken({}, { typ: 'application/AT+JWT' })],
    ['several audiences', () => accessToken({ aud: ['https://other.example', identifier] })],
    ['a clock that is a little off', () => accessToken({ iat: now / 1000 + 59, nbf: now / 1000 + 59 })],
    ['without iat', () => accessToken({ iat: undefined })],
  ])('%s', async (_, token) => {
    const { response } = await apiUnderTest().spend(await token())
    expect(response.status).toBe(200)
  })

  test('a key that is new: the keys are asked for again, once in 30 seconds', async () => {
    let time = now
    const { as, spend } = apiUnderTest({ clock: () => time })
    const timesAsked = () => as.targets().filter((target) => target === '/jwks').length
    await spend(await accessToken())
    const token = await accessToken({}, {}, newEc)
    for (const _ of [1, 2, 3]) expect(failedFirst(await spend(token))).toBe('issuer-signature')
    expect(timesAsked()).toBe(2)
    as.published.keys.push(newEc.jwk)
    time += 29_999
    expect(failedFirst(await spend(token))).toBe('issuer-signature')
    time += 1
    expect((await spend(token)).response.status).toBe(200)
    expect(timesAsked()).toBe(3)
  })

  test('a key that is new while the issuer does not answer: asked again the next time', async () => {
    const { as, spend } = apiUnderTest()
    await spend(await accessToken())
    const token = await accessToken({}, {}, newEc)
    as.answers.set('/jwks', () => ({ status: 500, headers: [], body: '' }))
    expect((await spend(token)).response.status).toBe(503)
    as.answers.clear()
    as.published.keys.push(newEc.jwk)
    expect((await spend(token)).response.status).toBe(200)
  })

  test('says how long it lives, and that a revoked one does too', async () => {
    const note = async (options: Parameters<typeof apiUnderTest>[0]) => {
      const { checks } = await apiUnderTest(options).spend(await accessToken())
      return checks.find(({ id }) => id === 'not-expired')?.note
    }
    expect(await note({})).toBe('expires in 286 s; until then it works here even if it is revoked')
    expect(await note({ introspection })).toBe('expires in 286 s')
  })
})

describe('revocation', () => {
  test('is not noticed without introspection', async () => {
    const { as, spend } = apiUnderTest()
    const token = await accessToken()
    as.revoked.add(token)
    expect((await spend(token)).response.status).toBe(200)
  })

  test('is noticed with it', async () => {
    const { as, spend } = apiUnderTest({ introspection })
    const token = await accessToken()
    expect((await spend(token)).response.status).toBe(200)
    as.revoked.add(token)
    const answer = await spend(token)
    expect(answer.response.status).toBe(401)
    expect(headerOf(answer.response, 'www-authenticate')).toContain('error="invalid_token"')
    expect(failedFirst(answer)).toBe('introspected-active')
  })
})

describe('scope', () => {
  test.each<[string, unknown, string, string]>([
    ['the other scope', 'orders:read', 'POST', 'orders:write'],
    ['a longer name', 'orders:readonly', 'GET', 'orders:read'],
    ['another case', 'Orders:Read', 'GET', 'orders:read'],
    ['an empty one', '', 'GET', 'orders:read'],
    ['none', undefined, 'GET', 'orders:read'],
    ['a list', ['orders:read'], 'GET', 'orders:read'],
  ])('%s is not enough: 403 insufficient_scope', async (_, scope, method, needed) => {
    const answer = await apiUnderTest().spend(await accessToken({ scope }), { method, body: '{}' })
    expect(answer.response.status).toBe(403)
    const challenge = headerOf(answer.response, 'www-authenticate')
    expect(challenge).toMatch(/error="insufficient_scope"/)
    expect(challenge).toMatch(`scope="${needed}"`)
    expect(failedFirst(answer)).toBe('scope-sufficient')
  })
})

describe('anything at all', () => {
  const parts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json().map(btoaOf),
    fc.constantFrom('', '.', 'e30', '=', '%00'),
  )

  test('never throws and never gets in', async () => {
    const { spend } = apiUnderTest()
    const refused = fc.asyncProperty(fc.array(parts, { maxLength: 6 }), async (texts) => {
      const { response } = await spend(texts.join('.'))
      expect([400, 401]).toContain(response.status)
      expect(headerOf(response, 'www-authenticate')).toMatch(/^Bearer [\x20-\x7e]+$/)
    })
    await fc.assert(refused, { numRuns: 300 })
  })

  test('headers and payloads of any JSON', async () => {
    const { spend } = apiUnderTest()
    const objects = fc.dictionary(
      fc.constantFrom('alg', 'typ', 'kid', 'crit', 'jwk', 'iss', 'aud', 'exp', 'iat', 'nbf', 'scope', 'b64'),
      fc.oneof(fc.jsonValue(), fc.constantFrom('RS256', 'at+jwt', 'rsa-1', identifier, 2e9)),
    )
    const refused = fc.asyncProperty(objects, objects, async (header, payload) => {
      const text = [
        { typ: 'at+jwt', alg: 'RS256', ...header },
        { ...claims, ...payload },
      ].map((part) => btoaOf(JSON.stringify(part)))
      expect((await spend(`${text.join('.')}.c2ln`)).response.status).toBe(401)
    })
    await fc.assert(refused, { numRuns: 200 })
  })

  test('any request', async () => {
    const { call } = apiUnderTest()
    const text = fc.string({ unit: 'binary' })
    const requests = fc.record({
      method: fc.oneof(text, fc.constantFrom('GET', 'POST', 'OPTIONS')),
      target: fc.oneof(
        text,
        text.map((query) => `/orders?${query}`),
      ),
      headers: fc.array(fc.tuple(fc.oneof(text, fc.constantFrom('Authorization', 'Content-Type')), text)),
      body: text,
    })
    const answered = fc.asyncProperty(requests, async (request) => {
      const { response } = await call(request)
      expect(response.status).toBeGreaterThanOrEqual(204)
      expect(response.status).toBeLessThan(500)
    })
    await fc.assert(answered, { numRuns: 300 })
  })

  test('a megabyte is refused at once, and told of shortly', async () => {
    const { spend } = apiUnderTest()
    const begin = performance.now()
    for (const token of ['a'.repeat(1_000_000), `${'a'.repeat(1_000_000)}.b.c`, '.'.repeat(1_000_000)]) {
      const answer = await spend(token)
      expect(failedFirst(answer)).toBe('jwt-form')
      expect(JSON.stringify(answer.checks).length).toBeLessThan(5000)
    }
    expect(performance.now() - begin).toBeLessThan(1000)
  })
})

function btoaOf(text: string): string {
  const binary = String.fromCharCode(...new TextEncoder().encode(text))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
