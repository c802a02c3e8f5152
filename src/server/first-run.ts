import type { ClientMetadata } from '../oauth/client.ts'
import type { Configuration, User } from './configuration.ts'

/** Where the page's server, API and client site live; the client's site is another site on purpose. */
export const firstRunOrigins = {
  issuer: 'https://as.glassbox.example',
  api: 'https://api.glassbox.example',
  site: 'https://app.shop.example',
} as const

const everyScope = 'openid profile email offline_access orders:read orders:write'

const codeClient = {
  application_type: 'web',
  redirect_uris: [`${firstRunOrigins.site}/callback`],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  scope: everyScope,
} as const

const firstRunClients: readonly ClientMetadata[] = [
  {
    ...codeClient,
    client_id: 'web-app',
    client_secret: 'web-app-secret',
    client_name: 'The shop',
    token_endpoint_auth_method: 'client_secret_basic',
  },
  {
    ...codeClient,
    client_id: 'back-office',
    client_secret: 'back-office-secret',
    client_name: 'The back office',
    token_endpoint_auth_method: 'client_secret_post',
  },
  {
    ...codeClient,
    client_id: 'spa',
    client_name: 'The shop in one page',
    token_endpoint_auth_method: 'none',
  },
  {
    ...codeClient,
    client_id: 'native-app',
    client_name: 'The shop on a desktop',
    application_type: 'native',
    redirect_uris: ['http://127.0.0.1/callback', 'http://[::1]/callback'],
    token_endpoint_auth_method: 'none',
  },
  {
    client_id: 'orders-api',
    client_secret: 'orders-api-secret',
    client_name: 'The orders API',
    application_type: 'web',
    redirect_uris: [],
    grant_types: [],
    response_types: [],
    token_endpoint_auth_method: 'client_secret_basic',
    scope: '',
  },
]

const firstRunUsers: readonly User[] = [
  {
    sub: '248289761001',
    username: 'alice',
    password: 'wonderland',
    claims: {
      name: 'Alice Liddell',
      given_name: 'Alice',
      family_name: 'Liddell',
      preferred_username: 'alice',
      email: 'alice@wonderland.example',
      email_verified: true,
    },
  },
  {
    sub: '248289761002',
    username: 'bob',
    password: 'builder',
    claims: {
      name: 'Bob Baumeister',
      given_name: 'Bob',
      family_name: 'Baumeister',
      preferred_username: 'bob',
      email: 'bob@builder.example',
      email_verified: false,
    },
  },
]

/** What the server of the page and of the command line starts with: toy clients, users and secrets. */
export const firstRunConfiguration: Configuration = {
  issuer: firstRunOrigins.issuer,
  audience: firstRunOrigins.api,
  audienceClient: 'orders-api',
  scopes: everyScope.split(' '),
  clients: firstRunClients,
  users: firstRunUsers,
  lifetimes: {
    code: 60,
    accessToken: 300,
    idToken: 300,
    refreshToken: 24 * 3600,
    session: 8 * 3600,
    interaction: 600,
  },
  policies: { allowPlainPkce: false },
}
