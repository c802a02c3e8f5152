import { checkOver } from '../../oauth/check.ts'
import type { AccessTokenRecord, Entry, RefreshTokenRecord } from '../store.ts'
import type { ClientFacts } from './client.ts'
import type { DescentFacts } from './descent.ts'
import type { Given } from './received.ts'

/** What introspection and revocation learn about the token that they are asked about (RFC 7662 2.1, RFC 7009 2.1). */
export interface FoundTokenFacts extends ClientFacts, DescentFacts {
  readonly token: string
  readonly found: FoundToken
}

/** A token that this server issued; `id` is its id in the store. */
export type FoundToken =
  | ({ readonly kind: 'access_token'; readonly id: string } & Entry<AccessTokenRecord>)
  | ({ readonly kind: 'refresh_token'; readonly id: string } & Entry<RefreshTokenRecord>)

/** A check of introspection or revocation. */
export const foundTokenCheck = checkOver<FoundTokenFacts, Given>()
