import { basicCredentials } from '../http/basic-credentials.ts'
import { formOf } from '../http/form.ts'
import type { Header, HttpRequest } from '../http/message.ts'

/** For tests: requests for every endpoint of both servers, good ones and bad ones. */

export const redirect_uri = 'http://localhost:3000/callback'
const pkce = {
  code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
} as const

const form: Header = ['Content-Type', 'application/x-www-form-urlencoded']
export const webApp: Header = ['Authorization', basicCredentials('web-app', 'web-app-secret')]
const origin: Header = ['Origin', 'https://spa.example']
const host: Header = ['Host', 'localhost']

const get = (target: string, ...headers: Header[]) => ({
  method: 'GET',
  target,
  headers: [host, ...headers],
  body: '',
})
const post = (target: string, fields: Readonly<Record<string, string>>, ...headers: Header[]) => ({
  method: 'POST',
  target,
  headers: [host, form, ...headers],
  body: formOf(Object.entries(fields)),
})
const withMethod = (method: string, target: string, ...headers: Header[]) => ({
  ...get(target, ...headers),
  method,
})

/** A good authorization request, with changes. */
export const authorize = (changes: Readonly<Record<string, string>> = {}) =>
  `/authorize?${formOf(
    Object.entries({
      response_type: 'code',
      client_id: 'web-app',
      redirect_uri,
      scope: 'openid profile orders:read',
      state: 'ünï +&=',
      nonce: 'n-1',
      code_challenge: pkce.code_challenge,
      code_challenge_method: 'S256',
      ...changes,
    }),
  )}`

/** A request to whatever origin the server has. */
export type Spoken = Omit<HttpRequest, 'origin'>

/** What is at hand once alice has signed in, one code was redeemed, another was not, and both pages are open. */
export interface Prepared {
  readonly cookie: Header
  /** The hidden fields of the two pages. */
  readonly signIn: Readonly<Record<string, string>>
  readonly consent: Readonly<Record<string, string>>
  readonly code: string
  readonly access_token: string
  readonly refresh_token: string
}

/** What is sent, and the status that answers it. */
export type Case = readonly [name: string, status: number, request: (prepared: Prepared) => Spoken]

const bearer = (token: string): Header => ['Authorization', `Bearer ${token}`]
export const redemption = (code: string) => ({
  grant_type: 'authorization_code',
  code,
  redirect_uri,
  code_verifier: pkce.code_verifier,
})

