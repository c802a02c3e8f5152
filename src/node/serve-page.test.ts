import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { close } from './listen.ts'
import { servePage } from './serve-page.ts'

let folder: string
let server: Server

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glassbox-page-'))
  const built = join(folder, 'page')
  mkdirSync(join(built, 'assets'), { recursive: true })
  mkdirSync(join(built, '.vite'))
  writeFileSync(join(built, 'index.html'), '<title>Glassbox</title>')
  writeFileSync(join(built, 'theme.js'), '// theme')
  writeFileSync(join(built, 'assets/index-abc.js'), '// index')
  writeFileSync(join(built, 'assets/inter-abc.woff2'), 'font')
  writeFileSync(join(built, '.vite/manifest.json'), '{}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  server = await servePage(built, 0)
})

afterAll(() => {
  close(server)
  rmSync(folder, { recursive: true })
})

/** Not fetch: it would tidy up the path before sending it. */
async function send(path: string, method = 'GET') {
  const { port } = server.address() as AddressInfo
  const sent = request({ host: '127.0.0.1', port, path, method, agent: false }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: response.statusCode, headers: response.headers, body: await text(response) }
}

test.each([
  ['/', 'text/html; charset=utf-8', 'no-cache'],
  ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
  ['/theme.js', 'text/javascript; charset=utf-8', 'no-cache'],
  ['/assets/index-abc.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/assets/inter-abc.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
])('%s is served as %s', async (path, type, caching) => {
  const { status, headers } = await send(path)
  expect(status).toBe(200)
  expect(headers).toMatchObject({ 'content-type': type, 'cache-control': caching })
})

test.each(['/flows/authorization-code', '/flows/authorization-code?client=spa&scope=a.b', '/nowhere/'])(
  '%s is a route of the page',
  async (path) => {
    expect(await send(path)).toMatchObject({ status: 200, body: '<title>Glassbox</title>' })
  },
)

test.each(['/assets/gone-abc.js', '/favicon.ico', '/.vite/manifest.json'])('%s is unknown', async (path) => {
  expect((await send(path)).status).toBe(404)
})

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '//etc/hosts',
])('%s leads nowhere outside', async (path) => {
  const { body } = await send(path)
  expect(['There is no such file.\n', '<title>Glassbox</title>']).toContain(body)
})

test('HEAD answers as GET does, without the body', async () => {
  const { status, headers, body } = await send('/', 'HEAD')
  expect({ status, body, length: headers['content-length'] }).toEqual({ status: 200, body: '', length: '23' })
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
  expect(await send('/', method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
})

describe('every answer', () => {
  test.each([
    ['/', 'GET'],
    ['/gone.js', 'GET'],
    ['/', 'POST'],
  ])('to %s by %s carries the security headers', async (path, method) => {
    const { headers } = await send(path, method)
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    const policy = headers['content-security-policy']
    expect(policy).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/)
    expect(policy).not.toContain('unsafe')
  })
})

test('a taken port is an error, not a second server', async () => {
  const { port } = server.address() as AddressInfo
  await expect(servePage(folder, port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
