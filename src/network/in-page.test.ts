import { expect, test } from 'vitest'
import { type Handler, type Header, headerOf, requestTo, wasSent } from '../http/message.ts'
import { inPageNetwork } from './in-page.ts'

const api = 'https://api.glassbox.example'
const script: Header = ['Origin', 'https://app.shop.example']
const bearer: Header = ['Authorization', 'Bearer x']

/** An API that answers a preflight with these header fields, and everything else with 200. */
const answering =
  (...headers: Header[]): Handler =>
  async ({ method }) => ({
    response: { status: method === 'OPTIONS' ? 204 : 200, headers, body: '' },
    checks: [],
  })

const network = (handle: Handler) => inPageNetwork({ [api]: { role: 'resource-server', handle } }, () => 0)

const allowing = answering(
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Headers', 'Authorization, Content-Type'],
)

test('a script that sends a token to another origin makes the browser ask first', async () => {
  const request = requestTo(`${api}/orders`, { headers: [script, bearer] })
  const { preflight, response } = await network(allowing).exchange(request, 'client')
  expect(preflight?.request.method).toBe('OPTIONS')
  expect(headerOf(preflight?.request ?? { headers: [] }, 'access-control-request-headers')).toBe(
    'authorization',
  )
  expect(response.status).toBe(200)
})

test.each([
  ['a client on a server', 'client', [bearer]],
  ['a navigation', 'user-agent', [script, bearer]],
  ['a script that sends what a form could send', 'client', [script, ['Content-Type', 'text/plain']]],
] as [string, string, Header[]][])('%s asks nobody', async (_what, from, headers) => {
  const exchange = await network(allowing).exchange(requestTo(api, { headers }), from)
  expect(exchange.preflight).toBeUndefined()
})

test.each([
  ['no answer to it', answering(), /Allow-Origin/],
  ['another origin', answering(['Access-Control-Allow-Origin', 'https://other.example']), /Allow-Origin/],
  ['no header', answering(['Access-Control-Allow-Origin', '*']), /Allow-Headers with authorization/],
] as [string, Handler, RegExp][])(
  'where the server allows %s, nothing is sent',
  async (_what, handle, why) => {
    const request = requestTo(api, { headers: [script, bearer] })
    const { response, preflight, checks } = await network(handle).exchange(request, 'client')
    expect(wasSent(response)).toBe(false)
    expect(preflight?.request.method).toBe('OPTIONS')
    expect(checks).toMatchObject([
      { id: 'preflight', outcome: 'failed', expected: expect.stringMatching(why) },
    ])
  },
)

test('a method that was not allowed is not sent', async () => {
  const request = requestTo(api, { method: 'DELETE', headers: [script] })
  const { response, checks } = await network(allowing).exchange(request, 'client')
  expect(wasSent(response)).toBe(false)
  expect(checks[0]?.expected).toContain('DELETE')
})

test('what a host asks of others on the way is seen', async () => {
  const asking: Handler = async (_request, send) => ({
    response: await send(requestTo('https://as.glassbox.example/jwks')),
    checks: [],
  })
  const both = inPageNetwork(
    {
      [api]: { role: 'resource-server', handle: asking },
      'https://as.glassbox.example': { role: 'authorization-server', handle: answering() },
    },
    () => 0,
  )
  const { meanwhile } = await both.exchange(requestTo(api), 'client')
  expect(meanwhile).toMatchObject([{ from: 'resource-server', to: 'authorization-server' }])
})

test('an origin that nobody has is a sentence', async () => {
  await expect(network(allowing).exchange(requestTo('https://nowhere.example'), 'client')).rejects.toThrow(
    'Nobody answers at https://nowhere.example in this page.',
  )
})
