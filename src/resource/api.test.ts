import { describe, expect, test } from 'vitest'
import { formOf } from '../http/form.ts'
import { type Header, type HttpResponse, headerOf } from '../http/message.ts'
import { accessToken, apiUnderTest, identifier, introspection, issuer } from './api.fixture.ts'

const json: Header = ['Content-Type', 'application/json']
const writer = () => accessToken({ scope: 'orders:read orders:write' })

describe('orders', () => {
  test('GET /orders lists them, and says who asked', async () => {
    const { spend } = apiUnderTest()
    const { response, checks } = await spend(await accessToken())
    expect(response.status).toBe(200)
    expect(headerOf(response, 'content-type')).toBe('application/json')
    expect(headerOf(response, 'cache-control')).toBe('no-store')
    const body = JSON.parse(response.body)
    expect(body).toMatchObject({ sub: '248289761001', client_id: 'web-app' })
    expect(body.orders.length).toBeGreaterThan(1)
    expect(new Set(checks.map(({ outcome }) => outcome))).toEqual(new Set(['passed']))
  })

  test('HEAD is GET without the body; a query is ignored', async () => {
    const { spend } = apiUnderTest()
    const { response } = await spend(await accessToken(), { method: 'HEAD', target: '/orders?limit=1' })
    expect(response).toMatchObject({ status: 200, body: '' })
  })

  test('POST /orders answers with the new order and its address', async () => {
    const { spend } = apiUnderTest()
    const body = '{"item":"Tea","quantity":2,"sub":"somebody else","__proto__":{"x":1}}'
    const { response } = await spend(await writer(), { method: 'POST', headers: [json], body })
    expect(response.status).toBe(201)
    const order = JSON.parse(response.body)
    expect(order).toMatchObject({ item: 'Tea', quantity: 2, sub: '248289761001', status: 'received' })
    expect(headerOf(response, 'location')).toBe(`/orders/${order.id}`)
  })

  test.each<[string, Header[], string, number]>([
    ['a form', [['Content-Type', 'application/x-www-form-urlencoded']], 'item=Tea', 415],
    ['no type', [], '{}', 415],
    ['no JSON', [json], '{"item":', 400],
    ['nothing', [json], '', 400],
    ['a list', [json], '[]', 400],
    ['null', [json], 'null', 400],
    ['more than 8 KiB', [json], JSON.stringify({ item: 'é'.repeat(4096) }), 413],
  ])('POST of %s is refused', async (_, headers, body, status) => {
    const { spend } = apiUnderTest()
    const { response } = await spend(await writer(), { method: 'POST', headers, body })
    expect(response.status).toBe(status)
    expect(JSON.parse(response.body)).toMatchObject({ error: 'invalid_request' })
  })
})

describe('what is there', () => {
  test.each(['/', '/orders/', '/orders/o-1041', '/Orders', '/constructor', '//', '/%', '*', ''])(
    'nothing at %j',
    async (target) => {
      const { response, checks } = await apiUnderTest().call({ target })
      expect(response.status).toBe(404)
      expect(JSON.parse(response.body)).toMatchObject({ error: 'not_found' })
      expect(checks).toMatchObject([{ id: 'operation-known', outcome: 'failed' }])
    },
  )

  test.each(['PUT', 'DELETE', 'get', 'constructor', ''])('no method %j', async (method) => {
    const { response } = await apiUnderTest().call({ method })
    expect(response.status).toBe(405)
    expect(headerOf(response, 'allow')).toBe('GET, POST, HEAD, OPTIONS')
  })

  test('a preflight is answered without a token', async () => {
    const { response } = await apiUnderTest().call({
      method: 'OPTIONS',
      headers: [['Origin', 'https://app.shop.example']],
    })
    expect(response.status).toBe(204)
    expect(headerOf(response, 'access-control-allow-origin')).toBe('*')
    expect(headerOf(response, 'access-control-allow-methods')).toBe('GET, POST')
    expect(headerOf(response, 'access-control-allow-headers')).toBe('Authorization, Content-Type, DPoP')
  })

  test('scripts of other sites may read every answer, and why it was refused', async () => {
    const { call, spend } = apiUnderTest()
    const token = await accessToken()
    for (const { response } of [
      await call(),
      await call({ target: '/x' }),
      await call({ method: 'PUT' }),
      await spend(token),
    ]) {
      expect(headerOf(response, 'access-control-allow-origin')).toBe('*')
      expect(headerOf(response, 'access-control-expose-headers')).toContain('WWW-Authenticate')
      expect(headerOf(response, 'cache-control')).toBe('no-store')
    }
  })
})

