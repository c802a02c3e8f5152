/**
 * The kinds of value that travel and that somebody must or must not know. The app gives each kind one colour; a kind
 * is also how a value is named in the ledger.
 */
export const valueKinds = {
  state: { name: 'state', hue: 'state' },
  nonce: { name: 'nonce', hue: 'state' },
  code: { name: 'code', hue: 'code' },
  code_verifier: { name: 'verifier', hue: 'pkce' },
  code_challenge: { name: 'challenge', hue: 'pkce' },
  access_token: { name: 'access token', hue: 'access' },
  refresh_token: { name: 'refresh token', hue: 'refresh' },
  id_token: { name: 'ID token', hue: 'id' },
  client_secret: { name: 'client secret', hue: 'secret' },
  password: { name: 'password', hue: 'secret' },
  session: { name: 'session cookie', hue: 'secret' },
} as const

export type ValueKind = keyof typeof valueKinds
export type Hue = (typeof valueKinds)[ValueKind]['hue']
