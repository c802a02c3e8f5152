import type { ClientMetadata } from '../../oauth/client.ts'

/** For tests: a client library that we did not write, behind what they have in common. */
export interface Library {
  readonly name: string
  /** The application that a registered client would be, made with this library and its own defaults. */
  application(setting: Setting): Promise<Application>
}

export interface Setting {
  readonly issuer: string
  readonly client: ClientMetadata
  readonly redirect_uri: string
  readonly scope: string
}

export interface Application {
  /** The address to send the browser to. */
  begin(): Promise<string>
  /** Takes the browser back with the authorization response: the library judges it, redeems the code and believes the ID Token. */
  finish(callback: URL): Promise<Tokens>
  refresh(tokens: Tokens): Promise<Tokens>
  /** What UserInfo says. */
  userinfo(tokens: Tokens): Promise<Claims>
  revoke(tokens: Tokens, kind: 'access_token' | 'refresh_token'): Promise<void>
  /** Absent where the library has no introspection. */
  introspect?(token: string): Promise<Claims>
  /** The OAuth error code in what the library threw. */
  errorIn(thrown: unknown): string | undefined
}

export interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
  /** Of the ID Token. */
  readonly claims: Claims
}

export type Claims = { readonly [name: string]: unknown }
