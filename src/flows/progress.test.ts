import { expect, test } from 'vitest'
import { firstRun } from './first-run.fixture.ts'
import { progressOf } from './progress.ts'
import { newRun, type Run } from './run.ts'
import { advance, nextOf, sendAgain, walk } from './walk.ts'

type Walker = ReturnType<typeof firstRun>

const told = (run: Run, walker: Walker) => progressOf(run, walker.flow, walker.setting)

async function walkTo(
  walker: Walker,
  step: string,
  from = newRun(walker.flow, walker.setting.options),
): Promise<Run> {
  let run = from
  for (;;) {
    const next = nextOf(run, walker)
    if (next.kind === 'end' || next.step.id === step) return run
    run = await advance(run, walker)
  }
}

test('a walk begins at its first step and ends when all are done', async () => {
  const walker = firstRun()
  expect(told(newRun(walker.flow, walker.setting.options), walker).place).toBe('Step 1 of 11.')
  const end = told(await walk(walker), walker)
  expect(end.place).toBe('All 11 steps are done.')
  expect(new Set(end.steps)).toEqual(new Set(['done']))
})

test('an edited request that was refused is tried again where it stood', async () => {
  const walker = firstRun()
  const before = await walkTo(walker, 'token')
  const next = nextOf(before, walker)
  if (next.kind !== 'request') throw new Error('No request is next.')
  const run = await advance(before, walker, { ...next.request, body: 'grant_type=nothing' })
  expect(told(run, walker)).toMatchObject({ place: 'Step 3 of 11, refused.' })
  expect(told(run, walker).steps[2]).toBe('failed')
})

test('a token request that was refused as prepared sends all back to the beginning', async () => {
  const walker = firstRun()
  const before = await walkTo(walker, 'token')
  walker.advance(61)
  const run = await advance(before, walker)
  expect(told(run, walker).place).toBe('“Send token request” was refused. Step 1 of 11.')
})

test.each(['jwt', 'introspection'])(
  'a code spent twice shows what died of it, to the end (API: %s)',
  async (api) => {
    const walker = firstRun({ api })
    const bought = await walkTo(walker, 'keys')
    const replayed = await sendAgain(bought, walker, bought.entries.length - 1)
    const run = await walkTo(walker, 'never', replayed)
    const statuses = Object.fromEntries(
      run.entries.flatMap((entry) =>
        entry.kind === 'exchange' ? [[entry.step, entry.exchange.response.status]] : [],
      ),
    )
    const alone = api === 'jwt' ? 200 : 401
    expect(statuses).toMatchObject({ orders: alone, userinfo: 401, refresh: 400, 'refresh-again': 400 })
    expect(told(run, walker).steps.filter((state) => state === 'failed').length).toBeGreaterThan(1)
  },
)
