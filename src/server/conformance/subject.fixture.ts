import type { Answer, HttpRequest } from '../../http/message.ts'
import type { ClientMetadata } from '../../oauth/client.ts'
import type { Configuration } from '../configuration.ts'
import { firstRunConfiguration } from '../first-run.ts'
import type { SigningAlgorithm } from '../store.ts'

/** A server that is put to the test, however messages travel to it. */
export interface Subject {
  readonly issuer: string
  /** Whether `send` gives the checks too; where only the wire can be seen, they are empty. */
  readonly seesChecks: boolean
  send(request: HttpRequest): Promise<Answer>
  /** Moves its clock. */
  advance(seconds: number): void
  /** The server's own time, in seconds since the epoch. */
  now(): number
  rotate(alg: SigningAlgorithm): Promise<void>
  /** The same address and configuration with an empty store. */
  restart(): Promise<void>
  /** Every line that it logged at the default level. */
  readonly log: readonly string[]
}

/** Starts a server; `configure` makes its configuration, of the issuer that the runtime can give plus a path. */
export type Start = (
  configure: (issuer: string) => Configuration,
  options?: { readonly issuerPath?: string },
) => Promise<Subject>

/** Clients' redirect URI; nothing listens there, for no redirect is ever followed. */
export const redirectUri = 'https://app.shop.example/callback'

const codeClient = {
  client_name: 'A test client',
  application_type: 'web',
  redirect_uris: [redirectUri],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  scope: firstRunConfiguration.scopes.join(' '),
  token_endpoint_auth_method: 'client_secret_basic',
} as const

/** What the first-run clients do not show. */
const moreClients: readonly ClientMetadata[] = [
  { ...codeClient, client_id: 'other-app', client_secret: 'other-app-secret' },
  { ...codeClient, client_id: 'we:ird+%id', client_secret: 's3cr:et+/%&=~' },
  { ...codeClient, client_id: 'hyphen', client_secret: 'basic-secret' },
  { ...codeClient, client_id: 'no-code', client_secret: 'no-code-secret', response_types: [] },
  {
    ...codeClient,
    client_id: 'no-refresh',
    client_secret: 'no-refresh-secret',
    grant_types: ['authorization_code'],
  },
  {
    ...codeClient,
    client_id: 'two-uris',
    client_secret: 'two-uris-secret',
    redirect_uris: [redirectUri, `${redirectUri}/two`],
  },
  { ...codeClient, client_id: 'orders-only', client_secret: 'orders-only-secret', scope: 'orders:read' },
  {
    ...codeClient,
    client_id: 'es256',
    client_secret: 'es256-secret',
    id_token_signed_response_alg: 'ES256',
  },
  {
    ...codeClient,
    client_id: 'script',
    client_secret: 'script-secret',
    redirect_uris: ['javascript:alert(1)//', 'data:text/html,x', 'vbscript:x'],
  },
  {
    ...codeClient,
    client_id: 'with-query',
    client_secret: 'with-query-secret',
    redirect_uris: [`${redirectUri}?tenant=1`],
  },
]

/** Users besides alice and bob: `user-0` to `user-7`, each with the password `password-` and the number. */
const moreUsers = Array.from({ length: 8 }, (_, index) => ({
  sub: `sub-${index}`,
  username: `user-${index}`,
  password: `password-${index}`,
  claims: { name: `User ${index}`, email: `user-${index}@users.example` },
}))

/** The first-run configuration, with clients and users for every rule. */
export const conformanceConfiguration = (issuer: string): Configuration => ({
  ...firstRunConfiguration,
  issuer,
  clients: [...firstRunConfiguration.clients, ...moreClients],
  users: [...firstRunConfiguration.users, ...moreUsers],
})
