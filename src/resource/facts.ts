import type { HttpRequest } from '../http/message.ts'
import type { DecodedJwt } from '../jwt/decode.ts'
import { checkOver } from '../oauth/check.ts'
import type { Issuer } from './issuer.ts'

/** What is there before the API's first check. */
export interface Given {
  readonly request: HttpRequest
  /** The API's own identifier: what a token's audience must contain (RFC 9068 4). */
  readonly identifier: string
  /** The authorization server whose tokens count, as this request may ask it. */
  readonly issuer: Issuer
  /** Whether the API asks the issuer about every token, beside looking at it. */
  readonly introspects: boolean
  /** Seconds since the epoch. */
  readonly now: number
  /** The one scope value that the route and method ask for. */
  readonly scope: string
}

/** What the API's checks learn about the token that came with a request. */
export interface Facts extends Given {
  readonly token: string
  /** Decoded; what it says counts only once `verified` is there. */
  readonly jwt: DecodedJwt
  readonly typ: string
  readonly alg: string
  readonly verified: true
  readonly iss: string
  readonly aud: readonly string[]
  /** NumericDate. */
  readonly exp: number
  /** The token does not come from the future. */
  readonly begun: true
}

/** A check of the API. */
export const apiCheck = checkOver<Facts, keyof Given>()
