import { expect, test } from 'vitest'
import { formOf, readFields } from '../http/form.ts'
import { type HttpRequest, pathOf, queryOf } from '../http/message.ts'
import type { CheckResult } from '../oauth/check.ts'
import { firstRun } from './first-run.fixture.ts'
import { ledgerOf } from './ledger.ts'
import { type ExchangeEntry, isExchange, newRun, type Run } from './run.ts'
import { errorIn } from './sequence.ts'
import { advance, continueFrom, nextOf, sendAgain, walk } from './walk.ts'

type Walker = ReturnType<typeof firstRun>

const last = (run: Run): ExchangeEntry => {
  const entry = run.entries.at(-1)
  if (!entry || !isExchange(entry)) throw new Error('The last entry is no exchange.')
  return entry
}

const failedIn = (checks: readonly CheckResult[]) => checks.find(({ outcome }) => outcome === 'failed')?.id

/** Walks until the message that is next has this path, and stops before it is sent. */
async function walkTo(
  walker: Walker,
  method: string,
  path: string,
  run = newRun(walker.flow, walker.setting.options),
) {
  let walked = run
  for (let count = 0; count < 40; count += 1) {
    const next = nextOf(walked, walker)
    if (next.kind === 'end') break
    if (next.kind !== 'local' && next.request.method === method && pathOf(next.request.target) === path) {
      return { run: walked, request: next.request }
    }
    walked = await advance(walked, walker)
  }
  throw new Error(`The run never came to ${method} ${path}.`)
}

/** A request with one parameter of its query or body changed, or taken out. */
function withParameter(request: HttpRequest, name: string, value: string | undefined): HttpRequest {
  const change = (text: string) =>
    formOf(
      readFields(text).flatMap((field): [string, string][] => {
        if (field.name !== name) return [[field.name, field.value]]
        return value === undefined ? [] : [[name, value]]
      }),
    )
  const query = queryOf(request.target)
  const target = query === '' ? request.target : `${pathOf(request.target)}?${change(query)}`
  return { ...request, target, body: change(request.body) }
}

const withHeader = (request: HttpRequest, name: string, value: string): HttpRequest => ({
  ...request,
  headers: request.headers.map(([field, old]) => (field === name ? [field, value] : [field, old])),
})

test.each([
  { client: 'web-app' },
  { client: 'spa' },
  { client: 'web-app', pkce: 'plain' },
  { client: 'web-app', pkce: 'off' },
  { client: 'web-app', api: 'introspection' },
  { client: 'spa', api: 'introspection' },
  { client: 'web-app', scope: 'orders:read' },
  { client: 'spa', scope: 'openid orders:read orders:write' },
])('%o ends with what revocation does and does not stop', async (options) => {
  const walker = firstRun(options)
  const run = await walk(walker)
  expect(nextOf(run, walker).kind).toBe('end')
  const statuses = run.entries
    .filter(isExchange)
    .map(({ step, exchange }) => [step, exchange.response.status])
  expect(statuses).toContainEqual(['orders', 200])
  expect(statuses.slice(-2)).toEqual([
    ['refresh-again', 400],
    ['orders-again', options.api === 'introspection' ? 401 : 200],
  ])
})

test('without a scope for the API its refusal is seen, and the walk goes on', async () => {
  const walker = firstRun({ scope: 'openid profile' })
  const run = await walk(walker)
  expect(nextOf(run, walker).kind).toBe('end')
  const orders = run.entries.filter(isExchange).find(({ step }) => step === 'orders')
  expect(orders?.exchange.response.status).toBe(403)
})

test('a public client without PKCE gets no further than the authorization request', async () => {
  const run = await walk(firstRun({ client: 'spa', pkce: 'off' }))
  expect(failedIn(last(run).exchange.checks)).toBe('callback-error')
  expect(run.entries.filter(isExchange).map(({ exchange }) => errorIn(exchange.response))).toContain(
    'invalid_request',
  )
})

test('the browser never holds a token of a client on a server', async () => {
  const walker = firstRun({ client: 'web-app' })
  const { knows } = ledgerOf(await walk(walker), walker.flow, walker.setting)
  const kinds = (role: string) => knows[role]?.map(({ kind }) => kind) ?? []
  expect(kinds('user-agent')).toEqual(expect.arrayContaining(['code', 'state', 'password']))
  for (const secret of ['access_token', 'refresh_token', 'id_token', 'client_secret', 'code_verifier']) {
    expect(kinds('user-agent')).not.toContain(secret)
    expect(kinds('client')).toContain(secret)
  }
  expect(kinds('client')).not.toContain('password')
  expect(new Set(kinds('resource-server'))).toEqual(new Set(['access_token']))
})

