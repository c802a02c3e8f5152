import { checkOver } from '../../oauth/check.ts'
import type { ClientAuthenticationMethod, ClientMetadata } from '../../oauth/client.ts'
import type { Given, Received } from './received.ts'

/** What client authentication learns, at the token, revocation and introspection endpoints alike. */
export interface ClientFacts extends Received {
  /** What the Authorization field says; undefined when there is none. */
  readonly basic: { readonly client_id: string; readonly client_secret: string } | undefined
  readonly credentials: Credentials
  /** The client that is registered under that client_id, not yet believed. */
  readonly claimed: ClientMetadata
  /** The client, authenticated; a public one is identified only (RFC 6749 2.1, 3.2.1). */
  readonly client: ClientMetadata
}

/** What the request says about who sends it (RFC 6749 2.3). */
export interface Credentials {
  readonly method: ClientAuthenticationMethod
  readonly client_id: string
  /** Empty with the method `none`. */
  readonly client_secret: string
}

/** A check of who calls. */
export const clientCheck = checkOver<ClientFacts, Given>()
