import { type Field, readFields } from '../../http/form.ts'
import { type HttpRequest, mediaTypeOf, pathOf, queryOf } from '../../http/message.ts'
import type { Place } from '../../http/occurrences.ts'
import type { Span } from './layout.ts'

/** One thing that a person changed in a request before it was sent. */
export interface Change {
  /** Name of a parameter or header field, or `method`, `path`, `body`. */
  readonly what: string
  /** As it would have been sent, decoded; undefined when it was added. */
  readonly was?: string
  /** As it was sent, decoded; undefined when it was taken out. */
  readonly is?: string
  /** Where the new value stands. */
  readonly place?: Place
  readonly span?: Span
}

/** What differs between a request as prepared and as sent, in the order of the message. */
export function changesBetween(prepared: HttpRequest, sent: HttpRequest): Change[] {
  const target = { part: 'target' } as const
  const queryStart = pathOf(sent.target).length + 1
  const path = pathOf(sent.target)
  return [
    ...changed('method', prepared.method, sent.method),
    ...changed('path', pathOf(prepared.target), path, target, { start: 0, end: path.length }),
    ...fieldChanges(readFields(queryOf(prepared.target)), readFields(queryOf(sent.target)), (field) => ({
      place: target,
      span: { start: queryStart + field.valueStart, end: queryStart + field.end },
    })),
    ...headerChanges(prepared, sent),
    ...bodyChanges(prepared, sent),
  ]
}

function changed(what: string, was: string, is: string, place?: Place, span?: Span): Change[] {
  return was === is ? [] : [{ what, was, is, ...(place && span && { place, span }) }]
}

type At = (field: Field) => Required<Pick<Change, 'place' | 'span'>>

function fieldChanges(before: readonly Field[], after: readonly Field[], at: At): Change[] {
  const was = (field: Field) => field.value
  return paired(before, after, ({ name }) => name).flatMap(([what, old, now]): Change[] => {
    if (!now) return old ? [{ what, was: was(old) }] : []
    if (old && old.value === now.value) return []
    return [{ what, is: now.value, ...(old && { was: was(old) }), ...at(now) }]
  })
}

function headerChanges(prepared: HttpRequest, sent: HttpRequest): Change[] {
  const before = prepared.headers.map(([name, value], index) => ({ name, value, index }))
  const after = sent.headers.map(([name, value], index) => ({ name, value, index }))
  return paired(before, after, ({ name }) => name.toLowerCase()).flatMap(([, old, now]): Change[] => {
    if (!now) return old ? [{ what: old.name, was: old.value }] : []
    if (old && old.value === now.value) return []
    const place = { part: 'header', index: now.index } as const
    const span = { start: 0, end: now.value.length }
    return [{ what: now.name, is: now.value, ...(old && { was: old.value }), place, span }]
  })
}

function bodyChanges(prepared: HttpRequest, sent: HttpRequest): Change[] {
  const place = { part: 'body' } as const
  const areForms = [prepared, sent].every(
    (request) => mediaTypeOf(request) === 'application/x-www-form-urlencoded',
  )
  if (!areForms) return changed('body', prepared.body, sent.body, place, { start: 0, end: sent.body.length })
  return fieldChanges(readFields(prepared.body), readFields(sent.body), ({ valueStart, end }) => ({
    place,
    span: { start: valueStart, end },
  }))
}

/** Items of the same name matched in order: the second `state` with the second. Those taken out come last. */
function paired<T>(before: readonly T[], after: readonly T[], nameOf: (item: T) => string) {
  const numbered = (items: readonly T[]): Map<string, T> => {
    const counts = new Map<string, number>()
    return new Map(
      items.map((item) => {
        const name = nameOf(item)
        const count = (counts.get(name) ?? 0) + 1
        counts.set(name, count)
        return [`${count} ${name}`, item]
      }),
    )
  }
  const [old, now] = [numbered(before), numbered(after)]
  const keys = new Set([...now.keys(), ...old.keys()])
  return [...keys].map((key) => [key.slice(key.indexOf(' ') + 1), old.get(key), now.get(key)] as const)
}