test('the tokens of a script in the browser lie in the browser', async () => {
  const walker = firstRun({ client: 'spa' })
  const { knows } = ledgerOf(await walk(walker), walker.flow, walker.setting)
  const kinds = knows['user-agent']?.map(({ kind }) => kind)
  expect(kinds).toEqual(
    expect.arrayContaining(['access_token', 'refresh_token', 'id_token', 'code_verifier']),
  )
})

/** Each edit of one message, the error that it earns and the check that catches it first. */
const edits: readonly {
  readonly what: string
  readonly at: readonly [method: string, path: string]
  readonly edit: (request: HttpRequest) => HttpRequest
  readonly status: number
  readonly error?: string
  readonly check: string
}[] = [
  {
    what: 'state changed on the way back',
    at: ['GET', '/callback'],
    edit: (request) => withParameter(request, 'state', 'forged'),
    status: 400,
    check: 'callback-state',
  },
  {
    what: 'iss changed on the way back',
    at: ['GET', '/callback'],
    edit: (request) => withParameter(request, 'iss', 'https://evil.example'),
    status: 400,
    check: 'callback-iss',
  },
  {
    what: 'redirect_uri changed at authorize: a page, never a redirect',
    at: ['GET', '/authorize'],
    edit: (request) => withParameter(request, 'redirect_uri', 'https://evil.example/callback'),
    status: 400,
    check: 'redirect-uri-registered',
  },
  {
    what: 'scope unknown',
    at: ['GET', '/authorize'],
    edit: (request) => withParameter(request, 'scope', 'openid everything'),
    status: 303,
    error: 'invalid_scope',
    check: 'scope-known',
  },
  {
    what: 'a parameter doubled',
    at: ['GET', '/authorize'],
    edit: (request) => ({ ...request, target: `${request.target}&state=again` }),
    status: 303,
    error: 'invalid_request',
    check: 'parameters-once',
  },
  {
    what: 'redirect_uri changed at token',
    at: ['POST', '/token'],
    edit: (request) => withParameter(request, 'redirect_uri', 'https://app.shop.example/other'),
    status: 400,
    error: 'invalid_grant',
    check: 'code-redirect-uri',
  },
  {
    what: 'code changed',
    at: ['POST', '/token'],
    edit: (request) => withParameter(request, 'code', 'guessed'),
    status: 400,
    error: 'invalid_grant',
    check: 'code-known',
  },
  {
    what: 'code of another client',
    at: ['POST', '/token'],
    edit: (request) => ({
      ...withHeader(request, 'Authorization', 'Basic none'),
      headers: request.headers.filter(([name]) => name !== 'Authorization'),
      body: `${request.body}&client_id=back-office&client_secret=back-office-secret`,
    }),
    status: 400,
    error: 'invalid_grant',
    check: 'code-issued-to-client',
  },
  {
    what: 'verifier changed',
    at: ['POST', '/token'],
    edit: (request) => withParameter(request, 'code_verifier', 'x'.repeat(43)),
    status: 400,
    error: 'invalid_grant',
    check: 'code-verifier',
  },
  {
    what: 'verifier missing',
    at: ['POST', '/token'],
    edit: (request) => withParameter(request, 'code_verifier', undefined),
    status: 400,
    error: 'invalid_grant',
    check: 'code-verifier-due',
  },
  {
    what: 'secret wrong',
    at: ['POST', '/token'],
    edit: (request) => withHeader(request, 'Authorization', `Basic ${btoa('web-app:guess')}`),
    status: 401,
    error: 'invalid_client',
    check: 'client-secret',
  },
  {
    what: 'a parameter doubled at token',
    at: ['POST', '/token'],
    edit: (request) => ({ ...request, body: `${request.body}&code=another` }),
    status: 400,
    error: 'invalid_request',
    check: 'parameters-once',
  },
  {
    what: 'the payload of the access token changed at the API',
    at: ['GET', '/orders'],
    edit: (request) => {
      const [, token = ''] = (request.headers.find(([name]) => name === 'Authorization')?.[1] ?? '').split(
        ' ',
      )
      const [head, payload = '', signature] = token.split('.')
      const forged = btoa(
        atob(payload.replaceAll('-', '+').replaceAll('_', '/')).replace('orders:read', 'orders:all'),
      )
      const base64url = forged.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
      return withHeader(request, 'Authorization', `Bearer ${head}.${base64url}.${signature}`)
    },
    status: 401,
    error: 'invalid_token',
    check: 'issuer-signature',
  },
  {
    what: 'POST /orders without the scope for it',
    at: ['GET', '/orders'],
    edit: (request) => ({ ...request, method: 'POST' }),
    status: 403,
    error: 'insufficient_scope',
    check: 'scope-sufficient',
  },
]

