import { expect, test } from 'vitest'
import { type HttpExchange, type HttpResponse, headerOf, requestTo } from '../http/message.ts'
import { parseHtml } from './html.fixture.ts'
import { simulatedBrowser } from './simulated-browser.ts'

const clock = () => Date.UTC(2026, 0, 1)
const browser = simulatedBrowser({ parseHtml, clock })
const server = 'https://as.glassbox.example'

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

test.each([301, 302, 303, 307, 308])('%i is followed, with cookies, and without the fragment', (status) => {
  const headers = [
    ['Location', '/next?a=1#fragment'],
    ['Set-Cookie', 'id=1; Path=/'],
  ] as const
  const exchange = answered(`${server}/start`, { status, headers })
  const arrival = browser.after(exchange, [exchange])
  if (arrival.kind !== 'redirect') throw new Error('This is no redirect.')
  expect(arrival.request).toMatchObject({ method: 'GET', origin: server, target: '/next?a=1' })
  expect(headerOf(arrival.request, 'cookie')).toBe('id=1')
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

test('what runs or loads is left out of a page, whatever its markup', () => {
  const { content } = pageOf(
    html(
      '<script>alert(1)</script><p>Hello<iframe src="//evil"></iframe><svg onload="alert(1)"></svg></p><style>p{}</style>',
    ),
  )
  expect(JSON.stringify(content)).not.toMatch(/script|iframe|svg|style/)
  expect(JSON.stringify(content)).toContain('Hello')
})
