import { readBasicCredentials } from '../../http/basic-credentials.ts'
import { readFields } from '../../http/form.ts'
import { stringMembers } from '../../http/json-members.ts'
import {
  type HttpExchange,
  type HttpRequest,
  type HttpResponse,
  headersOf,
  mediaTypeOf,
  queryOf,
} from '../../http/message.ts'
import { occurrencesIn } from '../../http/occurrences.ts'
import { type DecodedJwt, decodeJwt } from '../../jwt/decode.ts'
import type { ValueKind } from '../../oauth/values.ts'

/** A JWT and where it stands, read but not verified. */
export interface FoundToken {
  readonly text: string
  readonly jwt: DecodedJwt
  /** E.g. `access_token of the response`. */
  readonly where: string
  readonly kind: ValueKind | undefined
}

/** Longest text that is read as a JWT. */
const longest = 100_000

/** Every JWT of an exchange, once, with where it stands first. */
export function tokensIn({ request, response }: HttpExchange): FoundToken[] {
  const found = new Map<string, FoundToken>()
  for (const [message, who] of [
    [request, 'request'],
    [response, 'response'],
  ] as const) {
    const kinds = new Map(occurrencesIn(message).map(({ kind, value }) => [value, kind]))
    for (const [name, text] of candidates(message)) {
      if (found.has(text) || text.length > longest) continue
      const jwt = decodeJwt(text)
      if (jwt) found.set(text, { text, jwt, where: `${name} of the ${who}`, kind: kinds.get(text) })
    }
  }
  return [...found.values()]
}

/** Every text of a message that has a name, and every last word of a header field. */
function candidates(message: HttpRequest | HttpResponse): (readonly [name: string, text: string])[] {
  const fields = (text: string) => readFields(text).map(({ name, value }) => [name, value] as const)
  const type = mediaTypeOf(message)
  return [
    ...('target' in message ? fields(queryOf(message.target)) : []),
    ...message.headers.map(([name, value]) => [name, value.slice(value.lastIndexOf(' ') + 1)] as const),
    ...headersOf(message, 'location').flatMap((url) => fields(queryOf(url.replace('#', '&')))),
    ...(type === 'application/x-www-form-urlencoded' ? fields(message.body) : []),
    ...(type === 'application/json' || type.endsWith('+json')
      ? stringMembers(message.body).map(({ name, value }) => [name, value] as const)
      : []),
  ]
}

/** The credentials of an `Authorization: Basic` field, decoded. */
export function credentialsIn(request: HttpRequest): { id: string; secret: string } | undefined {
  for (const value of headersOf(request, 'authorization')) {
    const text = /^basic +(\S+)$/i.exec(value)?.[1]
    const read = text === undefined ? undefined : readBasicCredentials(text)
    if (read) return read
  }
  return undefined
}