export const toTheServer: readonly Case[] = [
  ['OIDC metadata', 200, () => get('/.well-known/openid-configuration')],
  ['OAuth metadata', 200, () => get('/.well-known/oauth-authorization-server', origin)],
  ['metadata by HEAD', 200, () => withMethod('HEAD', '/.well-known/openid-configuration')],
  [
    'a preflight to the metadata',
    204,
    () => withMethod('OPTIONS', '/.well-known/openid-configuration', origin),
  ],
  ['the keys', 200, () => get('/jwks')],
  ['the keys by DELETE', 405, () => withMethod('DELETE', '/jwks')],
  ['an unknown path', 404, () => get('/unknown')],
  ['an odd path', 404, () => get('//evil.example/../jwks')],
  ['the sign-in page', 200, () => get(authorize())],
  ['the sign-in page by HEAD', 405, () => withMethod('HEAD', authorize())],
  [
    'the sign-in page by POST',
    200,
    () => ({
      ...post('/authorize', {}),
      body: authorize().slice('/authorize?'.length),
    }),
  ],
  ['a code for who is signed in and has allowed it', 303, ({ cookie }) => get(authorize(), cookie)],
  ['login_required', 303, () => get(authorize({ prompt: 'none' }))],
  ['an unregistered redirect URI', 400, () => get(authorize({ redirect_uri: 'https://evil.example/' }))],
  ['a doubled state', 303, () => get(`${authorize()}&state=two`)],
  ['a broken percent-encoding', 400, () => get(`${authorize()}&x=%zz`)],
  ['a state of 63 KiB', 200, () => get(authorize({ state: 'a'.repeat(63 * 1024) }))],
  ['a state of 1 MB', 414, () => get(authorize({ state: 'a'.repeat(1_000_000) }))],
  ['no preflight to the authorization endpoint', 405, () => withMethod('OPTIONS', '/authorize', origin)],
  [
    'a sign-in',
    303,
    ({ signIn, cookie }) =>
      post('/sign-in', { ...signIn, username: 'alice', password: 'wonderland' }, cookie),
  ],
  [
    'a sign-in with a wrong password',
    200,
    ({ signIn, cookie }) => post('/sign-in', { ...signIn, username: 'alice', password: 'x' }, cookie),
  ],
  ['a sign-in by GET', 405, () => get('/sign-in')],
  [
    'a sign-in in another browser',
    400,
    ({ signIn }) => post('/sign-in', { ...signIn, username: 'alice', password: 'wonderland' }),
  ],
  ['a consent', 303, ({ consent, cookie }) => post('/consent', { ...consent, decision: 'allow' }, cookie)],
  ['a denial', 303, ({ consent, cookie }) => post('/consent', { ...consent, decision: 'deny' }, cookie)],
  ['a consent without cookies', 400, ({ consent }) => post('/consent', { ...consent, decision: 'allow' })],
  ['a code redeemed', 200, ({ code }) => post('/token', redemption(code), webApp)],
  ['a code redeemed from a script', 200, ({ code }) => post('/token', redemption(code), webApp, origin)],
  ['an unknown code', 400, () => post('/token', redemption('x'), webApp)],
  [
    'a wrong verifier',
    400,
    ({ code }) => post('/token', { ...redemption(code), code_verifier: 'a'.repeat(43) }, webApp),
  ],
  [
    'a refresh',
    200,
    ({ refresh_token }) => post('/token', { grant_type: 'refresh_token', refresh_token }, webApp),
  ],
  [
    'a wrong secret',
    401,
    () => post('/token', redemption('x'), ['Authorization', basicCredentials('web-app', 'x')]),
  ],
  ['credentials twice', 400, () => post('/token', redemption('x'), webApp, webApp)],
  [
    'credentials that are no base64',
    401,
    () => post('/token', redemption('x'), ['authorization', 'basic !!!']),
  ],
  [
    'JSON at the token endpoint',
    400,
    () => ({
      ...post('/token', {}),
      headers: [host, ['Content-Type', 'application/json'] as const],
      body: '{"grant_type":"refresh_token"}',
    }),
  ],
  ['the token endpoint by GET', 405, () => get('/token', webApp)],
  ['a preflight to the token endpoint', 204, () => withMethod('OPTIONS', '/token', origin)],
  ['a body of 1 MB', 413, () => post('/token', { ...redemption('x'), x: 'a'.repeat(1_000_000) }, webApp)],
  ['ten thousand parameters', 400, () => ({ ...post('/token', {}, webApp), body: 'a=b&'.repeat(10_000) })],
  ['UserInfo', 200, ({ access_token }) => get('/userinfo', bearer(access_token))],
  ['UserInfo by POST', 200, ({ access_token }) => post('/userinfo', { access_token })],
  ['UserInfo by HEAD', 200, ({ access_token }) => withMethod('HEAD', '/userinfo', bearer(access_token))],
  ['UserInfo without a token', 401, () => get('/userinfo')],
  ['UserInfo for a wrong token', 401, () => get('/userinfo', bearer('ünï'))],
  [
    'UserInfo for two tokens',
    400,
    ({ access_token }) => post('/userinfo', { access_token }, bearer(access_token)),
  ],
  ['an introspection', 200, ({ access_token }) => post('/introspect', { token: access_token }, webApp)],
  [
    'an introspection of a refresh token',
    200,
    ({ refresh_token }) => post('/introspect', { token: refresh_token }, webApp),
  ],
  ['an introspection of nothing', 400, () => post('/introspect', {}, webApp)],
  ['an introspection by nobody', 401, ({ access_token }) => post('/introspect', { token: access_token })],
  ['a revocation', 200, ({ access_token }) => post('/revoke', { token: access_token }, webApp)],
  ['a revocation of the unknown', 200, () => post('/revoke', { token: 'x' }, webApp)],
  ['a revocation by nobody', 401, ({ access_token }) => post('/revoke', { token: access_token })],
  ['a preflight to revocation', 204, () => withMethod('OPTIONS', '/revoke', origin)],
]

export const toTheApi: readonly Case[] = [
  ['orders', 200, ({ access_token }) => get('/orders', bearer(access_token))],
  ['orders by HEAD', 200, ({ access_token }) => withMethod('HEAD', '/orders', bearer(access_token))],
  ['orders without a token', 401, () => get('/orders', origin)],
  [
    'orders for a changed token',
    401,
    ({ access_token }) => get('/orders', bearer(`${access_token.slice(0, -8)}AAAAAAAA`)),
  ],
  [
    'a new order without its scope',
    403,
    ({ access_token }) => post('/orders', { item: 'x' }, bearer(access_token)),
  ],
  ['a preflight to orders', 204, () => withMethod('OPTIONS', '/orders', origin)],
  ['orders by DELETE', 405, () => withMethod('DELETE', '/orders')],
  [
    'an order of 1 MB',
    413,
    ({ access_token }) => post('/orders', { x: 'a'.repeat(1_000_000) }, bearer(access_token)),
  ],
]
