import type { HttpExchange, HttpRequest } from '../http/message.ts'
import type { CheckResult } from '../oauth/check.ts'
import type { Flow, Known, Options, Setting, Step } from './flow.ts'
import type { World } from './ports.ts'

/** What happened, in order, and nothing else: the diagram, the ledger, the progress and every export are read from it. */
export interface Run {
  readonly flow: string
  readonly options: Options
  readonly entries: readonly Entry[]
}

export type Entry = ExchangeEntry | LocalEntry

interface EntryBase {
  /** Id of the step that it belongs to. */
  readonly step: string
  /** The client's own checks on what it received or made. */
  readonly checks: readonly CheckResult[]
  readonly learned: Known
  /** `done` and `failed` end a try of the step; a redirect or a page on the way does neither. */
  readonly outcome: 'done' | 'failed' | 'on the way'
  /** The other side's memory before this happened, where the {@link World} can give it back. */
  readonly before: unknown
}

export interface LocalEntry extends EntryBase {
  readonly kind: 'local'
  /** Milliseconds since the epoch. */
  readonly at: number
}

export interface ExchangeEntry extends EntryBase {
  readonly kind: 'exchange'
  readonly exchange: HttpExchange
  /** What would have been sent, where the person changed it. */
  readonly prepared?: HttpRequest
  /** What the person at the browser typed or pressed to send it, as shown: `signs in`. */
  readonly pressed?: string
  /** Sent again beside the story: it changes the servers, but not where the run stands. */
  readonly aside: boolean
  /** Another try of a message that was sent before. */
  readonly again?: true
}

/** A run in which nothing has happened yet. */
export const newRun = (flow: Flow, options: Options): Run => ({ flow: flow.id, options, entries: [] })

/** Whether it is a message and not work without one. */
export const isExchange = (entry: Entry): entry is ExchangeEntry => entry.kind === 'exchange'

/** Whether it was sent again beside the story. */
export const isAside = (entry: Entry): boolean => isExchange(entry) && entry.aside

/** Where a run stands. */
export interface Position {
  readonly steps: readonly Step[]
  /** Index of the step that is next; their number when none is. */
  readonly at: number
  /** The entries of the current try of that step. */
  readonly current: readonly Entry[]
  /** What the client knows. Starting over forgets what was learned since. */
  readonly known: Known
}

/** Reads from a run where it stands among its flow's steps. */
export function positionOf(run: Run, flow: Flow, setting: Setting): Position {
  const steps = flow.steps(setting)
  const knownAt: Known[] = [{}]
  let at = 0
  let known: Known = {}
  let current: Entry[] = []
  for (const entry of run.entries) {
    if (isAside(entry)) continue
    current.push(entry)
    known = { ...known, ...entry.learned }
    if (entry.outcome === 'on the way') continue
    current = []
    if (entry.outcome === 'done') {
      at += 1
    } else {
      at = afterFailure(entry, steps, at)
      known = knownAt[at] ?? known
    }
    knownAt[at] = known
  }
  return { steps, at, current, known }
}

/** The step that follows one that failed: the same, the next, or the one where it has to begin again. */
function afterFailure(entry: Entry, steps: readonly Step[], at: number): number {
  const step = steps[at]
  const edited = isExchange(entry) && entry.prepared !== undefined
  if (step === undefined || (step.kind === 'exchange' && edited)) return at
  if (step.kind === 'exchange' && step.goesOn) return at + 1
  return step.startOver === undefined ? at : steps.findIndex(({ id }) => id === step.startOver)
}
