import type { DecodedJwt } from '../../jwt/decode.ts'
import { checkOver } from '../../oauth/check.ts'
import type { User } from '../configuration.ts'
import type { DescentFacts } from './descent.ts'
import type { Given } from './received.ts'

/** What the UserInfo endpoint learns about the token that is spent on it (OIDC Core 5.3.1, RFC 9068 4). */
export interface BearerFacts extends DescentFacts {
  readonly token: string
  /** Its signature is ours; the claims can be read. */
  readonly jwt: DecodedJwt
  readonly user: User
}

/** A check of the UserInfo endpoint. */
export const bearerCheck = checkOver<BearerFacts, Given>()
