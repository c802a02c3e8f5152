import { decodeComponent } from './form.ts'

/**
 * What stands behind `Basic ` in an Authorization field: base64 of UTF-8 of `id:password` (RFC 7617 2), of which
 * OAuth form-encodes both halves first (RFC 6749 2.3.1). A half that does not decode stays as it was found, and is
 * `malformed`; undefined when this is no base64, no UTF-8 or has no colon.
 */
export function readBasicCredentials(
  text: string,
): { readonly id: string; readonly secret: string; readonly malformed: boolean } | undefined {
  const pair = decodeBase64(text)
  const colon = pair?.indexOf(':') ?? -1
  if (pair === undefined || colon === -1) return undefined
  const halves = [pair.slice(0, colon), pair.slice(colon + 1)] as const
  const [id, secret] = [decodeComponent(halves[0]), decodeComponent(halves[1])]
  const malformed = id === undefined || secret === undefined
  return { id: id ?? halves[0], secret: secret ?? halves[1], malformed }
}

/** The value of an Authorization field for client_secret_basic (RFC 6749 2.3.1). */
export function basicCredentials(id: string, secret: string): string {
  const pair = [id, secret].map((half) => formEncoded(half)).join(':')
  return `Basic ${btoa(pair)}`
}

/** One component as application/x-www-form-urlencoded (RFC 6749 appendix B). */
const formEncoded = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1)

function decodeBase64(text: string): string | undefined {
  try {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
