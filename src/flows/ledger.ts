import { type HttpExchange, wasSent } from '../http/message.ts'
import { occurrencesIn } from '../http/occurrences.ts'
import { resourceOwner } from '../oauth/roles.ts'
import { type ValueKind, valueKinds } from '../oauth/values.ts'
import type { Flow, Known, Setting } from './flow.ts'
import { type Entry, isExchange, type Run } from './run.ts'

/** A value that travels, by what it is. Two are the same when kind and text are. */
export interface KnownValue {
  readonly kind: ValueKind
  readonly value: string
  /** As written on its chip: `code`, `access token 2`, `verifier*` for one that a person's edit brought in. */
  readonly label: string
}

/** Every value of a run in order of birth, and which of them each role has seen, by role id. */
export interface Ledger {
  readonly values: readonly KnownValue[]
  readonly knows: Readonly<Record<string, readonly KnownValue[]>>
}

/** Who knows what once the first `count` entries have happened; all of them by default. */
export function ledgerOf(run: Run, flow: Flow, setting: Setting, count = run.entries.length): Ledger {
  const roles = flow.roles(setting)
  const register = new Map<string, KnownValue>()
  const knows = new Map<string, Set<KnownValue>>(roles.map(({ id }) => [id, new Set()]))

  const see = (kind: ValueKind, value: string, edited: boolean, ...seers: string[]) => {
    const key = `${kind} ${value}`
    const known = register.get(key) ?? { kind, value, label: labelOf(kind, edited, register.values()) }
    register.set(key, known)
    for (const seer of seers) {
      knows.get(seer)?.add(known)
      const host = roles.find(({ id }) => id === seer)?.livesIn
      if (host !== undefined) knows.get(host)?.add(known)
    }
  }
  const seeAll = (known: Known, seer: string) => {
    for (const [name, value] of Object.entries(known))
      if (name in valueKinds) see(name as ValueKind, value, false, seer)
  }
  const seeExchange = (
    { from, to, request, response, meanwhile }: HttpExchange,
    edited: boolean,
    pressed: boolean,
  ) => {
    const reached = wasSent(response) ? [from, to] : [from]
    for (const { kind, value } of occurrencesIn(request)) {
      see(kind, value, edited, ...reached, ...(pressed && kind === 'password' ? [resourceOwner] : []))
    }
    for (const nested of meanwhile) seeExchange(nested, false, false)
    for (const { kind, value } of occurrencesIn(response)) see(kind, value, false, from, to)
  }

  for (const [role, known] of Object.entries(flow.knownBefore(setting))) seeAll(known, role)
  for (const entry of run.entries.slice(0, count)) {
    if (isExchange(entry))
      seeExchange(entry.exchange, entry.prepared !== undefined, entry.pressed !== undefined)
    else seeAll(entry.learned, makerOf(entry, flow, setting))
  }
  const values = [...register.values()]
  /** Who has seen a text has seen whatever else it is: with PKCE plain the challenge is the verifier. */
  const alsoKnown = (seen: ReadonlySet<KnownValue>) => {
    const texts = new Set([...seen].map(({ value }) => value))
    return values.filter(({ value }) => texts.has(value))
  }
  return {
    values,
    knows: Object.fromEntries([...knows].map(([role, seen]) => [role, alsoKnown(seen)])),
  }
}

const makerOf = (entry: Entry, flow: Flow, setting: Setting): string => {
  const step = flow.steps(setting).find(({ id }) => id === entry.step)
  return step?.kind === 'local' ? step.by : ''
}

function labelOf(kind: ValueKind, edited: boolean, known: Iterable<KnownValue>): string {
  const { name } = valueKinds[kind]
  const sameKind = [...known].filter((value) => value.kind === kind && !value.label.endsWith('*')).length
  if (edited) return `${name}*`
  return sameKind === 0 ? name : `${name} ${sameKind + 1}`
}
