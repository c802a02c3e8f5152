import type { Flow, Options } from '../../flows/flow.ts'
import { ledgerOf } from '../../flows/ledger.ts'
import type { Submission } from '../../flows/ports.ts'
import { isAside, newRun, positionOf, type Run } from '../../flows/run.ts'
import { sequenceOf } from '../../flows/sequence.ts'
import type { Mend } from '../../flows/verdicts.ts'
import { advance, continueFrom, nextOf, sendAgain, submit } from '../../flows/walk.ts'
import type { HttpRequest } from '../../http/message.ts'
import { createWorld, type World } from '../composition/world.ts'
import { forget, type Kept, recall, remember } from './keeping.ts'
import { type Branch, branchOf, type SessionState } from './state.ts'

/** The runs of one flow with one set of options, kept for the tab's life. */
export interface Session {
  readonly world: World
  readonly state: () => SessionState
  readonly subscribe: (listener: () => void) => () => void
  advance(edited?: HttpRequest): Promise<void>
  submit(submission: Submission): Promise<void>
  sendAgain(index: number, edited?: HttpRequest): Promise<void>
  continueFrom(index: number): Promise<void>
  /** Sends what mends a refused message, as another try of it where that is still to be had, or else from a fork. */
  mend(index: number, mend: Mend): Promise<void>
  restart(): Promise<void>
  pick(branch: number): Promise<void>
  /** Sets how far the clock is ahead of the real one, in milliseconds. */
  setOffset(offset: number): void
}

export function createSession(flow: Flow, options: Options, key: string): Session {
  const listeners = new Set<() => void>()
  const clock = () => Date.now() + state.offset
  const world = createWorld(flow, options, clock)
  const blank: Branch = { run: newRun(flow, options), snapshot: {} }
  let state: SessionState = { branches: [blank], current: 0, offset: 0, busy: false }
  let ready: Promise<void> | undefined

  const show = (change: Partial<SessionState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const branch = () => branchOf(state)
  const replaced = (run: Run, snapshot: unknown) =>
    state.branches.map((old, index) => (index === state.current ? { ...old, run, snapshot } : old))

  /** Does one thing at a time; what is asked for meanwhile is dropped, as a second press of a button would be. */
  async function once(work: () => Promise<void>): Promise<void> {
    if (state.busy) return
    const { notice: _, ...rest } = state
    state = rest
    show({ busy: true })
    try {
      await ready
      await work()
    } catch (error) {
      show({ notice: error instanceof Error ? error.message : String(error) })
    }
    show({ busy: false })
    keep()
  }

  function keep(): void {
    const kept = remember(key, { branches: state.branches, current: state.current, offset: state.offset })
    if (!kept) show({ notice: 'The browser could not keep this run: after a reload it starts over.' })
  }

  async function go(run: Promise<Run>): Promise<void> {
    const gone = await run
    show({ branches: replaced(gone, await world.world.snapshot()) })
  }

  async function fork(index: number): Promise<void> {
    const run = await continueFrom(branch().run, world, index)
    const forked = { run, snapshot: await world.world.snapshot(), forkedAt: index + 1 }
    show({ branches: [...state.branches, forked], current: state.branches.length })
  }

  const recalled = recall(key)
  if (recalled && !takeUp(recalled)) startOver()

  function startOver(): void {
    forget(key)
    const notice = 'What the browser had kept of this run could not be read. It starts over.'
    show({ branches: [blank], current: 0, offset: 0, notice })
  }

  /** False for what cannot be drawn: it was not ours, or is of another version. */
  function takeUp(kept: Kept | 'corrupt'): boolean {
    if (kept === 'corrupt') return false
    try {
      for (const { run } of kept.branches) {
        sequenceOf(run, flow, world.setting)
        ledgerOf(run, flow, world.setting)
        nextOf(run, world)
      }
    } catch {
      return false
    }
    state = { ...state, ...kept }
    ready = world.world.restore(branch().snapshot).catch(startOver)
    return true
  }

  return {
    world,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    advance: (edited) => once(() => go(advance(branch().run, world, edited))),
    submit: (submission) => once(() => go(submit(branch().run, world, submission))),
    sendAgain: (index, edited) => once(() => go(sendAgain(branch().run, world, index, edited))),
    continueFrom: (index) => once(() => fork(index)),
    mend: (index, { request, at }) =>
      once(async () => {
        if (at !== undefined) show({ offset: at - Date.now() })
        const { run } = branch()
        const entry = run.entries[index]
        if (!entry) return
        const { steps, at: place } = positionOf(run, flow, world.setting)
        if (isAside(entry) || steps[place]?.id === entry.step)
          return go(sendAgain(run, world, index, request))
        await fork(index)
        await go(advance(branch().run, world, request))
      }),
    restart: () =>
      once(async () => {
        await world.reset()
        show({ branches: [{ ...blank, snapshot: await world.world.snapshot() }], current: 0, offset: 0 })
      }),
    pick: (index) =>
      once(async () => {
        await world.world.restore(state.branches[index]?.snapshot ?? {})
        show({ current: index })
      }),
    setOffset: (offset) => {
      show({ offset })
      keep()
    },
  }
}
