import { type Ledger, ledgerOf } from '../../flows/ledger.ts'
import type { Page } from '../../flows/ports.ts'
import { type Entry, isAside, isExchange, positionOf, type Run } from '../../flows/run.ts'
import { type Row, sequenceOf } from '../../flows/sequence.ts'
import { type Next, nextOf } from '../../flows/walk.ts'
import { restored } from '../../http/edit.ts'
import { type HttpExchange, type HttpRequest, pathOf } from '../../http/message.ts'
import { occurrencesIn } from '../../http/occurrences.ts'
import type { CheckResult } from '../../oauth/check.ts'
import { authorizationServer, client, type Role, resourceServer, userAgent } from '../../oauth/roles.ts'
import type { World } from '../composition/world.ts'

/** Everything that the flow page draws, read from one run. */
export interface View {
  readonly roles: readonly Role[]
  readonly rows: readonly Row[]
  readonly ledger: Ledger
  readonly next: Next
  readonly progress: readonly ('done' | 'failed' | 'current' | 'todo')[]
  /** The entry that is shown: the one picked, or the newest. */
  readonly shown: Shown | undefined
  readonly browser: { readonly url: string; readonly page: Page | undefined } | undefined
}

/** One entry of the run, and what was made of it. */
export interface Shown {
  readonly index: number
  readonly entry: Entry
  /** What work without a message did. */
  readonly did: string | undefined
  readonly verdicts: readonly CheckGroup[]
  readonly mend: Mend | undefined
}

/** The checks of one judge on one message. */
export interface CheckGroup {
  readonly title: string
  readonly checks: readonly CheckResult[]
}

/** A press that undoes what made a check fail: an edit, or the time that went by. */
export interface Mend {
  readonly check: string
  readonly label: string
  /** What is sent in the place of what was refused. */
  readonly request: HttpRequest
  /** When, in milliseconds since the epoch, where that is the mend. */
  readonly at?: number
}

export function viewOf(run: Run, world: World, picked: number | undefined): View {
  const { flow, setting } = world
  const next = nextOf(run, world)
  const index = picked ?? run.entries.length - 1
  return {
    roles: flow.roles(setting),
    rows: sequenceOf(run, flow, setting),
    ledger: ledgerOf(run, flow, setting, index + 1),
    next,
    progress: progressOf(run, world),
    shown: shownOf(run, index, world),
    browser: browserOf(run, next, world),
  }
}

function shownOf(run: Run, index: number, { flow, setting }: World): Shown | undefined {
  const entry = run.entries[index]
  if (!entry) return undefined
  const step = flow.steps(setting).find(({ id }) => id === entry.step)
  const did = step?.kind === 'local' ? step.did : undefined
  return { index, entry, did, verdicts: verdictsOf(entry), mend: mendOf(entry, run.entries[index - 1]) }
}

function progressOf(run: Run, { flow, setting }: World): View['progress'] {
  const { steps, at } = positionOf(run, flow, setting)
  const failed = run.entries.findLast((entry) => !isAside(entry))?.outcome === 'failed'
  return steps.map((_, index) => (index < at ? 'done' : index > at ? 'todo' : failed ? 'failed' : 'current'))
}

const judges: Readonly<Record<string, string>> = {
  [authorizationServer]: 'the server',
  [resourceServer]: 'the API',
  [client]: 'the client',
}

function verdictsOf(entry: Entry): CheckGroup[] {
  if (!isExchange(entry)) return group(client, entry.checks)
  return [...judgedBy(entry.exchange), ...group(client, entry.checks)]
}

const judgedBy = ({ to, checks, meanwhile }: HttpExchange): CheckGroup[] => [
  ...group(to, checks),
  ...meanwhile.flatMap(judgedBy),
]

function group(judge: string, checks: readonly CheckResult[]): CheckGroup[] {
  if (checks.length === 0) return []
  const who = judges[judge] ?? judge
  const refused = checks.some(({ outcome }) => outcome === 'failed')
  return [{ title: refused ? `Why ${who} refused` : `Why ${who} accepted`, checks }]
}

function mendOf(entry: Entry, before: Entry | undefined): Mend | undefined {
  if (!isExchange(entry)) return undefined
  const { exchange, prepared } = entry
  const failed = exchange.checks.find(({ outcome }) => outcome === 'failed')
  if (!failed) return undefined
  const check = failed.id
  if (prepared) {
    const request = failed.parameter ? restored(exchange.request, prepared, failed.parameter) : undefined
    if (request) return { check, label: `Restore ${failed.parameter} and resend`, request }
    return { check, label: 'Undo the edit and resend', request: prepared }
  }
  if (!before || !/not-expired$/.test(check)) return undefined
  const at = (isExchange(before) ? before.exchange.at : before.at) + 1000
  return { check, label: 'Set the clock back and resend', request: exchange.request, at }
}

/** The browser is on the stage as long as the story is in it. */
function browserOf(run: Run, next: Next, { userAgent: agent }: World): View['browser'] {
  const last = run.entries.findLast((entry) => !isAside(entry))
  if (!last || !isExchange(last) || last.exchange.from !== userAgent) return undefined
  if (next.kind === 'request' && next.step.kind === 'navigation' && last.outcome === 'on the way') {
    return { url: urlOf(next.request), page: undefined }
  }
  const arrival = agent.after(last.exchange, [last.exchange])
  return { url: urlOf(last.exchange.request), page: arrival.kind === 'page' ? arrival.page : undefined }
}

const urlOf = ({ origin, target }: HttpRequest): string => origin + target

/** The message that is next, as the diagram draws it before it is sent. */
export function upcomingOf(next: Next) {
  if (next.kind === 'end') return undefined
  if (next.kind === 'local') return { text: next.step.did, from: next.step.by, to: next.step.by, carries: [] }
  const { request, from, to } = next
  const carries = new Map(occurrencesIn(request).map(({ kind, value }) => [kind, { kind, value }]))
  return { text: titleOf(request), from, to, carries: [...carries.values()] }
}

export const titleOf = ({ method, target }: HttpRequest): string => `${method} ${pathOf(target)}`

/** What lies in the editor: the next message, or one to be sent again. */
export interface Draft {
  readonly request: HttpRequest
  /** Index of the entry that it would send again. */
  readonly again?: number
}

/** Editing means the message that was picked; with none picked the one that is next, if it is one. */
export function draftOf(next: Next, shown: Shown | undefined, picked: boolean): Draft | undefined {
  if (!picked && (next.kind === 'request' || next.kind === 'page')) return { request: next.request }
  if (!shown || !isExchange(shown.entry)) return undefined
  return { request: shown.entry.exchange.request, again: shown.index }
}
