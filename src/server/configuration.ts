import type { ClientMetadata } from '../oauth/client.ts'

/** A person who can sign in. `claims` are what the scopes profile and email release (OIDC Core 5.4). */
export interface User {
  readonly sub: string
  readonly username: string
  readonly password: string
  readonly claims: Readonly<Record<string, string | boolean>>
}

/** In seconds. */
export interface Lifetimes {
  readonly code: number
  readonly accessToken: number
  readonly idToken: number
  readonly refreshToken: number
  readonly session: number
  /** How long a sign-in or consent page may lie open. */
  readonly interaction: number
}

/** Decisions that the RFCs leave to the deployment. */
export interface Policies {
  /** Accept code_challenge_method plain (RFC 7636 4.2; RFC 9700 2.1.1 advises S256). */
  readonly allowPlainPkce: boolean
}

/** Who the server is, whom it knows and what it decides: everything about it but what it remembers. */
export interface Configuration {
  /** Issuer identifier: an absolute URL without query or fragment (RFC 8414 2). */
  readonly issuer: string
  /** The protected API's identifier, the audience of access tokens (RFC 9068 2.2). */
  readonly audience: string
  /** The client that is that API when it introspects: it sees every token of its audience (RFC 7662 4). */
  readonly audienceClient: string
  readonly scopes: readonly string[]
  readonly clients: readonly ClientMetadata[]
  readonly users: readonly User[]
  readonly lifetimes: Lifetimes
  readonly policies: Policies
}
