import { checkOver } from '../../oauth/check.ts'
import type { Entry, RefreshTokenRecord } from '../store.ts'
import type { DescentFacts } from './descent.ts'
import type { Given } from './received.ts'
import type { TokenFacts } from './token.ts'

/** What the refresh_token grant learns (RFC 6749 6). */
export interface RefreshFacts extends TokenFacts, DescentFacts {
  readonly refreshToken: { readonly text: string } & Entry<RefreshTokenRecord>
  /** What the new access token gets. */
  readonly scope: string
}

/** A check of the refresh_token grant. */
export const refreshCheck = checkOver<RefreshFacts, Given>()
