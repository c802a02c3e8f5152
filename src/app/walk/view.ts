import { type Ledger, ledgerOf } from '../../flows/ledger.ts'
import type { Page } from '../../flows/ports.ts'
import { type Progress, progressOf } from '../../flows/progress.ts'
import { type Entry, isAside, isExchange, type Run } from '../../flows/run.ts'
import { exchangeAt, type Row, sequenceOf } from '../../flows/sequence.ts'
import { type Mend, mendOf, type Verdict, verdictsOf } from '../../flows/verdicts.ts'
import { type Next, nextOf } from '../../flows/walk.ts'
import { type HttpRequest, pathOf } from '../../http/message.ts'
import { occurrencesIn } from '../../http/occurrences.ts'
import { type Role, userAgent } from '../../oauth/roles.ts'
import type { World } from '../composition/world.ts'

/** Everything that the flow page draws, read from one run. */
export interface View {
  readonly roles: readonly Role[]
  readonly rows: readonly Row[]
  readonly ledger: Ledger
  readonly next: Next
  readonly progress: Progress
  /** The entry that is shown: the one picked, or the newest. */
  readonly shown: Shown | undefined
  readonly browser: BrowserView | undefined
}

/** What the browser's window shows. */
export interface BrowserView {
  readonly url: string
  readonly page: Page | undefined
  /** How many pages it has loaded so far: another number is another page. */
  readonly load: number
}

/** What was picked in the sequence: an entry, or an exchange that was had on the way to its answer. */
export interface Picked {
  readonly entry: number
  readonly path?: string | undefined
}

/** One entry of the run, and what was made of it. */
export interface Shown {
  readonly index: number
  readonly entry: Entry
  /** It is an exchange on the way to the entry's answer, which can be looked at, and not sent by itself. */
  readonly nested: boolean
  /** What work without a message did. */
  readonly did: string | undefined
  readonly verdicts: readonly Verdict[]
  readonly mend: Mend | undefined
}

export function viewOf(run: Run, world: World, picked: Picked | undefined): View {
  const { flow, setting } = world
  const next = nextOf(run, world)
  const index = picked?.entry ?? run.entries.length - 1
  return {
    roles: flow.roles(setting),
    rows: sequenceOf(run, flow, setting),
    ledger: ledgerOf(run, flow, setting, index + 1),
    next,
    progress: progressOf(run, flow, setting),
    shown: shownOf(run, index, picked?.path, world),
    browser: browserOf(run, next, world),
  }
}

function shownOf(
  run: Run,
  index: number,
  path: string | undefined,
  { flow, setting }: World,
): Shown | undefined {
  const entry = run.entries[index]
  if (!entry) return undefined
  const nested = path !== undefined && isExchange(entry) ? exchangeAt(entry.exchange, path) : undefined
  if (nested && isExchange(entry)) {
    const { prepared: _, ...rest } = entry
    const alone = { ...rest, exchange: nested, checks: [] }
    return { index, entry: alone, nested: true, did: undefined, verdicts: verdictsOf(alone), mend: undefined }
  }
  const step = flow.steps(setting).find(({ id }) => id === entry.step)
  const did = step?.kind === 'local' ? step.did : undefined
  return { index, entry, nested: false, did, verdicts: verdictsOf(entry), mend: mendOf(run, entry) }
}

/** The browser is on the stage as long as the story is in it. */
function browserOf(run: Run, next: Next, { userAgent: agent }: World): BrowserView | undefined {
  const visits = run.entries.filter((entry) => !isAside(entry))
  const last = visits.at(-1)
  if (!last || !isExchange(last) || last.exchange.from !== userAgent) return undefined
  const load = visits.length
  if (next.kind === 'request' && next.step.kind === 'navigation' && last.outcome === 'on the way') {
    return { url: urlOf(next.request), page: undefined, load }
  }
  const arrival = agent.after(last.exchange, [last.exchange])
  return { url: urlOf(last.exchange.request), page: arrival.kind === 'page' ? arrival.page : undefined, load }
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
  if (!shown || shown.nested || !isExchange(shown.entry)) return undefined
  return { request: shown.entry.exchange.request, again: shown.index }
}
