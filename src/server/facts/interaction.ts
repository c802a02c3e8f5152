import { checkOver } from '../../oauth/check.ts'
import type { ClientMetadata } from '../../oauth/client.ts'
import type { User } from '../configuration.ts'
import type { Entry, InteractionRecord } from '../store.ts'
import type { Session } from './authorization.ts'
import type { Given, Received } from './received.ts'

/** What the forms of the sign-in and consent pages come to. */
export interface InteractionFacts extends Received {
  readonly interaction: { readonly id: string } & Entry<InteractionRecord>
  readonly client: ClientMetadata
}

/** What the sign-in form comes to. */
export interface SignInFacts extends InteractionFacts {
  /** Who typed the right password. */
  readonly user: User
}

/** What the consent form comes to. */
export interface ConsentFacts extends InteractionFacts {
  readonly session: Session
  readonly decision: 'allow' | 'deny'
}

/** A check of either form. */
export const interactionCheck = checkOver<InteractionFacts, Given>()
/** A check of the sign-in form. */
export const signInCheck = checkOver<SignInFacts, Given>()
/** A check of the consent form. */
export const consentCheck = checkOver<ConsentFacts, Given>()
