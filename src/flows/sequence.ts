import { parameterOf, readFields } from '../http/form.ts'
import { type HttpExchange, type HttpResponse, headerOf, pathOf, queryOf, wasSent } from '../http/message.ts'
import { occurrencesIn } from '../http/occurrences.ts'
import { reasonPhrase } from '../http/status.ts'
import { resourceOwner } from '../oauth/roles.ts'
import type { ValueKind } from '../oauth/values.ts'
import type { Flow, Setting } from './flow.ts'
import { isExchange, type Run } from './run.ts'

/** One line of the sequence diagram. A local row has the same role at both ends. */
export interface Row {
  readonly key: string
  /** Index of the run's entry. */
  readonly entry: number
  /** Set on the row that an entry begins with, a preflight aside: its number in the story, from 1. */
  readonly number?: number
  /** Which exchange of the entry, where it is one that was had on the way to its answer; see {@link exchangeAt}. */
  readonly path?: string
  readonly kind: 'local' | 'pressed' | 'request' | 'response'
  readonly from: string
  readonly to: string
  /** E.g. `POST /token`, `302 to /callback`, `400 invalid_grant`, `make verifier, state`. */
  readonly text: string
  /** The kinds of value that it carries, once each. */
  readonly carries: readonly { readonly kind: ValueKind; readonly value: string }[]
  readonly refused: boolean
  readonly edited: boolean
  /** Sent before, and sent again. */
  readonly again: boolean
  /** A browser's own question before a script's request, or the answer to it. */
  readonly preflight?: boolean
}

/** The diagram of a run: every message of every entry, in order. */
export function sequenceOf(run: Run, flow: Flow, setting: Setting): Row[] {
  const steps = flow.steps(setting)
  return run.entries.flatMap((entry, index): Row[] => {
    const again = isExchange(entry) && (entry.aside || entry.again === true)
    const common = { entry: index, refused: false, edited: false, again }
    if (!isExchange(entry)) {
      const step = steps.find(({ id }) => id === entry.step)
      if (step?.kind !== 'local') return []
      const refused = entry.outcome === 'failed'
      const row = { ...common, key: `${index}`, kind: 'local' as const, from: step.by, to: step.by }
      return [{ ...row, number: index + 1, text: step.did, carries: [], refused }]
    }
    const rows = rowsOf(entry.exchange, `${index}`, { ...common, edited: entry.prepared !== undefined })
    const { pressed, exchange } = entry
    if (pressed !== undefined) {
      const ends = { from: resourceOwner, to: exchange.from }
      rows.unshift({
        ...common,
        ...ends,
        key: `${index}.pressed`,
        kind: 'pressed',
        text: pressed,
        carries: [],
      })
    }
    const first = rows.findIndex(({ preflight }) => !preflight)
    return rows.map((row, at) => (at === first ? { ...row, number: index + 1 } : row))
  })
}

function rowsOf(
  exchange: HttpExchange,
  key: string,
  common: Pick<Row, 'entry' | 'refused' | 'edited' | 'again' | 'preflight' | 'path'>,
): Row[] {
  const { from, to, request, response, preflight, meanwhile } = exchange
  const nested = meanwhile.flatMap((asked, index) =>
    rowsOf(asked, `${key}.${index}`, { ...common, edited: false, path: pathTo(common.path, `${index}`) }),
  )
  const refused = response.status >= 400 || errorIn(response) !== undefined
  const before = preflight
    ? rowsOf(preflight, `${key}.preflight`, {
        ...common,
        edited: false,
        preflight: true,
        path: pathTo(common.path, 'preflight'),
      })
    : []
  const text = `${request.method} ${pathOf(request.target)}`
  if (!wasSent(response)) {
    const kept = { ...common, key: `${key}.kept`, kind: 'local' as const, from, to: from, carries: [] }
    return [...before, { ...kept, text: `${text} kept back by the browser`, refused: true }]
  }
  return [
    ...before,
    {
      ...common,
      key: `${key}.request`,
      kind: 'request',
      from,
      to,
      text,
      carries: carriedBy(request),
    },
    ...nested,
    {
      ...common,
      key: `${key}.response`,
      kind: 'response',
      from: to,
      to: from,
      text: `${response.status}${whatOf(response)}`,
      carries: carriedBy(response),
      refused,
      edited: false,
    },
  ]
}

const pathTo = (outer: string | undefined, step: string): string =>
  outer === undefined ? step : `${outer}.${step}`

/** The exchange that a row's path leads to: `preflight`, or the number of one that was had meanwhile. */
export function exchangeAt(exchange: HttpExchange, path: string): HttpExchange | undefined {
  let found: HttpExchange | undefined = exchange
  for (const step of path.split('.'))
    found = step === 'preflight' ? found?.preflight : found?.meanwhile[Number(step)]
  return found
}

function carriedBy(message: HttpExchange['request'] | HttpResponse): Row['carries'] {
  const seen = new Map<ValueKind, string>()
  for (const { kind, value } of occurrencesIn(message)) if (!seen.has(kind)) seen.set(kind, value)
  return [...seen].map(([kind, value]) => ({ kind, value }))
}

function whatOf(response: HttpResponse): string {
  const error = errorIn(response)
  const location = headerOf(response, 'location')
  if (location !== undefined) return ` to ${pathOf(afterOrigin(location))}${error ? ` · ${error}` : ''}`
  const title = /<title>([^<]*)<\/title>/.exec(response.body)?.[1]
  return ` ${error ?? title ?? reasonPhrase(response.status)}`
}

const afterOrigin = (location: string): string =>
  location.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '') || '/'

/** The OAuth error code of a response: in its redirect, its challenge or its JSON. */
export function errorIn(response: HttpResponse): string | undefined {
  const location = headerOf(response, 'location')
  if (location !== undefined) return parameterOf(readFields(queryOf(location)), 'error')
  const challenge = /\berror="([^"]*)"/.exec(headerOf(response, 'www-authenticate') ?? '')?.[1]
  return challenge ?? /^\s*\{[^}]*"error"\s*:\s*"([^"]*)"/.exec(response.body)?.[1]
}
