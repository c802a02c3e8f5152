import { describe, expect, test } from 'vitest'
import { type HttpExchange, type HttpResponse, requestTo } from '../../http/message.ts'
import type { CheckResult } from '../../oauth/check.ts'
import { judgeCallback, readCallback } from './callback.ts'
import { readTokenResponse } from './token-response.ts'

const json = (body: unknown, status = 200): HttpResponse => ({
  status,
  headers: [['Content-Type', 'application/json']],
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

const answered = (response: HttpResponse, url = 'https://as.example/token'): HttpExchange => ({
  from: 'client',
  to: 'authorization-server',
  request: requestTo(url),
  response,
  checks: [],
  meanwhile: [],
  at: 0,
})

const failed = (checks: readonly CheckResult[]) => checks.find(({ outcome }) => outcome === 'failed')?.id

describe('a token response', () => {
  test('is remembered, and nothing else of it', async () => {
    const body = {
      access_token: 'a',
      token_type: 'bearer',
      refresh_token: 'r',
      scope: 's',
      extra: 'x',
      id_token: 7,
    }
    const { learned, done } = await readTokenResponse(answered(json(body)))
    expect(done).toBe(true)
    expect(learned).toEqual({ access_token: 'a', refresh_token: 'r', scope: 's' })
  })
  test.each([
    ['another success', json({ access_token: 'a', token_type: 'Bearer' }, 201), 'token-response-status'],
    ['a page', { status: 200, headers: [['Content-Type', 'text/html']], body: '<p>' }, 'token-response-json'],
    ['an array', json([]), 'token-response-json'],
    ['half a text', json('{"access_token":'), 'token-response-json'],
    ['no access token', json({ token_type: 'Bearer' }), 'token-response-access-token'],
    ['a number for one', json({ access_token: 1, token_type: 'Bearer' }), 'token-response-access-token'],
    ['a type that is not known', json({ access_token: 'a', token_type: 'mac' }), 'token-response-type'],
    ['no type', json({ access_token: 'a' }), 'token-response-type'],
  ] as [string, HttpResponse, string][])('that is %s is not believed', async (_what, response, check) => {
    const { learned, checks, done } = await readTokenResponse(answered(response))
    expect(failed(checks)).toBe(check)
    expect(done).toBe(false)
    expect(learned).toEqual({})
  })
  test('that is a refusal leaves nothing to judge', async () => {
    expect(await readTokenResponse(answered(json({ error: 'invalid_grant' }, 400)))).toEqual({
      learned: {},
      checks: [],
      done: false,
    })
  })
})

describe('the answer that the browser brings', () => {
  const judge = async (query: string, cookie = 'shop_session=b', learned = {}) => {
    const request = requestTo(`https://app.example/callback?${query}`, { headers: [['Cookie', cookie]] })
    const known = { state: 's', client_session: 'b', ...learned }
    const { response, checks } = await judgeCallback(request, known, 'https://as.example')
    return { checks, reading: readCallback({ ...answered(response), request, checks }) }
  }
  const iss = 'iss=https%3A%2F%2Fas.example'
  test('is taken when it is whole', async () => {
    expect((await judge(`code=c&state=s&${iss}`)).reading).toMatchObject({
      done: true,
      learned: { code: 'c' },
    })
  })
  test.each([
    [`code=c&code=d&state=s&${iss}`, 'callback-once'],
    [`code=c&state=other&${iss}`, 'callback-state'],
    [`code=c&${iss}`, 'callback-state'],
    ['code=c&state=s', 'callback-iss'],
    ['code=c&state=s&iss=https%3A%2F%2Fevil.example', 'callback-iss'],
    [`error=access_denied&state=s&${iss}`, 'callback-error'],
    [`state=s&${iss}`, 'callback-code'],
    [`code=&state=s&${iss}`, 'callback-code'],
  ])('%s is refused by %s', async (query, check) => {
    const { checks, reading } = await judge(query)
    expect(failed(checks)).toBe(check)
    expect(reading).toEqual({ learned: {}, checks: [], done: false })
  })
  test.each([
    ['another browser', 'shop_session=c', {}, 'callback-browser'],
    ['a browser without a session', 'other=b', {}, 'callback-browser'],
    ['somebody who brings it again', 'a=1; shop_session=b', { code: 'c' }, 'callback-first'],
  ])('is refused from %s', async (_who, cookie, learned, check) => {
    const { checks } = await judge(`code=c&state=s&${iss}`, cookie, learned)
    expect(failed(checks)).toBe(check)
  })
})
