import { isAccessTokenType } from '../oauth/access-token-type.ts'
import type { ValueKind } from '../oauth/values.ts'

/**
 * What the `token` of a revocation or introspection request is (RFC 7009 2.1, RFC 7662 2.1). A token that says what
 * it is, is that: typ at+jwt (RFC 9068 2.1). Else the hint decides, though it may be wrong; else the form: a JWT is
 * read as an access token, an opaque text as a refresh token, as this server issues them.
 */
export function kindOfToken(token: string, hint: string | undefined): ValueKind {
  const typ = typOf(token)
  if (isAccessTokenType(typ)) return 'access_token'
  if (hint === 'access_token' || hint === 'refresh_token') return hint
  return typ === undefined ? 'refresh_token' : 'access_token'
}

/** Longest header, in characters of base64url, that is worth reading for its typ. */
const longestHeader = 4096

/** The `typ` of a JWT, empty when it has none; undefined for what is no JWT. */
function typOf(token: string): string | undefined {
  const header = token.indexOf('.')
  const payload = token.indexOf('.', header + 1)
  if (header < 1 || header > longestHeader || payload === -1 || token.includes('.', payload + 1))
    return undefined
  try {
    const { typ } = JSON.parse(atob(token.slice(0, header).replaceAll('-', '+').replaceAll('_', '/')))
    return typeof typ === 'string' ? typ : ''
  } catch {
    return undefined
  }
}
