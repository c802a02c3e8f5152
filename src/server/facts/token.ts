import { checkOver } from '../../oauth/check.ts'
import type { ClientFacts } from './client.ts'
import type { Given } from './received.ts'

/** What the token endpoint learns before it turns to a grant; a grant learns more. */
export interface TokenFacts extends ClientFacts {
  readonly grant_type: string
}

/** A check of the token endpoint, whatever the grant. */
export const tokenCheck = checkOver<TokenFacts, Given>()
