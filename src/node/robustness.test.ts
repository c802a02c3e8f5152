import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { basicCredentials } from '../http/basic-credentials.ts'
import { type Header, type HttpRequest, type HttpResponse, headerOf } from '../http/message.ts'
import { connectTo, sendTo } from './connection.fixture.ts'
import { close, portOf } from './listen.ts'
import { startServers } from './servers.ts'

let servers: Awaited<ReturnType<typeof startServers>>
let port: number
const exceptions = vi.spyOn(console, 'error')

beforeAll(async () => {
  servers = await startServers({ port: 0, apiPort: 0, redirectUris: [], introspect: false })
  port = portOf(servers.sockets[0])
})

afterEach(async () => {
  expect((await send({ target: '/jwks' })).status).toBe(200)
  expect(exceptions).not.toHaveBeenCalled()
})

afterAll(() => servers.sockets.forEach(close))

const send = (request: Partial<HttpRequest>): Promise<HttpResponse> =>
  sendTo(port)({ method: 'GET', origin: servers.issuer, target: '/', headers: [], body: '', ...request })

const form: Header = ['Content-Type', 'application/x-www-form-urlencoded']
const client: Header = ['Authorization', basicCredentials('web-app', 'web-app-secret')]
const post = (target: string, body: string) => send({ method: 'POST', target, headers: [form, client], body })

const forms = ['/authorize', '/sign-in', '/consent', '/token', '/userinfo', '/revoke', '/introspect']

const good =
  'response_type=code&client_id=web-app&redirect_uri=https%3A%2F%2Fapp.shop.example%2Fcallback&scope=openid' +
  '&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256'

/** Refused by its status, or at the redirect URI; and whatever was sent is in no field of its own. */
function expectRefused(response: HttpResponse): void {
  const location = headerOf(response, 'location')
  if (location === undefined) expect(String(response.status)).toMatch(/^4\d\d$/)
  else expect(new URL(location).searchParams.get('error')).toBe('invalid_request')
  expect(headerOf(response, 'x-injected')).toBeUndefined()
}

describe('225 refused, and the next request is answered as ever:', () => {
  test.each(forms)('a parameter of a million bytes at POST %s', async (path) => {
    expect((await post(path, `state=${'a'.repeat(1_000_000)}`)).status).toBe(413)
  })

  test('a parameter of a million bytes in the query', async () => {
    expect((await send({ target: `/authorize?${good}&state=${'a'.repeat(1_000_000)}` })).status).toBe(414)
  })

  test.each(forms)('ten thousand parameters at POST %s', async (path) => {
    expectRefused(await post(path, Array.from({ length: 10_000 }, (_, index) => `p${index}=1`).join('&')))
  })

  test('ten thousand parameters in the query', async () => {
    expectRefused(await send({ target: `/authorize?${good}${'&a=b'.repeat(10_000)}` }))
  })

  describe.each([
    ['broken percent-encoding', '%zz'],
    ['half a percent-encoding', '%e'],
    ['encoded text that is not UTF-8', '%ff%fe'],
    ['an encoded NUL', 'a%00b'],
    ['encoded line ends and a field', 'a%0D%0AX-Injected:%20yes'],
  ])('%s', (_, text) => {
    const parameters = ['client_id', 'redirect_uri', 'scope', 'state', 'nonce', 'login_hint', 'unheard_of']
    test.each(parameters)('in %s at the authorization endpoint', async (name) => {
      const others = good.split('&').filter((pair) => !pair.startsWith(`${name}=`))
      const query = [...others, `${name}=${text}`].join('&')
      expectRefused(await send({ target: `/authorize?${query}` }))
      expectRefused(await send({ method: 'POST', target: '/authorize', headers: [form], body: query }))
    })

    test.each(['code', 'code_verifier', 'redirect_uri', 'unheard_of'])(
      'in %s at the token endpoint',
      async (name) => {
        expectRefused(await post('/token', `grant_type=authorization_code&${name}=${text}`))
      },
    )

    test.each(['/revoke', '/introspect'])('in a token at %s', async (path) => {
      expectRefused(await post(path, `token=${text}`))
    })
  })

  test.each([
    ['NUL', 'a\0b'],
    ['CR', 'a\rX-Injected: yes'],
    ['LF without a field name', 'a\nb'],
    ['DEL', 'a\x7fb'],
  ])('a raw %s in a field', async (_, value) => {
    const headers = ['Cookie', 'Authorization', 'Origin'].map((name) => [name, value] as const)
    for (const header of headers)
      expectRefused(await send({ target: `/authorize?${good}`, headers: [header] }))
  })

  test.each([
    ['NUL', '\0'],
    ['CR LF', '\r\nX-Injected: yes'],
    ['a space', ' '],
    ['a character beyond ASCII', 'é'],
  ])('a raw %s in the target', async (_, text) => {
    expectRefused(await send({ target: `/authorize?${good}&state=a${text}b` }))
  })

  test.each([
    ['a lone scheme', 'Basic'],
    ['what is no base64', 'Basic !!!'],
    ['no colon', `Basic ${btoa('web-app')}`],
    ['bytes that are not UTF-8', `Basic ${btoa('\xff:\xff')}`],
    ['a megabyte', `Basic ${'a'.repeat(1_000_000)}`],
  ])('credentials that are %s', async (_, value) => {
    const headers: Header[] = [form, ['Authorization', value]]
    expectRefused(await send({ method: 'POST', target: '/token', headers, body: 'grant_type=refresh_token' }))
  })

  test('garbage that is pipelined behind a good request', async () => {
    const connection = await connectTo(port)
    connection.write('GET /jwks HTTP/1.1\r\nHost: a\r\n\r\n\0\r\nX-Injected: yes\r\n\r\n')
    await connection.ended
  })

  test('a connection that breaks off in the middle of a form', async () => {
    const connection = await connectTo(port)
    connection.write('POST /token HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\ngrant_type=')
    connection.destroy()
  })

  test('two hundred connections that say nothing', async () => {
    const connections = await Promise.all(Array.from({ length: 200 }, () => connectTo(port)))
    expect((await send({ target: '/jwks' })).status).toBe(200)
    for (const connection of connections) connection.destroy()
  })
})
