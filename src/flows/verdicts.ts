import { restored } from '../http/edit.ts'
import { readFields } from '../http/form.ts'
import { type HttpExchange, type HttpRequest, headerOf, queryOf, wasSent } from '../http/message.ts'
import { occurrencesIn } from '../http/occurrences.ts'
import type { CheckResult } from '../oauth/check.ts'
import { authorizationServer, client, resourceServer } from '../oauth/roles.ts'
import { type Entry, type ExchangeEntry, isExchange, type Run } from './run.ts'
import { errorIn } from './sequence.ts'

/** The checks of one judge on one message. */
export interface Verdict {
  /** E.g. `Why the server refused`. */
  readonly title: string
  readonly checks: readonly CheckResult[]
}

/** Everything that was checked about an entry: by who received it, by whom that one asked, and by the client. */
export const verdictsOf = (entry: Entry): Verdict[] => [
  ...(isExchange(entry) ? judgedBy(entry.exchange) : []),
  ...verdict('the client', entry.checks, entry.outcome === 'failed'),
]

const names: Readonly<Record<string, string>> = {
  [authorizationServer]: 'the server',
  [resourceServer]: 'the API',
  [client]: 'the client',
}

function judgedBy({ to, response, checks, meanwhile }: HttpExchange): Verdict[] {
  const judge = wasSent(response) ? (names[to] ?? to) : 'the browser'
  const refused = !wasSent(response) || response.status >= 400 || errorIn(response) !== undefined
  return [...verdict(judge, checks, refused), ...meanwhile.flatMap(judgedBy)]
}

function verdict(judge: string, checks: readonly CheckResult[], refused: boolean): Verdict[] {
  if (checks.length === 0) return []
  const failed = checks.some(({ outcome }) => outcome === 'failed')
  // To say that a token is not active, or was not known, is to answer (RFC 7662 2.2, RFC 7009 2.2).
  const title =
    refused && failed ? `Why ${judge} refused` : failed ? `What ${judge} found` : `Why ${judge} accepted`
  return [{ title, checks }]
}

/** A press that undoes what made a check fail: an edit, or the time that went by. */
export interface Mend {
  /** Id of the check. */
  readonly check: string
  readonly label: string
  /** What is sent in the place of what was refused. */
  readonly request: HttpRequest
  /** When, in milliseconds since the epoch, where that is the mend. */
  readonly at?: number
}

/** What would mend the check that an entry failed; undefined when it failed none, or no press would. */
export function mendOf(run: Run, entry: Entry): Mend | undefined {
  if (!isExchange(entry)) return undefined
  const failed = entry.exchange.checks.find(({ outcome }) => outcome === 'failed')
  if (!failed) return undefined
  return entry.prepared ? undoEdit(entry, entry.prepared, failed) : setBack(run, entry, failed)
}

function undoEdit({ exchange }: ExchangeEntry, prepared: HttpRequest, { id, parameter }: CheckResult): Mend {
  const request = parameter === undefined ? undefined : restored(exchange.request, prepared, parameter)
  if (request === undefined || !has(prepared, parameter)) {
    return { check: id, label: 'Undo the edit and resend', request: prepared }
  }
  return { check: id, label: `Restore ${parameter} and resend`, request }
}

/** Whether a request has a header field or a parameter of this name. */
const has = (request: HttpRequest, name = ''): boolean =>
  headerOf(request, name) !== undefined ||
  [queryOf(request.target), request.body].some((text) =>
    readFields(text).some((field) => field.name === name),
  )

/** Back to when the code or token that has expired was just born. */
function setBack(run: Run, { exchange: { request } }: ExchangeEntry, { id }: CheckResult): Mend | undefined {
  if (!id.endsWith('not-expired')) return undefined
  const perishable = occurrencesIn(request).find(({ kind }) =>
    ['code', 'access_token', 'refresh_token'].includes(kind),
  )
  const birth = run.entries
    .filter(isExchange)
    .find(({ exchange }) => occurrencesIn(exchange.response).some(({ value }) => value === perishable?.value))
  if (!perishable || !birth) return undefined
  return { check: id, label: 'Set the clock back and resend', request, at: birth.exchange.at + 1000 }
}
