import { describe, expect, test } from 'vitest'
import { type HttpExchange, type HttpResponse, headerOf, requestTo } from '../http/message.ts'
import { parseHtml } from './html.fixture.ts'
import { simulatedBrowser } from './simulated-browser.ts'

const clock = () => Date.UTC(2026, 0, 1)
const browser = simulatedBrowser({ parseHtml, clock })
const server = 'https://as.glassbox.example'
const app = 'https://app.shop.example'

const answered = (url: string, response: Partial<HttpResponse>): HttpExchange => ({
  from: 'user-agent',
  to: 'authorization-server',
  request: requestTo(url),
  response: { status: 200, headers: [], body: '', ...response },
  checks: [],
  meanwhile: [],
  at: clock(),
})

const html = (body: string, url = `${server}/authorize`): HttpExchange =>
  answered(url, { headers: [['Content-Type', 'text/html; charset=utf-8']], body })

const pageOf = (exchange: HttpExchange) => {
  const arrival = browser.after(exchange, [exchange])
  if (arrival.kind !== 'page') throw new Error('This is no page.')
  return arrival.page
}

const post = (
  url: string,
  response: Partial<HttpResponse>,
  { origin = new URL(url).origin, method = 'POST' } = {},
): HttpExchange => ({
  ...answered(url, response),
  request: requestTo(url, {
    method,
    headers: [
      ['Origin', origin],
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ],
    body: 'a=1',
  }),
})

const redirectTo = (location: string, status = 302) => ({
  status,
  headers: [['Location', location] as const],
})

const follow = (...history: HttpExchange[]) => {
  const arrival = browser.after(history.at(-1) as HttpExchange, history)
  if (arrival.kind !== 'redirect') throw new Error('This is no redirect.')
  return arrival.request
}

test.each([301, 302, 303, 307, 308])('%i is followed, with cookies, and without the fragment', (status) => {
  const headers = [
    ['Location', '/next?a=1#fragment'],
    ['Set-Cookie', 'id=1; Path=/'],
  ] as const
  const request = follow(answered(`${server}/start`, { status, headers }))
  expect(request).toMatchObject({ method: 'GET', origin: server, target: '/next?a=1' })
  expect(headerOf(request, 'cookie')).toBe('id=1')
})

test.each([301, 302, 303])('%i makes a GET of a POST', (status) => {
  const request = follow(post(`${server}/start`, redirectTo('/next', status)))
  expect(request).toEqual(requestTo(`${server}/next`))
})

test.each([307, 308])('%i keeps a POST as it is', (status) => {
  const request = follow(post(`${server}/start`, redirectTo('/next', status)))
  expect(request).toMatchObject({ method: 'POST', target: '/next', body: 'a=1' })
  expect(headerOf(request, 'content-type')).toBe('application/x-www-form-urlencoded')
  expect(headerOf(request, 'origin')).toBe(server)
})

test('303 makes a GET of every method, 302 of POST alone', () => {
  expect(follow(post(server, redirectTo('/next', 303), { method: 'PUT' })).method).toBe('GET')
  expect(follow(post(server, redirectTo('/next', 302), { method: 'PUT' })).method).toBe('PUT')
})

test('a POST that came from another site and goes to a third says no more who began it', () => {
  const sent = post(`${server}/start`, redirectTo('https://evil.example/', 307), { origin: app })
  expect(headerOf(follow(sent), 'origin')).toBe('null')
  const own = post(`${server}/start`, redirectTo('https://evil.example/', 307))
  expect(headerOf(follow(own), 'origin')).toBe(server)
})

describe('SameSite, through redirects', () => {
  const cookies = answered(server, {
    headers: [
      ['Set-Cookie', 'strict=1; Path=/; SameSite=Strict'],
      ['Set-Cookie', 'lax=1; Path=/; SameSite=Lax'],
    ],
  })
  const cookieOf = (...history: HttpExchange[]) => headerOf(follow(cookies, ...history), 'cookie')

  test('a chain that stays on its site carries all', () => {
    expect(cookieOf(answered(`${server}/a`, redirectTo('/b')))).toBe('strict=1; lax=1')
    expect(cookieOf(answered('https://api.glassbox.example/a', redirectTo(`${server}/b`)))).toBe(
      'strict=1; lax=1',
    )
  })

  test('one that goes out and comes back is from another site', () => {
    expect(
      cookieOf(
        answered(`${server}/a`, redirectTo(`${app}/b`)),
        answered(`${app}/b`, redirectTo(`${server}/c`)),
      ),
    ).toBe('lax=1')
    expect(
      cookieOf(
        answered(`${server}/a`, redirectTo(`${app}/b`)),
        answered(`${app}/b`, redirectTo(`${server}/c`)),
        answered(`${server}/c`, redirectTo('/d')),
      ),
    ).toBe('lax=1')
  })

  const form = (method: string) =>
    html(`<form method="${method}" action="${server}/a"><button>Go</button></form>`, app)

  test('one that a form of another site began is from there to its end', () => {
    expect(cookieOf(form('post'), post(`${server}/a`, redirectTo('/b'), { origin: app }))).toBe('lax=1')
    expect(cookieOf(form('get'), answered(`${server}/a?x=1`, redirectTo('/b')))).toBe('lax=1')
    expect(
      cookieOf(form('post'), post(`${server}/a`, redirectTo('/b', 307), { origin: app })),
    ).toBeUndefined()
  })

  test('one that was typed while another site was shown is not', () => {
    expect(cookieOf(form('get'), answered(`${server}/typed`, redirectTo('/b')))).toBe('strict=1; lax=1')
  })
})

