import { base64url } from 'jose'
import { type JsonObject, jsonObject } from '../oauth/json-object.ts'

export type { JsonObject } from '../oauth/json-object.ts'

/** A JWT in compact serialization, read but not verified: nothing here says that it may be trusted. */
export interface DecodedJwt {
  readonly header: JsonObject
  readonly payload: JsonObject
  /** The three parts as they stand in the token (RFC 7515 7.1). */
  readonly parts: readonly [header: string, payload: string, signature: string]
}

/** Undefined unless the text is three base64url parts of which the first two are JSON objects (RFC 7519 7.2). */
export function decodeJwt(text: string): DecodedJwt | undefined {
  const parts = text.split('.')
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]*$/.test(part))) return undefined
  const [header, payload, signature] = parts as [string, string, string]
  const decoded = { header: decodeJson(header), payload: decodeJson(payload) }
  if (!decoded.header || !decoded.payload) return undefined
  return { header: decoded.header, payload: decoded.payload, parts: [header, payload, signature] }
}

function decodeJson(part: string): JsonObject | undefined {
  try {
    return jsonObject(new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(part)))
  } catch {
    return undefined
  }
}