describe('what the API asks the issuer', () => {
  test('its metadata and keys, once', async () => {
    const { as, spend } = apiUnderTest()
    await spend(await accessToken())
    await spend(await accessToken())
    expect(as.targets()).toEqual(['/.well-known/openid-configuration', '/jwks'])
  })

  test('below the path of an issuer that has one', async () => {
    const tenant = 'https://as.example/tenant/1'
    const { as, spend } = apiUnderTest({ issuer: tenant })
    const { response } = await spend(await accessToken({ iss: tenant }))
    expect(response.status).toBe(200)
    expect(as.targets()).toEqual(['/tenant/1/.well-known/openid-configuration', '/tenant/1/jwks'])
  })

  test('nothing, where there is no token', async () => {
    const { as, call } = apiUnderTest()
    await call()
    expect(as.asked).toEqual([])
  })

  test('introspection in one message, as the client that it is', async () => {
    const { as, spend } = apiUnderTest({ introspection })
    const token = await accessToken()
    expect((await spend(token)).response.status).toBe(200)
    expect(as.asked.at(-1)).toEqual({
      method: 'POST',
      origin: issuer,
      target: '/introspect',
      headers: [
        ['Host', 'as.glassbox.example'],
        ['Authorization', `Basic ${btoa('orders-api:s3cr%3Aet%2B%2F%25')}`],
        ['Content-Type', 'application/x-www-form-urlencoded'],
        ['Accept', 'application/json'],
      ],
      body: formOf([
        ['token', token],
        ['token_type_hint', 'access_token'],
      ]),
    })
    expect(as.asked).toHaveLength(3)
  })

  const answer = (status: number, body: string) => (): HttpResponse => ({ status, headers: [], body })
  const discovery = '/.well-known/openid-configuration'

  test.each<[string, string, () => HttpResponse]>([
    ['metadata that is not there', discovery, answer(404, '')],
    ['metadata that is a page', discovery, answer(200, '<html>')],
    ['metadata of another issuer', discovery, answer(200, '{"issuer":"https://evil.example"}')],
    ['metadata without keys', discovery, answer(200, `{"issuer":"${issuer}"}`)],
    ['a key address that is none', discovery, answer(200, `{"issuer":"${issuer}","jwks_uri":"x"}`)],
    ['metadata that is a list', discovery, answer(200, '[]')],
    ['keys that are not there', '/jwks', answer(500, '')],
    ['keys that are none', '/jwks', answer(200, '{"keys":{}}')],
    ['keys that are null', '/jwks', answer(200, '{"keys":[null]}')],
    ['a wrong secret at introspection', '/introspect', answer(401, '{"error":"invalid_client"}')],
    [
      'nobody there',
      discovery,
      () => {
        throw new TypeError('Failed to fetch')
      },
    ],
  ])('%s: 503, and no challenge', async (_, target, trouble) => {
    const { as, spend } = apiUnderTest({ introspection })
    as.answers.set(target, trouble)
    const { response, checks } = await spend(await accessToken())
    expect(response.status).toBe(503)
    expect(JSON.parse(response.body)).toMatchObject({ error: 'temporarily_unavailable' })
    expect(headerOf(response, 'www-authenticate')).toBeUndefined()
    const failed = checks.find(({ outcome }) => outcome === 'failed')
    expect(failed?.id).toBe(target === '/introspect' ? 'introspected-active' : 'issuer-signature')
    expect(failed?.received).toMatch(/\.$/)

    as.answers.clear()
    expect((await spend(await accessToken())).response.status).toBe(200)
  })

  test('the realm is the API', async () => {
    const { response } = await apiUnderTest().call()
    expect(headerOf(response, 'www-authenticate')).toBe(`Bearer realm="${identifier}"`)
  })
})