test('a redirect to nowhere is a page', () => {
  expect(pageOf(answered(server, { status: 302, headers: [['Location', 'http://[']] })).forms).toEqual([])
})

test('what is no HTML is shown as text', () => {
  const page = pageOf(
    answered(server, { headers: [['Content-Type', 'application/json']], body: '{"a":"<form>"}' }),
  )
  expect(page.content).toEqual([{ tag: 'pre', attributes: {}, content: ['{"a":"<form>"}'] }])
})

const signIn = html(`<!doctype html><title>Sign in</title><h1>Sign in</h1>
  <form action="/sign-in" method="post">
    <input type="hidden" name="interaction" value="i&amp;1">
    <label for="u">Username</label><input id="u" name="username" value="alice">
    <label>Password <input type="password" name="password"></label>
    <button>Sign in</button>
    <button name="decision" value="deny">Deny</button>
  </form>`)

test('a page is read with its forms, fields and buttons', () => {
  const { title, url, forms } = pageOf(signIn)
  expect(title).toBe('Sign in')
  expect(url).toBe(`${server}/authorize`)
  expect(forms).toEqual([
    {
      action: `${server}/sign-in`,
      method: 'POST',
      fields: [
        { name: 'interaction', type: 'hidden', value: 'i&1' },
        { name: 'username', type: 'text', value: 'alice' },
        { name: 'password', type: 'password', value: '' },
      ],
      buttons: [{ text: 'Sign in' }, { text: 'Deny', name: 'decision', value: 'deny' }],
    },
  ])
})

test('a form is submitted as a browser would: every field, the pressed button, the origin', () => {
  const page = pageOf(signIn)
  const submission = {
    form: 0,
    values: { password: 'a&b=c ü' },
    button: page.forms[0]?.buttons[1] ?? { text: '' },
  }
  const request = browser.submit(submission, page, [signIn])
  expect(request).toMatchObject({ method: 'POST', origin: server, target: '/sign-in' })
  expect(request.body).toBe('interaction=i%261&username=alice&password=a%26b%3Dc+%C3%BC&decision=deny')
  expect(headerOf(request, 'origin')).toBe(server)
})

test.each([
  ['no-referrer', server, 'null'],
  ['same-origin', server, server],
  ['same-origin', app, 'null'],
  ['strict-origin', app, server],
  ['strict-origin', 'http://as.glassbox.example', 'null'],
  ['origin', 'http://as.glassbox.example', server],
  ['no-referrer, nonsense', server, 'null'],
  ['no-referrer, unsafe-url', server, server],
  ['', server, server],
])('a page with Referrer-Policy %j that posts to %s says Origin %s', (policy, to, origin) => {
  const page = html(`<form method="post" action="${to}/x"><button>Go</button></form>`)
  const headers = [...page.response.headers, ['Referrer-Policy', policy] as const]
  const exchange = { ...page, response: { ...page.response, headers } }
  const request = browser.submit({ form: 0, values: {}, button: { text: 'Go' } }, pageOf(exchange), [
    exchange,
  ])
  expect(headerOf(request, 'origin')).toBe(origin)
})

const sentBy = (fields: string, values: Record<string, string> = {}) => {
  const exchange = html(`<form method="post">${fields}<button>Go</button></form>`)
  return browser.submit({ form: 0, values, button: { text: 'Go' } }, pageOf(exchange), [exchange]).body
}

test.each([
  ['<input type="checkbox" name="a">', ''],
  ['<input type="checkbox" name="a" checked>', 'a=on'],
  ['<input type="CHECKBOX" name="a" value="1" checked>', 'a=1'],
  ['<input type="radio" name="a" value="1"><input type="radio" name="a" value="2" checked>', 'a=2'],
  ['<input type="radio" name="a" value="1" checked><input type="radio" name="a" value="2">', 'a=1'],
  ['<input type="radio" name="a" value="1">', ''],
  ['<select name="a"><option>one  two</option><option value="2">two</option></select>', 'a=one+two'],
  ['<select name="a"><option>1<optgroup><option value="2" selected>two</optgroup></select>', 'a=2'],
  ['<select name="a"><option disabled>1<option>2</select>', 'a=2'],
  ['<select name="a"><option value="">none</select>', 'a='],
  ['<select name="a"></select>', ''],
  ['<select name="a" multiple><option>1</select>', ''],
  ['<textarea name="a">\nline\nline</textarea>', 'a=line%0D%0Aline'],
  ['<textarea name="a"></textarea>', 'a='],
  ['<input name="a" value="1" disabled><textarea name="b" disabled></textarea>', ''],
  ['<input type="button" name="a" value="1"><input type="reset" name="b">', ''],
])('%s untouched is sent as %j', (fields, body) => {
  expect(sentBy(fields)).toBe(body)
})

test('what a person ticked, unticked, chose and wrote is sent', () => {
  const box = '<input type="checkbox" name="a" value="1">'
  expect(sentBy(box, { a: '1' })).toBe('a=1')
  expect(sentBy(box.replace('>', ' checked>'), { a: '' })).toBe('')
  expect(sentBy('<select name="a"><option>1<option>2</select>', { a: '2' })).toBe('a=2')
  expect(sentBy('<textarea name="a">b</textarea>', { a: '' })).toBe('a=')
})

test('what runs or loads is left out of a page, whatever its markup', () => {
  const { content } = pageOf(
    html(
      '<script>alert(1)</script><p>Hello<iframe src="//evil"></iframe><svg onload="alert(1)"></svg></p><style>p{}</style>',
    ),
  )
  expect(JSON.stringify(content)).not.toMatch(/script|iframe|svg|style/)
  expect(JSON.stringify(content)).toContain('Hello')
})
