import { expect, test } from 'vitest'
import { firstRun } from './first-run.fixture.ts'
import { ledgerOf } from './ledger.ts'
import { type ExchangeEntry, isExchange, newRun, positionOf, type Run } from './run.ts'
import { mendOf, verdictsOf } from './verdicts.ts'
import { advance, nextOf, sendAgain, walk } from './walk.ts'

type Walker = ReturnType<typeof firstRun>

async function walkTo(walker: Walker, step: string): Promise<Run> {
  let run = newRun(walker.flow, walker.setting.options)
  for (;;) {
    const next = nextOf(run, walker)
    if (next.kind === 'end' || next.step.id === step) return run
    run = await advance(run, walker)
  }
}

const preparedIn = (run: Run, walker: Walker) => {
  const next = nextOf(run, walker)
  if (next.kind !== 'request') throw new Error('No request is next.')
  return next.request
}

const lastOf = (run: Run): ExchangeEntry => {
  const entry = run.entries.at(-1)
  if (!entry || !isExchange(entry)) throw new Error('The last entry is no exchange.')
  return entry
}

const wrongVerifier = (body: string) => body.replace(/code_verifier=.{4}/, 'code_verifier=AAAA')

async function refusedTokenRequest() {
  const walker = firstRun()
  const before = await walkTo(walker, 'token')
  const prepared = preparedIn(before, walker)
  const run = await advance(before, walker, { ...prepared, body: wrongVerifier(prepared.body) })
  return { walker, prepared, run }
}

test('an edit that was refused is mended by putting back what the check is about', async () => {
  const { walker, prepared, run } = await refusedTokenRequest()
  const mend = mendOf(run, lastOf(run))
  expect(mend).toEqual({
    check: 'code-verifier',
    label: 'Restore code_verifier and resend',
    request: prepared,
  })
  const mended = await sendAgain(run, walker, run.entries.length - 1, mend?.request)
  expect(lastOf(mended)).toMatchObject({ outcome: 'done' })
  expect(lastOf(mended).prepared).toBeUndefined()
})

test('to send again means the bytes that were sent, still marked as edited', async () => {
  const { walker, prepared, run } = await refusedTokenRequest()
  const again = lastOf(await sendAgain(run, walker, run.entries.length - 1))
  expect(again.exchange.request).toEqual(lastOf(run).exchange.request)
  expect(again.prepared).toEqual(prepared)
})

test('a message that the editor gave back unchanged is not edited', async () => {
  const walker = firstRun()
  const run = await walkTo(walker, 'token')
  expect(lastOf(await advance(run, walker, { ...preparedIn(run, walker) })).prepared).toBeUndefined()
})

test('what was sent again beside the story stays beside it when it is sent once more', async () => {
  const walker = firstRun()
  const run = await walkTo(walker, 'orders')
  const token = run.entries.findIndex(({ step }) => step === 'token')
  const replayed = await sendAgain(run, walker, token)
  const twice = await sendAgain(replayed, walker, replayed.entries.length - 1)
  expect(lastOf(twice)).toMatchObject({ step: 'token', aside: true })
  expect(nextOf(twice, walker)).toMatchObject({ step: { id: 'orders' } })
})

test('a code that expired is mended by the time when it was young, however late the tries', async () => {
  const walker = firstRun()
  let run = await walkTo(walker, 'token')
  const youth = lastOf(run).exchange.at
  for (const late of [61, 30]) {
    walker.advance(late)
    run = late === 61 ? await advance(run, walker) : await sendAgain(run, walker, run.entries.length - 1)
    expect(mendOf(run, lastOf(run))).toMatchObject({ check: 'code-not-expired', at: youth + 1000 })
  }
})

test('what nobody refused has no mend', async () => {
  const walker = firstRun()
  const run = await walk(walker)
  expect(
    run.entries.filter(({ outcome }) => outcome === 'done').map((entry) => mendOf(run, entry)),
  ).not.toContainEqual(expect.objectContaining({ label: 'Undo the edit and resend' }))
})

test('each judge of a message has its say', async () => {
  const walker = firstRun({ api: 'introspection' })
  const run = await walk(walker)
  const titles = (step: string) => {
    const entry = run.entries.find((each) => each.step === step)
    return entry ? verdictsOf(entry).map(({ title }) => title) : []
  }
  expect(titles('token')).toEqual(['Why the server accepted', 'Why the client accepted'])
  expect(titles('orders')).toEqual(['Why the API accepted', 'Why the server accepted'])
  expect(titles('orders-again')).toEqual(['Why the API refused', 'What the server found'])
  expect(titles('refresh-again')).toEqual(['Why the server refused'])
})

test('a script’s request that a browser keeps back is told as such, and reaches nobody', async () => {
  const walker = firstRun({ client: 'spa' })
  const run = await walkTo(walker, 'orders')
  const request = preparedIn(run, walker)
  const kept = await advance(run, walker, { ...request, headers: [...request.headers, ['X-Test', '1']] })
  expect(verdictsOf(lastOf(kept))).toMatchObject([
    { title: 'Why the browser refused', checks: [{ id: 'preflight' }] },
  ])
  expect(lastOf(kept).outcome).toBe('failed')
  expect(ledgerOf(kept, walker.flow, walker.setting).knows['resource-server']).toEqual([])
  expect(nextOf(kept, walker)).toMatchObject({ step: { id: 'orders' } })
})

test('starting over forgets what was learned since', async () => {
  const walker = firstRun()
  let run = await walkTo(walker, 'sign-in')
  run = await advance(run, walker)
  const authorize = preparedIn(run, walker)
  run = await advance(run, walker, {
    ...authorize,
    target: authorize.target.replace(/nonce=[^&]*/, 'nonce=other'),
  })
  while (run.entries.at(-1)?.step !== 'id-token') run = await advance(run, walker)
  const { at, known } = positionOf(run, walker.flow, walker.setting)
  expect(at).toBe(0)
  expect(known).toEqual({})
})

test('with PKCE plain the browser has seen the verifier, for it is the challenge', async () => {
  const kindsIn = async (pkce: string) => {
    const walker = firstRun({ pkce })
    const { knows } = ledgerOf(await walk(walker), walker.flow, walker.setting)
    return knows['user-agent']?.map(({ kind }) => kind)
  }
  expect(await kindsIn('plain')).toContain('code_verifier')
  expect(await kindsIn('S256')).not.toContain('code_verifier')
})
