import { expect, test } from 'vitest'
import { firstRun } from './first-run.fixture.ts'
import { sequenceOf } from './sequence.ts'
import { walk } from './walk.ts'

const rowsOf = async (options: Record<string, string>) => {
  const walker = firstRun(options)
  const run = await walk(walker)
  return { run, rows: sequenceOf(run, walker.flow, walker.setting) }
}

test('every entry has one numbered row, in order, and one key for each row', async () => {
  const { run, rows } = await rowsOf({ client: 'spa', api: 'introspection' })
  expect(rows.flatMap(({ number }) => number ?? [])).toEqual(run.entries.map((_, index) => index + 1))
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
})

test('what the browser asks before, and the API meanwhile, stands where it happened', async () => {
  const { run, rows } = await rowsOf({ client: 'spa', api: 'introspection' })
  const orders = run.entries.findIndex(({ step }) => step === 'orders')
  const told = rows
    .filter(({ entry }) => entry === orders)
    .map(({ number, text }) => [number !== undefined, text])
  expect(told).toEqual([
    [false, 'OPTIONS /orders'],
    [false, '204 No Content'],
    [true, 'GET /orders'],
    [false, 'GET /.well-known/openid-configuration'],
    [false, '200 OK'],
    [false, 'GET /jwks'],
    [false, '200 OK'],
    [false, 'POST /introspect'],
    [false, '200 OK'],
    [false, '200 OK'],
  ])
})

test('a form is pressed by its person before the browser sends it', async () => {
  const { rows } = await rowsOf({ client: 'web-app' })
  const at = rows.findIndex(({ text }) => text === 'POST /sign-in')
  expect(rows[at - 1]).toMatchObject({ kind: 'pressed', from: 'resource-owner', to: 'user-agent' })
  expect(rows[at]?.carries.map(({ kind }) => kind)).toEqual(['password'])
})

test('a redirect tells where to, an error which', async () => {
  const { rows } = await rowsOf({ client: 'spa', pkce: 'off' })
  expect(rows.map(({ text }) => text)).toContain('303 to /callback · invalid_request')
  expect(rows.find(({ text }) => text.includes('invalid_request'))?.refused).toBe(true)
})
