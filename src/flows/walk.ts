import { type HttpExchange, type HttpRequest, pathOf, wasSent } from '../http/message.ts'
import { authorizationServer, userAgent as browserRole, client, resourceServer } from '../oauth/roles.ts'
import type { ExchangeStep, Flow, LocalStep, NavigationStep, Setting, Tools } from './flow.ts'
import type { Network, Page, Submission, UserAgent, World } from './ports.ts'
import {
  type Entry,
  type ExchangeEntry,
  isAside,
  isExchange,
  newRun,
  type Position,
  positionOf,
  type Run,
} from './run.ts'

/** Everything a run needs of the world, handed in. */
export interface Walker extends Tools {
  readonly flow: Flow
  readonly setting: Setting
  readonly network: Network
  readonly userAgent: UserAgent
  readonly world: World
}

/** What can be done next. Read from the run, never kept beside it. */
export type Next =
  | { readonly kind: 'local'; readonly step: LocalStep }
  /** A request that is ready to go, and may be edited first. */
  | (Prepared & { readonly kind: 'request'; readonly step: ExchangeStep | NavigationStep })
  /** A page waits for its person; `request` is what pressing `button` with these values sends. */
  | (Prepared & {
      readonly kind: 'page'
      readonly step: NavigationStep
      readonly page: Page
      readonly submission: Submission
    })
  | { readonly kind: 'end' }

interface Prepared {
  readonly request: HttpRequest
  readonly from: string
  readonly to: string
  readonly action: string
  readonly pressed?: string
}

/** What can be done next in this run. Reads only, and may be asked at any time. */
export function nextOf(run: Run, walker: Walker): Next {
  const { steps, at, current, known } = positionOf(run, walker.flow, walker.setting)
  const step = steps[at]
  if (step === undefined) return { kind: 'end' }
  if (step.kind === 'local') return { kind: 'local', step }
  if (step.kind === 'exchange') {
    const { from, to, action } = step
    return { kind: 'request', step, request: step.prepare(known), from, to, action }
  }
  return nextInNavigation(step, run, { current, known }, walker)
}

function nextInNavigation(
  step: NavigationStep,
  run: Run,
  { current, known }: Pick<Position, 'current' | 'known'>,
  walker: Walker,
): Next {
  const { userAgent, setting } = walker
  const history = browserHistory(run.entries)
  const ready = (request: HttpRequest, action: string) => ({
    step,
    request,
    from: browserRole,
    to: receiverOf(request, walker),
    action,
  })
  const start = (action: string): Next => ({
    kind: 'request',
    ...ready(userAgent.goTo(step.start(known), history), action),
  })
  const last = current.findLast(isExchange)
  if (last === undefined) return start(step.action)
  const arrival = userAgent.after(last.exchange, history)
  if (arrival.kind === 'redirect') {
    const { request } = arrival
    return { kind: 'request', ...ready(request, `Follow the redirect to ${pathOf(request.target)}`) }
  }
  const { page } = arrival
  const submission = fillIn(page, setting)
  if (submission === undefined) return start('Start again')
  const asksPassword = page.forms[submission.form]?.fields.some(({ type }) => type === 'password')
  const action = asksPassword
    ? `${submission.button.text} as ${setting.parties.user.username}`
    : `Press ${submission.button.text}`
  const request = userAgent.submit(submission, page, history)
  return { kind: 'page', ...ready(request, action), page, submission, pressed: pressedOf(submission, page) }
}

const browserHistory = (entries: readonly Entry[]): HttpExchange[] =>
  entries.filter(isExchange).flatMap(({ exchange }) => (exchange.from === browserRole ? [exchange] : []))

/** The role that answers at an origin, as far as the flow can tell. */
function receiverOf({ origin }: { readonly origin: string }, { setting: { parties } }: Walker): string {
  if (origin === parties.site) return client
  return origin === parties.api ? resourceServer : authorizationServer
}

/** The first form as the setting's user would fill it in, with its first button; undefined when there is no form. */
function fillIn(page: Page, { parties: { user } }: Setting): Submission | undefined {
  const [form] = page.forms
  const button = form?.buttons[0]
  if (form === undefined || button === undefined) return undefined
  const typed = (type: string, name: string, value: string) =>
    type === 'password' ? user.password : name === 'username' ? user.username : value
  return {
    form: 0,
    values: Object.fromEntries(form.fields.map(({ name, type, value }) => [name, typed(type, name, value)])),
    button,
  }
}

const pressedOf = ({ form, button }: Submission, page: Page): string =>
  page.forms[form]?.fields.some(({ type }) => type === 'password')
    ? `types a password, presses ${button.text}`
    : `presses ${button.text}`

/** Does what is next. `edited` is sent instead of the prepared request; the end stays the end. */
export async function advance(run: Run, walker: Walker, edited?: HttpRequest): Promise<Run> {
  const next = nextOf(run, walker)
  if (next.kind === 'end') return run
  if (next.kind === 'local') return append(run, await workOn(next.step, run, walker))
  return append(run, await sendOn(next, run, walker, edited))
}

