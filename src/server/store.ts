/**
 * What the server remembers. Every record has a kind and an id; asynchronous, so that another adapter may keep it
 * elsewhere. Nothing is ever changed from "spent" back to "not spent" but by `restore`, and no decision rests on
 * reading and then writing: what may be used once is taken, and of all who take the same record exactly one gets it.
 */
export interface Store {
  /** The record and whether it was taken; undefined when there is none or its `expires_at` is well past. */
  get<K extends Kind>(kind: K, id: string): Promise<Entry<Records[K]> | undefined>
  /** Every record of a kind with its id, in the order in which they were first put; what expires, last put. */
  list<K extends Kind>(kind: K): Promise<readonly (readonly [id: string, entry: Entry<Records[K]>])[]>
  /** Creates or replaces. A record that was taken stays taken. */
  put<K extends Kind>(kind: K, id: string, record: Records[K]): Promise<void>
  /** Marks the record as spent, atomically: true for the first to ask, false for everyone after and for no record. */
  take(kind: Kind, id: string): Promise<boolean>
  delete(kind: Kind, id: string): Promise<void>
  /** Everything, as plain data that survives JSON. */
  snapshot(): Promise<StoreSnapshot>
  restore(snapshot: StoreSnapshot): Promise<void>
}

/** A record, and whether it is spent. */
export interface Entry<Record> {
  readonly record: Record
  /** Spent: a code redeemed, a refresh token rotated, an interaction answered, a token or authorization revoked. */
  readonly taken: boolean
}

/** By kind and id. */
export type StoreSnapshot = { readonly [K in Kind]?: { readonly [id: string]: Entry<Records[K]> } }

/** What a record is of. */
export type Kind = keyof Records

/** Times are NumericDates (seconds since the epoch). */
export interface Records {
  /** One subject's authorization of one client: what a code and every token after it descend from. */
  authorization: AuthorizationRecord
  /** By the code itself. */
  code: CodeRecord
  /** By `jti`. */
  access_token: AccessTokenRecord
  /** By the token itself. */
  refresh_token: RefreshTokenRecord
  /** By the cookie's value. */
  session: SessionRecord
  /** An authorization request that waits for a person, by an unguessable id. */
  interaction: InteractionRecord
  /** By `client_id` and `sub`, joined by a space. */
  consent: ConsentRecord
  /** The signing keys, by `kid`. */
  key: KeyRecord
}

/** Taken means revoked: everything that names it is dead from then on. */
export interface AuthorizationRecord {
  readonly client_id: string
  readonly sub: string
  /** What was granted, space-separated: no token that descends from it may have more. */
  readonly scope: string
  readonly auth_time: number
  readonly nonce?: string
  /** When the last of what descends from it has expired; every refresh moves it on. */
  readonly expires_at: number
}

/** An authorization code. Taken means redeemed (RFC 6749 4.1.2). */
export interface CodeRecord {
  readonly authorization: string
  readonly client_id: string
  /** As it stood in the authorization request; absent when it was not sent (RFC 6749 4.1.3). */
  readonly redirect_uri?: string
  readonly code_challenge?: string
  readonly code_challenge_method?: 'S256' | 'plain'
  readonly issued_at: number
  readonly expires_at: number
}

/** Taken means revoked. */
export interface AccessTokenRecord {
  readonly authorization: string
  readonly client_id: string
  readonly sub: string
  readonly scope: string
  readonly aud: readonly string[]
  readonly issued_at: number
  readonly expires_at: number
}

/** Taken means exchanged for a newer one (RFC 9700 4.14.2). */
export interface RefreshTokenRecord {
  readonly authorization: string
  readonly client_id: string
  readonly issued_at: number
  readonly expires_at: number
}

/** Somebody who is signed in, in one browser. */
export interface SessionRecord {
  readonly sub: string
  readonly auth_time: number
  readonly expires_at: number
}

/** An authorization request that every check accepted. */
export interface AuthorizationRequest {
  readonly client_id: string
  readonly redirect_uri: string
  /** Whether the request named its redirect_uri, or the only registered one was taken. */
  readonly redirect_uri_sent: boolean
  readonly scope: string
  readonly state?: string
  readonly nonce?: string
  readonly code_challenge?: string
  readonly code_challenge_method?: 'S256' | 'plain'
}

/** An authorization request that waits for a person. Taken means answered. */
export interface InteractionRecord extends AuthorizationRequest {
  readonly login_hint?: string
  /** Whom an id_token_hint names: nobody else's sign-in answers this request (OIDC Core 3.1.2.1). */
  readonly hinted_sub?: string
  /** prompt=consent: ask, even where consent was given before. */
  readonly ask_consent: boolean
  /** The value of the cookie of the browser that it began in. */
  readonly browser: string
  /** The anti-forgery value in the form (RFC 6749 10.12). */
  readonly csrf: string
  /** The session that the consent page was shown to; absent until somebody signed in. */
  readonly session?: string
  readonly expires_at: number
}

/** What a person allowed a client, once and for later: space-separated. */
export interface ConsentRecord {
  readonly scope: string
}

/** A signing key. */
export interface KeyRecord {
  readonly alg: SigningAlgorithm
  /** With `kid`, `alg` and `use`. */
  readonly privateJwk: Readonly<Record<string, string>>
  readonly created_at: number
  /** Set when another key took its place: it signs no more, and is published until what it signed has expired. */
  readonly retired_at?: number
}

/** What this server signs with (RFC 7518 3.1). */
export type SigningAlgorithm = 'RS256' | 'ES256'