test.each(edits)('$what → $status $error, caught by $check', async ({ at, edit, status, error, check }) => {
  const walker = firstRun()
  const { run, request } = await walkTo(walker, ...at)
  const { exchange, prepared, outcome } = last(await advance(run, walker, edit(request)))
  expect(exchange.response.status).toBe(status)
  expect(failedIn(exchange.checks)).toBe(check)
  expect(errorIn(exchange.response)).toBe(error)
  expect(prepared).toEqual(request)
  expect(outcome).not.toBe('done')
})

test('an ID Token of another nonce signs nobody in', async () => {
  const walker = firstRun()
  const { run, request } = await walkTo(walker, 'GET', '/authorize')
  let walked = await advance(run, walker, withParameter(request, 'nonce', 'another'))
  while (walked.entries.at(-1)?.step !== 'id-token') walked = await advance(walked, walker)
  expect(failedIn(walked.entries.at(-1)?.checks ?? [])).toBe('id-token-nonce')
  expect(nextOf(walked, walker)).toMatchObject({ kind: 'local', step: { id: 'make' } })
})

test.each(['jwt', 'introspection'])('a code used twice kills what it bought (API: %s)', async (api) => {
  const walker = firstRun({ api })
  const before = await walkTo(walker, 'POST', '/token')
  const bought = await advance(before.run, walker)
  const replayed = await sendAgain(bought, walker, bought.entries.length - 1)
  expect(last(replayed).exchange.response.status).toBe(400)
  expect(failedIn(last(replayed).exchange.checks)).toBe('code-unused')
  expect(last(replayed).aside).toBe(true)

  const orders = await advance((await walkTo(walker, 'GET', '/orders', replayed)).run, walker)
  expect(last(orders).exchange.response.status).toBe(api === 'introspection' ? 401 : 200)
  if (api === 'introspection') return
  const userinfo = await advance((await walkTo(walker, 'GET', '/userinfo', orders)).run, walker)
  expect(last(userinfo).exchange.response.status).toBe(401)
})

test('a refresh token used twice ends the family', async () => {
  const walker = firstRun()
  const run = await walk(walker)
  const first = run.entries.findIndex(({ step }) => step === 'refresh')
  const refreshed = await continueFrom(run, walker, first + 1)
  const stolen = await sendAgain(refreshed, walker, first)
  expect(failedIn(last(stolen).exchange.checks)).toBe('refresh-token-unused')
  const newest = await sendAgain(
    stolen,
    walker,
    first,
    withParameter(last(refreshed).exchange.request, 'refresh_token', newestOf(refreshed)),
  )
  expect(errorIn(last(newest).exchange.response)).toBe('invalid_grant')
})

const newestOf = (run: Run): string => JSON.parse(last(run).exchange.response.body).refresh_token

test('a code expires when the clock is moved', async () => {
  const walker = firstRun()
  const { run } = await walkTo(walker, 'POST', '/token')
  walker.advance(61)
  const late = last(await advance(run, walker))
  expect(errorIn(late.exchange.response)).toBe('invalid_grant')
  expect(failedIn(late.exchange.checks)).toBe('code-not-expired')
})

test('to continue from a message is to stand before it, with the server as it was', async () => {
  const walker = firstRun()
  const { run } = await walkTo(walker, 'POST', '/token')
  const spent = await advance(run, walker)
  const forked = await continueFrom(spent, walker, spent.entries.length - 1)
  const again = await advance(forked, walker)
  expect(last(again).exchange.request).toEqual(last(spent).exchange.request)
  expect(last(again).exchange.response.status).toBe(200)
})

test('a refused token request can be tried again, and the run goes on', async () => {
  const walker = firstRun()
  const { run, request } = await walkTo(walker, 'POST', '/token')
  const refused = await advance(run, walker, withParameter(request, 'code_verifier', 'x'.repeat(43)))
  expect(nextOf(refused, walker)).toMatchObject({ kind: 'request', step: { id: 'token' } })
  const mended = await sendAgain(refused, walker, refused.entries.length - 1, request)
  expect(last(mended)).toMatchObject({ aside: false, outcome: 'done' })
})