/** Submits a form of the page that waits, as its person filled it in. */
export async function submit(run: Run, walker: Walker, submission: Submission): Promise<Run> {
  const next = nextOf(run, walker)
  if (next.kind !== 'page') return run
  const request = walker.userAgent.submit(submission, next.page, browserHistory(run.entries))
  return append(
    run,
    await sendOn({ ...next, request, pressed: pressedOf(submission, next.page) }, run, walker),
  )
}

/**
 * Sends a message of the run again, changed or not, to the server as it is now. Where the run still stands at that
 * step, this counts as another try of it; anywhere else it stays beside the story.
 */
export async function sendAgain(run: Run, walker: Walker, index: number, edited?: HttpRequest): Promise<Run> {
  const entry = run.entries[index]
  if (entry === undefined || !isExchange(entry)) return run
  const { steps, at } = positionOf(run, walker.flow, walker.setting)
  const { request: sent, from, to } = entry.exchange
  const again = { ...entry, request: entry.prepared ?? sent, from, to, action: '' }
  const step = steps[at]
  if (isAside(entry) || step === undefined || step.id !== entry.step || step.kind === 'local') {
    const carried = await carry(again, run, walker, edited ?? sent)
    return append(run, {
      ...carried,
      step: entry.step,
      checks: [],
      learned: {},
      outcome: 'on the way',
      aside: true,
    })
  }
  return append(run, { ...(await sendOn({ ...again, step }, run, walker, edited ?? sent)), again: true })
}

/** A new run that ends just before that entry, with the other side's memory put back to what it was then. */
export async function continueFrom(run: Run, walker: Walker, index: number): Promise<Run> {
  const entry = run.entries[index]
  if (entry === undefined) return run
  await walker.world.restore(entry.before)
  return { ...run, entries: run.entries.slice(0, index) }
}

/** Walks a flow to its end, or to where it stays refused, filling in every page. For a call without a person. */
export async function walk(walker: Walker, tries = 60): Promise<Run> {
  const at = () => positionOf(run, walker.flow, walker.setting).at
  let run = newRun(walker.flow, walker.setting.options)
  for (let count = 0; count < tries && nextOf(run, walker).kind !== 'end'; count += 1) {
    const before = at()
    run = await advance(run, walker)
    if (run.entries.at(-1)?.outcome === 'failed' && at() <= before) return run
  }
  return run
}

const append = (run: Run, entry: Entry): Run => ({ ...run, entries: [...run.entries, entry] })

async function workOn(step: LocalStep, run: Run, walker: Walker): Promise<Entry> {
  const before = await walker.world.snapshot()
  const { known } = positionOf(run, walker.flow, walker.setting)
  const { learned, checks, done } = await step.work(known, walker)
  return {
    kind: 'local',
    step: step.id,
    at: walker.clock(),
    checks,
    learned,
    outcome: done ? 'done' : 'failed',
    before,
  }
}

type Ready = Prepared & { readonly step: ExchangeStep | NavigationStep }

async function sendOn(ready: Ready, run: Run, walker: Walker, edited?: HttpRequest): Promise<ExchangeEntry> {
  const { step } = ready
  const { known } = positionOf(run, walker.flow, walker.setting)
  const carried = await carry(ready, run, walker, edited)
  const { exchange } = carried
  const entry = { ...carried, step: step.id, aside: false }
  if (!wasSent(exchange.response)) return { ...entry, learned: {}, checks: [], outcome: 'failed' }
  if (step.kind === 'exchange') {
    const { learned, checks, done } = await step.read(exchange, known, walker)
    return { ...entry, learned, checks, outcome: done ? 'done' : 'failed' }
  }
  if (step.endsAt(exchange.request)) {
    const { learned, checks, done } = step.read(exchange, known)
    return { ...entry, learned, checks, outcome: done ? 'done' : 'failed' }
  }
  const arrival = walker.userAgent.after(exchange, [...browserHistory(run.entries), exchange])
  const stuck = arrival.kind === 'page' && arrival.page.forms.length === 0
  return { ...entry, learned: {}, checks: [], outcome: stuck ? 'failed' : 'on the way' }
}

/** Sends `request`, which is the prepared one unless a person changed it. */
async function carry(ready: Prepared, run: Run, walker: Walker, request: HttpRequest = ready.request) {
  const before = await walker.world.snapshot()
  const { steps, known } = positionOf(run, walker.flow, walker.setting)
  const navigation = steps.find((step): step is NavigationStep => step.kind === 'navigation')
  const exchange = await walker.network.exchange(request, ready.from, {
    origin: walker.setting.parties.site,
    role: client,
    handle: async (arrived) => navigation?.site(arrived, known) ?? notFound,
  })
  return {
    kind: 'exchange' as const,
    exchange,
    before,
    ...(!isSame(request, ready.request) && { prepared: ready.request }),
    ...(ready.pressed !== undefined && { pressed: ready.pressed }),
  }
}

const isSame = (one: HttpRequest, other: HttpRequest): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const notFound = { response: { status: 404, headers: [], body: '' }, checks: [] }
