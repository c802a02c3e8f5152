import type { ValueKind } from '../oauth/values.ts'
import { readBasicCredentials } from './basic-credentials.ts'
import { readFields } from './form.ts'
import { stringMembers } from './json-members.ts'
import { type Header, type HttpRequest, type HttpResponse, mediaTypeOf } from './message.ts'
import { kindOfToken } from './token-kind.ts'

/** The text that an occurrence's offsets count in: the target, the value of a header by its index, or the body. */
export type Place = { readonly part: 'target' | 'body' } | { readonly part: 'header'; readonly index: number }

/** One value that somebody must or must not know, and where it stands in a message. */
export interface Occurrence {
  readonly kind: ValueKind
  /** Decoded, so that the same value is equal wherever it stands. */
  readonly value: string
  readonly place: Place
  /** Offsets, in UTF-16 code units, of the value as it stands there, encoded. */
  readonly start: number
  readonly end: number
}

/** An occurrence before it is known which text it was read from. */
type Found = Omit<Occurrence, 'place'>

/** By parameter name, in queries, fragments and form bodies (RFC 6749 18, RFC 7636 6, OIDC Core 18.2). */
const parameterKinds: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
  ['state', 'state'],
  ['nonce', 'nonce'],
  ['code', 'code'],
  ['code_verifier', 'code_verifier'],
  ['code_challenge', 'code_challenge'],
  ['access_token', 'access_token'],
  ['refresh_token', 'refresh_token'],
  ['id_token', 'id_token'],
  ['id_token_hint', 'id_token'],
  ['client_secret', 'client_secret'],
  ['password', 'password'],
])

/** By member name in JSON, where `code` or `state` may mean anything: only what a server issues (RFC 6749 5.1). */
const memberKinds: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
  ['access_token', 'access_token'],
  ['refresh_token', 'refresh_token'],
  ['id_token', 'id_token'],
  ['client_secret', 'client_secret'],
])

/** By claim name: a nonce travels on in the ID Token (OIDC Core 2), the others in request objects (RFC 9101 4). */
const claimKinds: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
  ['nonce', 'nonce'],
  ['state', 'state'],
  ['code_challenge', 'code_challenge'],
])

/**
 * Every value of a known kind in a message, in reading order. Found by parsing, never by substring: the word `abc`
 * in a page is not the state `abc`. Empty values count as absent (RFC 6749 3.1). Linear in the message's length, and
 * read once: a message never changes, and every view of a run asks for the same ones.
 */
export function occurrencesIn(message: HttpRequest | HttpResponse): readonly Occurrence[] {
  const read = known.get(message) ?? readOccurrences(message)
  known.set(message, read)
  return read
}

const known = new WeakMap<HttpRequest | HttpResponse, readonly Occurrence[]>()

function readOccurrences(message: HttpRequest | HttpResponse): Occurrence[] {
  const at = (place: Place) => (found: Found) => ({ ...found, place })
  return [
    ...('target' in message ? inTarget(message.target).map(at({ part: 'target' })) : []),
    ...message.headers.flatMap((header, index) => inHeader(header).map(at({ part: 'header', index }))),
    ...inBody(message).map(at({ part: 'body' })),
  ]
}

/** The values that a JWT carries in its payload, by claim name; the JWT need not be verified. */
export function nestedValuesOf(jwt: {
  readonly payload: { readonly [claim: string]: unknown }
}): { readonly kind: ValueKind; readonly claim: string; readonly value: string }[] {
  return Object.entries(jwt.payload).flatMap(([claim, value]) => {
    const kind = claimKinds.get(claim)
    return kind && typeof value === 'string' && value !== '' ? [{ kind, claim, value }] : []
  })
}

const headerReaders: ReadonlyMap<string, (value: string) => Found[]> = new Map([
  ['authorization', inAuthorization],
  ['location', inUrl],
  ['referer', inUrl],
  ['cookie', inCookies],
  ['set-cookie', (value: string) => inCookies(value.slice(0, endOf(value, ';')))],
])

const inHeader = ([name, value]: Header): Found[] => headerReaders.get(name.toLowerCase())?.(value) ?? []

function inBody(message: HttpRequest | HttpResponse): Found[] {
  const type = mediaTypeOf(message)
  if (type === 'application/x-www-form-urlencoded') return inFields(message.body, 0, message.body.length)
  if (type === 'application/json' || type.endsWith('+json')) return inJson(message.body)
  return []
}

/** A request target has no fragment: what stands behind a `#` there is part of its query (RFC 9112 3.2.1). */
const inTarget = (target: string): Found[] => inFields(target, endOf(target, '?') + 1, target.length)

/** Query and fragment of an absolute or relative URL (RFC 3986 3.4, 3.5). */
function inUrl(url: string): Found[] {
  const hash = endOf(url, '#')
  const query = Math.min(endOf(url, '?'), hash)
  return [...inFields(url, query + 1, hash), ...inFields(url, hash + 1, url.length)]
}

function inFields(text: string, from: number, to: number): Found[] {
  const fields = readFields(text.slice(from, to))
  const hint = fields.find(({ name }) => name === 'token_type_hint')?.value
  return fields.flatMap(({ name, value, valueStart, end }) => {
    const kind = name === 'token' ? kindOfToken(value, hint) : parameterKinds.get(name)
    return kind && value !== '' ? [{ kind, value, start: from + valueStart, end: from + end }] : []
  })
}

function inJson(text: string): Found[] {
  return stringMembers(text).flatMap(({ name, value, start, end }) => {
    const kind = memberKinds.get(name)
    return kind && value !== '' ? [{ kind, value, start, end }] : []
  })
}

function inAuthorization(value: string): Found[] {
  const start = /^(?:bearer|basic) +/i.exec(value)?.[0].length
  if (start === undefined || start === value.length) return []
  const credentials = value.slice(start)
  const span = { start, end: value.length }
  if (/^bearer/i.test(value)) return [{ kind: 'access_token', value: credentials, ...span }]
  const secret = readBasicCredentials(credentials)?.secret
  return secret ? [{ kind: 'client_secret', value: secret, ...span }] : []
}

/** The session cookie among `name=value` pairs: its name ends in `session` (RFC 6265 4.1.1 and 4.2.1). */
function inCookies(text: string): Found[] {
  return [...text.matchAll(/[^;]+/g)].flatMap(({ 0: pair, index }) => {
    const equals = endOf(pair, '=')
    const value = pair.slice(equals + 1).trim()
    if (!pair.slice(0, equals).trim().toLowerCase().endsWith('session') || value === '') return []
    const start = index + pair.indexOf(value, equals + 1)
    return [{ kind: 'session' as const, value, start, end: start + value.length }]
  })
}

/** Offset of the first such character, or of the end. */
function endOf(text: string, character: string): number {
  const at = text.indexOf(character)
  return at === -1 ? text.length : at
}
