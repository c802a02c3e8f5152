/** How a client proves who it is at the token endpoint (RFC 7591 2, token_endpoint_auth_method). */
export type ClientAuthenticationMethod = 'none' | 'client_secret_basic' | 'client_secret_post'

/** What is registered about a client, in the names of RFC 7591 2 and OpenID Connect Registration 2. */
export interface ClientMetadata {
  readonly client_id: string
  /** Absent for a public client. */
  readonly client_secret?: string
  readonly client_name: string
  readonly application_type: 'web' | 'native'
  readonly redirect_uris: readonly string[]
  readonly grant_types: readonly string[]
  readonly response_types: readonly string[]
  readonly token_endpoint_auth_method: ClientAuthenticationMethod
  /** What its ID Tokens are signed with; RS256 when absent (OpenID Connect Registration 2). */
  readonly id_token_signed_response_alg?: 'RS256' | 'ES256'
  /** Space-separated scope values that it may ask for. */
  readonly scope: string
}

/** A public client cannot keep a secret (RFC 6749 2.1). */
export const isPublic = (client: ClientMetadata): boolean => client.token_endpoint_auth_method === 'none'
