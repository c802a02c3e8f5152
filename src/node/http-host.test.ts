import type { Server, ServerOptions } from 'node:http'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Answer, type HttpRequest, type HttpResponse, headersOf } from '../http/message.ts'
import { type Connection, connectTo, sendTo } from './connection.fixture.ts'
import { httpHost } from './http-host.ts'
import { close, listen, portOf } from './listen.ts'

const servers: Server[] = []
const connections: Connection[] = []
afterEach(() => {
  for (const connection of connections.splice(0)) connection.destroy()
  for (const server of servers.splice(0)) close(server)
})

const ok = (body = ''): HttpResponse => ({ status: 200, headers: [['Content-Type', 'text/plain']], body })

/** A host whose handler keeps what it hears and answers with `answer`. */
async function host(answer: (request: HttpRequest) => HttpResponse = () => ok(), options?: ServerOptions) {
  const heard: HttpRequest[] = []
  const handle = async (request: HttpRequest): Promise<Answer> => {
    heard.push(request)
    return { response: answer(request), checks: [] }
  }
  const server = await listen(httpHost(handle, 'http://as.example'), 0, options)
  servers.push(server)
  const port = portOf(server)
  const open = async () => {
    const connection = await connectTo(port)
    connections.push(connection)
    return connection
  }
  const send = (request: Partial<HttpRequest>) =>
    sendTo(port)({ method: 'GET', origin: '', target: '/', headers: [], body: '', ...request })
  return { heard, open, send }
}

describe('the handler hears', () => {
  test('every field as it was written, twice when it came twice', async () => {
    const { heard, send } = await host()
    await send({
      headers: [
        ['hOsT', 'localhost'],
        ['X-One', 'a'],
        ['x-ONE', 'b'],
        ['Authorization', 'Basic a'],
        ['Authorization', 'Basic b'],
        ['X-Text', 'ünï☃'],
      ],
    })
    expect(heard[0]?.headers).toEqual([
      ['hOsT', 'localhost'],
      ['X-One', 'a'],
      ['x-ONE', 'b'],
      ['Authorization', 'Basic a'],
      ['Authorization', 'Basic b'],
      ['X-Text', 'ünï☃'],
    ])
  })

  test('ten thousand fields', async () => {
    const { heard, send } = await host()
    await send({ headers: Array.from({ length: 10_000 }, (_, index) => ['X', String(index)] as const) })
    expect(headersOf(heard[0] as HttpRequest, 'x')).toHaveLength(10_000)
  })

  test.each([
    '/authorize?a=%ZZ&a=%2B+&&=&b',
    '//other.example/authorize',
    '/a/../b',
    '*',
    `/?state=${'a'.repeat(64 * 1024)}`,
    `/?state=${'a'.repeat(1_000_000)}`,
  ])('a target as it was sent: %.40s', async (target) => {
    const { heard, send } = await host()
    await send({ target, method: target === '*' ? 'OPTIONS' : 'GET' })
    expect(heard[0]?.target === target).toBe(true)
  })

  test.each([
    ['http://evil.example/authorize?a=b', '/authorize?a=b'],
    ['HTTPS://evil.example:8/', '/'],
    ['http://evil.example', '/'],
    ['http://evil.example?a=b', '/?a=b'],
  ])('the absolute-form target %s in origin-form, and its own origin', async (target, expected) => {
    const { heard, send } = await host()
    await send({ target })
    expect(heard[0]).toMatchObject({ target: expected, origin: 'http://as.example' })
  })

  test.each([
    ['in one piece', { body: 'grant_type=☃' }],
    [
      'in chunks',
      {
        headers: [['Transfer-Encoding', 'chunked']] as const,
        body: '4\r\ngran\r\n8\r\nt_type=\xe2\r\n2\r\n\x98\x83\r\n0\r\n\r\n',
      },
    ],
  ])('a body sent %s', async (_, { body, ...request }) => {
    const { heard, open } = await host()
    const connection = await open()
    const fields =
      'headers' in request ? 'Transfer-Encoding: chunked' : `Content-Length: ${Buffer.byteLength(body)}`
    const bytes = 'headers' in request ? Buffer.from(body, 'latin1') : Buffer.from(body)
    connection.write(`POST / HTTP/1.1\r\nHost: a\r\n${fields}\r\n\r\n`)
    connection.write(bytes)
    await connection.response()
    expect(heard[0]?.body).toBe('grant_type=☃')
  })

  test('nothing of a request that breaks off, and the next one all the same', async () => {
    const { heard, open, send } = await host()
    const connection = await open()
    connection.write('POST /broken HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc')
    connection.destroy()
    await send({ target: '/next' })
    expect(heard.map(({ target }) => target)).toEqual(['/next'])
  })
})

