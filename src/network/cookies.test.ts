import { expect, onTestFinished, test, vi } from 'vitest'
import { type HttpExchange, requestTo } from '../http/message.ts'
import { cookieHeader, cookiesAfter } from './cookies.ts'

const at = Date.UTC(2026, 0, 1)

/** A response of this URL that sets these cookies. */
const setBy = (url: string, ...lines: string[]): HttpExchange => ({
  from: 'user-agent',
  to: 'authorization-server',
  request: requestTo(url),
  response: { status: 200, headers: lines.map((line) => ['Set-Cookie', line] as const), body: '' },
  checks: [],
  meanwhile: [],
  at,
})

const sent = (
  url: string,
  history: HttpExchange[],
  {
    now = at,
    initiator,
    topLevelGet = true,
  }: { now?: number; initiator?: string; topLevelGet?: boolean } = {},
) => cookieHeader(new URL(url), cookiesAfter(history), now, { topLevelGet, ...(initiator && { initiator }) })

const server = 'https://as.glassbox.example'

test('a cookie goes back to the host that set it, and to no other', () => {
  const history = [setBy(`${server}/authorize`, 'id=1; Path=/')]
  expect(sent(`${server}/token`, history)).toBe('id=1')
  expect(sent('https://api.glassbox.example/', history)).toBeUndefined()
  expect(sent('https://evil.example/', history)).toBeUndefined()
})

test('Domain widens it to subdomains, and never to somebody else', () => {
  expect(sent('https://api.glassbox.example/', [setBy(server, 'id=1; Domain=glassbox.example')])).toBe('id=1')
  expect(sent('https://evil.example/', [setBy(server, 'id=1; Domain=evil.example')])).toBeUndefined()
})

test.each([
  ['/tenant', '/tenant/token', true],
  ['/tenant', '/tenant', true],
  ['/tenant', '/tenants', false],
  ['/tenant', '/', false],
])('Path %s and a request to %s: %s', (path, target, goes) => {
  expect(sent(server + target, [setBy(server, `id=1; Path=${path}`)]) !== undefined).toBe(goes)
})

test('without a Path it belongs to the folder of the request', () => {
  const history = [setBy(`${server}/tenant/authorize`, 'id=1')]
  expect(sent(`${server}/tenant/consent`, history)).toBe('id=1')
  expect(sent(`${server}/`, history)).toBeUndefined()
})

test('the newest of a name, host and path is kept; the longer path goes first', () => {
  const history = [setBy(server, 'id=old; Path=/', 'id=deep; Path=/a'), setBy(server, 'id=new; Path=/')]
  expect(sent(`${server}/a`, history)).toBe('id=deep; id=new')
})

test('Max-Age ends it, before Expires has a say', () => {
  const history = [setBy(server, 'id=1; Max-Age=60; Expires=Thu, 01 Jan 2099 00:00:00 GMT')]
  expect(sent(server, history, { now: at + 59_000 })).toBe('id=1')
  expect(sent(server, history, { now: at + 60_000 })).toBeUndefined()
  expect(sent(server, [...history, setBy(server, 'id=; Max-Age=0')])).toBeUndefined()
})

test.each([
  ['Max-Age=nonsense', 'id=1'],
  ['Max-Age=', 'id=1'],
  ['Max-Age=1.5', 'id=1'],
  ['Max-Age=+5', 'id=1'],
  ['Expires=nonsense', 'id=1'],
  ['Max-Age=60; Expires=nonsense', 'id=1'],
  ['Max-Age=nonsense; Expires=Thu, 01 Jan 1970 00:00:00 GMT', undefined],
  ['Max-Age=-1', undefined],
  [`Max-Age=${'9'.repeat(400)}`, 'id=1'],
])('a lifetime that cannot be read counts as absent: %s', (attributes, cookie) => {
  onTestFinished(() => void vi.restoreAllMocks())
  const said = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')]
  expect(sent(server, [setBy(server, `id=1; ${attributes}`)], { now: at + 1000 })).toBe(cookie)
  for (const spy of said) expect(spy).not.toHaveBeenCalled()
})

test('a Secure cookie is neither set nor sent over http', () => {
  expect(sent(server, [setBy('http://as.glassbox.example', 'id=1; Secure')])).toBeUndefined()
  expect(sent('http://as.glassbox.example', [setBy(server, 'id=1; Secure')])).toBeUndefined()
})

test.each([
  ['Strict', true, false],
  ['Strict', false, false],
  ['Lax', true, true],
  ['Lax', false, false],
  ['None; Secure', false, true],
  ['None', false, false],
])('SameSite=%s, from another site, top-level GET %s: sent %s', (sameSite, topLevelGet, goes) => {
  const history = [setBy(server, `id=1; SameSite=${sameSite}`)]
  const initiator = 'https://app.shop.example'
  expect(sent(server, history, { initiator, topLevelGet }) !== undefined).toBe(goes)
})

test('another host of the same site is no other site', () => {
  const history = [setBy(server, 'id=1; SameSite=Strict')]
  expect(sent(server, history, { initiator: 'https://api.glassbox.example', topLevelGet: false })).toBe(
    'id=1',
  )
})

test.each([
  '',
  '=',
  ';;;',
  '=1; Path=/',
  'a'.repeat(100_000),
  '\u0000',
  'id=1; Domain=',
  'id=1; Max-Age=nonsense',
])('an odd Set-Cookie does no harm: %j', (line) => {
  expect(() => sent(server, [setBy(server, line)])).not.toThrow()
})
