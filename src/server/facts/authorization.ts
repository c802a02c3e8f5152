import { checkOver } from '../../oauth/check.ts'
import type { ClientMetadata } from '../../oauth/client.ts'
import type { CodeChallengeMethod } from '../../oauth/pkce.ts'
import type { SessionRecord } from '../store.ts'
import type { Given, Received } from './received.ts'

/** What the authorization endpoint learns about a request (RFC 6749 4.1.1, OIDC Core 3.1.2.1). */
export interface AuthorizationFacts extends Received {
  readonly client_id: string
  readonly client: ClientMetadata
  /** The redirect URI that is asked for, not yet to be trusted. */
  readonly claimedRedirectUri: { readonly uri: string; readonly sent: boolean }
  /** The redirect URI, proven to be the client's: from here on an error may be sent there. */
  readonly redirectUri: { readonly uri: string; readonly sent: boolean }
  readonly response_type: 'code'
  readonly scope: string
  readonly code_challenge: string | undefined
  /** Undefined together with the challenge. */
  readonly code_challenge_method: CodeChallengeMethod | undefined
  readonly prompt: readonly string[]
  /** In seconds. */
  readonly max_age: number | undefined
  readonly hinted_sub: string | undefined
  /** The session that may answer this request; undefined when somebody must sign in first. */
  readonly session: Session | undefined
  /** Whether that person need not be asked again. */
  readonly consented: boolean
}

/** Somebody who is signed in; `id` is the cookie's value and the record's id. */
export interface Session {
  readonly id: string
  readonly record: SessionRecord
}

/** A check of the authorization endpoint. */
export const authorizationCheck = checkOver<AuthorizationFacts, Given>()