describe('what the handler says is sent', () => {
  test('with every field in its order, twice when it is there twice', async () => {
    const headers = [
      ['Set-Cookie', 'a=1'],
      ['X-Text', 'ünï☃'],
      ['set-cookie', 'b=2'],
    ] as const
    const { send } = await host(() => ({ status: 200, headers, body: '☃' }))
    const response = await send({})
    expect(response).toMatchObject({ status: 200, body: '☃' })
    expect(response.headers.slice(0, 3)).toEqual(headers)
    expect(headersOf(response, 'content-length')).toEqual(['3'])
  })

  test('to HEAD without a body and without a false length', async () => {
    const { open } = await host(() => ok())
    const connection = await open()
    connection.write('HEAD / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n')
    expect(headersOf(await connection.response('HEAD'), 'content-length')).toEqual([])
    expect((await connection.response()).status).toBe(200)
  })

  test('with 204 without a length', async () => {
    const { open } = await host(() => ({ status: 204, headers: [], body: '' }))
    const connection = await open()
    connection.write('OPTIONS / HTTP/1.1\r\nHost: a\r\n\r\nOPTIONS / HTTP/1.1\r\nHost: a\r\n\r\n')
    for (const response of [await connection.response(), await connection.response()]) {
      expect(response.status).toBe(204)
      expect(headersOf(response, 'content-length')).toEqual([])
      expect(headersOf(response, 'transfer-encoding')).toEqual([])
    }
  })

  test('to pipelined requests in their order', async () => {
    const { open } = await host(({ target }) => ok(target))
    const connection = await open()
    connection.write(['/1', '/2', '/3'].map((path) => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`).join(''))
    const bodies = [await connection.response(), await connection.response(), await connection.response()]
    expect(bodies.map(({ body }) => body)).toEqual(['/1', '/2', '/3'])
  })

  test('or 500 when it cannot be sent, and the console is told', async () => {
    const console = vi.spyOn(globalThis.console, 'error').mockReturnValue()
    const { send } = await host(() => ({ status: 200, headers: [['X', 'a\r\nSet-Cookie: b=c']], body: '' }))
    const response = await send({})
    expect(response).toMatchObject({ status: 500, body: '' })
    expect(headersOf(response, 'set-cookie')).toEqual([])
    expect(console).toHaveBeenCalledOnce()
    console.mockRestore()
  })
})

describe('a body that nobody would read', () => {
  const size = 4 * 1024 * 1024
  /** A handler that reads a kilobyte, and refuses more in its own words. */
  const terse = ({ body }: HttpRequest): HttpResponse =>
    body.length > 1024 ? { status: 413, headers: [['X-Words', 'own']], body: 'too long' } : ok()

  test('is refused by its announced length before it is sent', async () => {
    const { heard, open } = await host(terse)
    const connection = await open()
    connection.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${size}\r\n\r\n`)
    expect(await connection.response()).toMatchObject({ status: 413, body: 'too long' })
    await connection.ended
    expect(heard).toHaveLength(1)
  })

  test('is not asked for', async () => {
    const { open } = await host(terse)
    const connection = await open()
    connection.write(`POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ${size}\r\n\r\n`)
    expect((await connection.response()).status).toBe(413)
  })

  test('is refused to somebody who sends all of it first', async () => {
    const { heard, send } = await host(terse)
    expect((await send({ method: 'POST', body: 'a'.repeat(size) })).status).toBe(413)
    expect(heard).toHaveLength(1)
  })

  test('is refused when it is sent in chunks without end', async () => {
    const { heard, open } = await host(terse)
    const connection = await open()
    connection.write('POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n')
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`
    for (let sent = 0; sent < size; sent += 0x10000) connection.write(chunk)
    expect(await connection.response()).toMatchObject({ status: 413, body: 'too long' })
    await connection.ended
    expect(heard).toHaveLength(1)
  })
})

test('a body that waits to be asked for is asked for', async () => {
  const { heard, open } = await host()
  const connection = await open()
  connection.write('POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n')
  expect((await connection.response()).status).toBe(100)
  connection.write('a=b')
  expect((await connection.response()).status).toBe(200)
  expect(heard[0]?.body).toBe('a=b')
})

describe('a client that is slow', () => {
  const quick = { headersTimeout: 100, requestTimeout: 100, connectionsCheckingInterval: 20 }

  test.each([
    ['with its head', 'GET / HTTP/1.1\r\nHost: a\r\n'],
    ['with its body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na'],
  ])('%s is let go with 408', async (_, bytes) => {
    const { open, send } = await host(undefined, quick)
    const connection = await open()
    connection.write(bytes)
    expect((await connection.response()).status).toBe(408)
    await connection.ended
    expect((await send({})).status).toBe(200)
  })

  test('to say anything at all is let go', async () => {
    const { open } = await host(undefined, quick)
    await (await open()).ended
  })

  test('to send its next request is let go', async () => {
    const { open } = await host(undefined, { ...quick, keepAliveTimeout: 20 })
    const connection = await open()
    connection.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    expect((await connection.response()).status).toBe(200)
    await connection.ended
  })
})

describe('what is no HTTP is answered with 4xx, and the next is answered as ever:', () => {
  test.each([
    ['garbage', '\x00\x01\x02\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00'],
    ['a NUL in a field', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n'],
    ['a NUL in the target', 'GET /?a=\0 HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a bare CR in a field', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\rY: b\r\n\r\n'],
    ['a target that is not ASCII', 'GET /?state=\xfc HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a space in the target', 'GET /?a=b c HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a line end in the target', 'GET /?a=b\r\nX: c HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n'],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    ],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
    ['a head without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(3 * 1024 * 1024)}\r\n\r\n`],
  ])('%s', async (_, bytes) => {
    const { heard, open, send } = await host()
    const connection = await open()
    connection.write(Buffer.from(bytes, 'latin1'))
    expect(String((await connection.response()).status)).toMatch(/^4/)
    expect(heard).toEqual([])
    expect((await send({})).status).toBe(200)
  })

  test('garbage after a good request', async () => {
    const { open, send } = await host()
    const connection = await open()
    connection.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n\x00garbage\r\n\r\n')
    await connection.ended
    expect((await send({})).status).toBe(200)
  })
})
