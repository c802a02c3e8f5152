import { checkOver } from '../../oauth/check.ts'
import type { AuthorizationRecord } from '../store.ts'
import type { Given, Received } from './received.ts'

/** What a code or a token descends from. */
export interface DescentFacts extends Received {
  /** The id of the authorization record that the code or token names. */
  readonly authorizationId: string
  readonly authorization: AuthorizationRecord
}

/** A check of whatever descends from an authorization. */
export const descentCheck = checkOver<DescentFacts, Given>()
