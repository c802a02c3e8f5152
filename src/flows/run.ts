import type { HttpExchange, HttpRequest } from '../http/message.ts'
import type { CheckResult } from '../oauth/check.ts'
import type { Flow, Known, Options, Setting, Step } from './flow.ts'

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
  /** The other side's memory before this happened, for {@link Network} implementations that can give it back. */
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
}

export const newRun = (flow: Flow, options: Options): Run => ({ flow: flow.id, options, entries: [] })

export const isExchange = (entry: Entry): entry is ExchangeEntry => entry.kind === 'exchange'

export const isAside = (entry: Entry): boolean => isExchange(entry) && entry.aside

/** What the client knows now. */
export function knownOf(run: Run): Known {
  let known: Known = {}
  for (const entry of run.entries) if (!isAside(entry)) known = { ...known, ...entry.learned }
  return known
}

/** Where a run stands: the steps, which of them is next (their number when none is), and what happened in that try. */
export interface Position {
  readonly steps: readonly Step[]
  readonly at: number
  /** The entries of the current try of the current step. */
  readonly current: readonly Entry[]
}

export function positionOf(run: Run, flow: Flow, setting: Setting): Position {
  const steps = flow.steps(setting)
  let at = 0
  let current: Entry[] = []
  for (const entry of run.entries) {
    if (isAside(entry)) continue
    current.push(entry)
    if (entry.outcome === 'on the way') continue
    const { startOver } = steps[at] ?? {}
    if (entry.outcome === 'done') at += 1
    else if (startOver !== undefined) at = steps.findIndex(({ id }) => id === startOver)
    current = []
  }
  return { steps, at, current }
}
