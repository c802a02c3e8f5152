import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { authorizationCode } from '../../flows/authorization-code.ts'
import { defaultOptions } from '../../flows/flow.ts'
import { isExchange } from '../../flows/run.ts'
import { createSession, type Session } from './session.ts'
import { branchOf } from './state.ts'

const options = defaultOptions(authorizationCode)
const open = (key = 'test') => createSession(authorizationCode, options, key)
const entriesOf = (session: Session) => branchOf(session.state()).run.entries

async function goTo(session: Session, step: string) {
  for (let count = 0; count < 30 && entriesOf(session).at(-1)?.step !== step; count += 1)
    await session.advance()
}

const statusIn = (session: Session, step: string) => {
  const entry = entriesOf(session).findLast((each) => each.step === step)
  return entry && isExchange(entry) ? entry.exchange.response.status : undefined
}

beforeEach(() => sessionStorage.clear())
afterEach(() => {
  vi.restoreAllMocks()
  sessionStorage.clear()
})

test('a session that was left goes on where it stood, with the server as it was', async () => {
  const left = open()
  await goTo(left, 'token')
  left.setOffset(5000)
  const taken = open()
  expect(entriesOf(taken)).toEqual(entriesOf(left))
  expect(taken.state().offset).toBe(5000)
  await goTo(taken, 'orders')
  expect(statusIn(taken, 'orders')).toBe(200)
})

test('one thing is done at a time: a second press meanwhile does nothing', async () => {
  const session = open()
  await Promise.all([session.advance(), session.advance(), session.advance()])
  expect(entriesOf(session)).toHaveLength(1)
})

test('a fork leaves the run that it came from as it was, and each has its own server', async () => {
  const session = open()
  await goTo(session, 'token')
  const token = entriesOf(session).length - 1
  await session.continueFrom(token)
  expect(entriesOf(session)).toHaveLength(token)
  await session.advance()
  expect(statusIn(session, 'token')).toBe(200)

  await session.pick(0)
  await session.sendAgain(token)
  expect(statusIn(session, 'token')).toBe(400)
  await session.pick(1)
  await goTo(session, 'orders')
  expect(statusIn(session, 'orders')).toBe(200)
})

test('to mend an edited message in the front channel goes on from there', async () => {
  const session = open()
  await goTo(session, 'sign-in')
  const index = entriesOf(session).length
  const prepared = { method: 'GET', origin: 'https://as.glassbox.example', headers: [], body: '' }
  await session.advance({ ...prepared, target: '/authorize?client_id=nobody' })
  const entry = entriesOf(session)[index]
  if (!entry || !isExchange(entry) || !entry.prepared) throw new Error('This was not edited.')
  expect(entry.outcome).toBe('failed')
  await session.mend(index, { check: '', label: '', request: entry.prepared })
  await goTo(session, 'orders')
  expect(statusIn(session, 'orders')).toBe(200)
})

test('restart begins anew, with the same keys', async () => {
  const session = open()
  await goTo(session, 'token')
  const keys = await session.world.publicKeys()
  await session.restart()
  expect(entriesOf(session)).toEqual([])
  expect(await session.world.publicKeys()).toEqual(keys)
})

test.each([
  '{',
  'null',
  '{"version":0}',
  '{"version":1,"parts":[],"current":0,"offset":0,"branches":[{"run":{"entries":[]},"snapshot":{"code":9}}]}',
  '{"version":1,"parts":["5"],"current":0,"offset":0,"branches":[{"run":{"entries":[]},"snapshot":{"code":0,"key":0}}]}',
])('what was kept as %s costs the run, not the page', async (text) => {
  sessionStorage.setItem('glassbox:run:test', text)
  const session = open()
  await goTo(session, 'token')
  expect(statusIn(session, 'token')).toBe(200)
})

test('when storage is full the runs with other options go first', async () => {
  sessionStorage.setItem('glassbox:run:other', 'x')
  const { setItem } = Storage.prototype
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, name, value) {
    if (sessionStorage.getItem('glassbox:run:other')) throw new DOMException('full', 'QuotaExceededError')
    setItem.call(this, name, value)
  })
  const session = open()
  await session.advance()
  expect(session.state().notice).toBeUndefined()
  expect(sessionStorage.getItem('glassbox:run:other')).toBeNull()
  expect(sessionStorage.getItem('glassbox:run:test')).not.toBeNull()
})

test('when nothing can be kept, it says so and goes on', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const session = open()
  await session.advance()
  expect(entriesOf(session)).toHaveLength(1)
  expect(session.state().notice).toContain('could not keep')
})
