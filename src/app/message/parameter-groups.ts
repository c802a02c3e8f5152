import { fieldMeaning } from '../../http/fields.ts'
import { duplicatesOf, type Field, readFields } from '../../http/form.ts'
import {
  type HttpRequest,
  type HttpResponse,
  headerOf,
  mediaTypeOf,
  pathOf,
  queryOf,
} from '../../http/message.ts'
import { type Occurrence, occurrencesIn, type Place } from '../../http/occurrences.ts'
import { isJsonObject, type JsonObject, jsonObject } from '../../oauth/json-object.ts'
import { type Meaning, meaningOf } from '../../oauth/meaning.ts'
import { keyMembers, metadata } from '../../oauth/metadata.ts'
import { parameters } from '../../oauth/parameters.ts'
import type { Described } from './described.tsx'

export interface ParameterGroup {
  readonly title: string
  readonly rows: readonly Described[]
}

/** Everything in a message that has a name: what the query, the body and the header fields say. */
export function parameterGroupsOf(message: HttpRequest | HttpResponse): ParameterGroup[] {
  const values = occurrencesIn(message)
  const at = (place: Place['part'], index?: number) =>
    values.filter(
      (value) => value.place.part === place && (value.place.part !== 'header' || value.place.index === index),
    )
  const who = 'target' in message ? 'Request' : 'Response'
  const target = 'target' in message ? message.target : ''
  const locationIndex = message.headers.findIndex(([name]) => name.toLowerCase() === 'location')
  const location = headerOf(message, 'location') ?? ''
  const groups = [
    {
      title: `${who}, query`,
      rows: fieldRows(readFields(queryOf(target)), at('target'), pathOf(target).length + 1),
    },
    {
      title: `${who}, query of Location`,
      rows: fieldRows(
        readFields(queryOf(location.split('#', 1)[0] ?? '')),
        at('header', locationIndex),
        pathOf(location).length + 1,
      ),
    },
    { title: `${who}, body`, rows: bodyRows(message, at('body')) },
    ...keysIn(message).map((key, index) => ({
      title: `${who}, key ${index + 1}`,
      rows: memberRows(key, [], (name) => meaningOf(keyMembers, name)),
    })),
    {
      title: `${who}, header fields`,
      rows: message.headers.map(([name, value], index) => ({
        name,
        value,
        values: at('header', index),
        meaning: fieldMeaning(name),
      })),
    },
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}

function bodyRows(message: HttpRequest | HttpResponse, values: readonly Occurrence[]): Described[] {
  const type = mediaTypeOf(message)
  if (type === 'application/x-www-form-urlencoded') return fieldRows(readFields(message.body), values, 0)
  return memberRows(
    jsonBodyOf(message) ?? {},
    values,
    (name) => meaningOf(parameters, name) ?? meaningOf(metadata, name),
  )
}

function jsonBodyOf(message: HttpRequest | HttpResponse): JsonObject | undefined {
  const type = mediaTypeOf(message)
  return type === 'application/json' || type.endsWith('+json') ? jsonObject(message.body) : undefined
}

/** The keys of a key set (RFC 7517 5.1). */
function keysIn(message: HttpRequest | HttpResponse): JsonObject[] {
  const keys = jsonBodyOf(message)?.keys
  return Array.isArray(keys) ? keys.slice(0, mostKeys).filter(isJsonObject) : []
}

const mostKeys = 20

const memberRows = (
  members: JsonObject,
  values: readonly Occurrence[],
  meaning: (name: string) => Meaning | undefined,
): Described[] =>
  Object.entries(members).map(([name, member]) => {
    const value = typeof member === 'string' ? member : JSON.stringify(member)
    const known = values.find((occurrence) => occurrence.value === value)
    return { name, value, ...whole(value, known), meaning: meaning(name) }
  })

/** `offset` is where the fields' text begins in the text that the occurrences count in. */
function fieldRows(fields: readonly Field[], values: readonly Occurrence[], offset: number): Described[] {
  const byStart = new Map(values.map((occurrence) => [occurrence.start, occurrence]))
  const twice = new Set(duplicatesOf(fields))
  return fields.map(({ name, value, malformed, valueStart }) => ({
    name,
    value,
    ...whole(value, byStart.get(offset + valueStart)),
    meaning: meaningOf(parameters, name),
    oddities: [
      ...(twice.has(name) ? ['Stands more than once, which RFC 6749 §3.1 and §3.2 forbid.'] : []),
      ...(malformed ? ['Not well encoded: shown as it was found.'] : []),
    ],
  }))
}

/** All of a decoded value marked as one occurrence. */
const whole = (value: string, occurrence: Occurrence | undefined): Pick<Described, 'values'> =>
  occurrence ? { values: [{ ...occurrence, start: 0, end: value.length }] } : {}
