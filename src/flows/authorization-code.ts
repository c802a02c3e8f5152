import { formOf } from '../http/form.ts'
import { pathOf, requestTo } from '../http/message.ts'
import { type ClientMetadata, isPublic } from '../oauth/client.ts'
import { type CodeChallengeMethod, codeChallenge, codeVerifier } from '../oauth/pkce.ts'
import { randomText } from '../oauth/random.ts'
import { authorizationServer, client, resourceOwner, resourceServer, userAgent } from '../oauth/roles.ts'
import { oidcCore, rfc } from '../oauth/section.ts'
import type { ExchangeStep, Flow, Known, LocalStep, NavigationStep, Reading, Setting } from './flow.ts'
import { judgeCallback, readCallback, sitePage } from './steps/callback.ts'
import { clientPost, originOf } from './steps/client-authentication.ts'
import { judgeIdToken } from './steps/id-token.ts'
import { readTokenResponse } from './steps/token-response.ts'
import { readUserInfo } from './steps/userinfo.ts'

/** The authorization code grant with PKCE and OpenID Connect, to its end: tokens used, refreshed and revoked. */
export const authorizationCode: Flow = {
  id: 'authorization-code',
  title: 'Authorization code',
  sections: [rfc(6749, '4.1'), rfc(7636, '4')],
  advice: { says: 'recommended', section: rfc(9700, '2.1') },
  options: [
    {
      name: 'client',
      label: 'Client',
      says: 'web-app runs on a server and holds a secret; spa is a script in the browser and can hold none.',
      fallback: 'web-app',
      kind: 'choice',
      choices: [
        { value: 'web-app', label: 'web-app' },
        { value: 'spa', label: 'spa' },
      ],
    },
    {
      name: 'pkce',
      label: 'PKCE',
      says: 'How the code is bound to the one who asked for it. plain protects less; off only from a client with a secret.',
      fallback: 'S256',
      kind: 'choice',
      choices: [
        { value: 'S256', label: 'S256' },
        { value: 'plain', label: 'plain' },
        { value: 'off', label: 'off' },
      ],
    },
    {
      name: 'scope',
      label: 'Scope',
      says: 'What the client asks for, space-separated: openid profile email offline_access orders:read orders:write.',
      fallback: 'openid profile email offline_access orders:read',
      kind: 'text',
    },
    {
      name: 'api',
      label: 'API validates',
      says: 'By itself, from the token alone; or by asking the server about each token too (RFC 7662).',
      fallback: 'jwt',
      kind: 'choice',
      choices: [
        { value: 'jwt', label: 'JWT alone' },
        { value: 'introspection', label: 'JWT + introspection' },
      ],
    },
  ],
  roles: (setting) => [
    { id: resourceOwner, name: setting.parties.user.name, term: 'resource owner' },
    { id: userAgent, name: 'Browser', term: 'user agent' },
    isPublic(clientOf(setting))
      ? { id: client, name: clientOf(setting).client_id, term: 'client, in the browser', livesIn: userAgent }
      : { id: client, name: clientOf(setting).client_id, term: 'client' },
    {
      id: authorizationServer,
      name: 'Authorization server',
      term: new URL(setting.parties.server.issuer).host,
    },
    { id: resourceServer, name: 'API', term: 'resource server' },
  ],
  knownBefore: (setting) => {
    const { client_secret } = clientOf(setting)
    const { password } = setting.parties.user
    return {
      [resourceOwner]: { password },
      [client]: client_secret === undefined ? {} : { client_secret },
      [authorizationServer]: { password, ...(client_secret !== undefined && { client_secret }) },
    }
  },
  steps: (setting) => [
    makeSecrets(setting),
    signIn(setting),
    tokenRequest(setting),
    ...(scopes(setting).includes('openid') ? [fetchKeys(setting), idToken(setting)] : []),
    apiRequest(
      setting,
      'orders',
      'Call the API',
      'The client spends the access token at the protected API, which judges it by itself.',
    ),
    ...(scopes(setting).includes('openid') ? [userInfo(setting)] : []),
    refresh(setting),
    revoke(setting),
    refreshAgain(setting),
    apiAgain(setting),
  ],
}

function clientOf({ options, parties }: Setting): ClientMetadata {
  const known = parties.clients[options.client ?? '']
  if (!known) throw new RangeError(`Nobody has registered a client ${options.client}.`)
  return known
}
const scopes = ({ options }: Setting): string[] => (options.scope ?? '').split(' ').filter(Boolean)
const challengeMethod = ({ options }: Setting): CodeChallengeMethod | undefined =>
  options.pkce === 'off' ? undefined : (options.pkce as CodeChallengeMethod)
const redirectUri = ({ parties }: Setting): string => `${parties.site}/callback`

const makeSecrets = (setting: Setting): LocalStep => {
  const method = challengeMethod(setting)
  const made = [
    'state',
    ...(scopes(setting).includes('openid') ? ['nonce'] : []),
    ...(method ? ['verifier'] : []),
  ]
  return {
    kind: 'local',
    id: 'make',
    by: client,
    action: `Make ${listed(made)}`,
    did: `make ${made.join(', ')}`,
    says: `The client makes values that nobody can guess. state ties the answer to this browser${
      made.includes('nonce') ? ', nonce ties the ID Token to this request' : ''
    }${method ? ', and the verifier proves later that it was this client who asked' : ''}.`,
    section: method ? rfc(7636, '4.1') : rfc(6749, '10.12'),
    work: async (_known, { random }) => {
      const learned: Record<string, string> = { state: randomText(random) }
      if (made.includes('nonce')) learned.nonce = randomText(random)
      if (method) {
        learned.code_verifier = codeVerifier(random)
        learned.code_challenge = await codeChallenge(learned.code_verifier, method)
      }
      return { learned, checks: [], done: true }
    },
  }
}

/** The authorization request as the URL that the browser is sent to (RFC 6749 4.1.1). */
export function authorizationUrl(setting: Setting, { state = '', nonce, code_challenge }: Known): string {
  const method = challengeMethod(setting)
  const query = formOf([
    ['response_type', 'code'],
    ['client_id', clientOf(setting).client_id],
    ['redirect_uri', redirectUri(setting)],
    ['scope', setting.options.scope ?? ''],
    ['state', state],
    ...(nonce === undefined ? [] : [['nonce', nonce] as const]),
    ...(method && code_challenge
      ? ([
          ['code_challenge', code_challenge],
          ['code_challenge_method', method],
        ] as const)
      : []),
  ])
  const endpoint = setting.parties.server.authorization_endpoint
  return `${endpoint}${endpoint.includes('?') ? '&' : '?'}${query}`
}

const signIn = (setting: Setting): NavigationStep => {
  const inBrowser = isPublic(clientOf(setting))
  const { issuer } = setting.parties.server
  const callbackPath = new URL(redirectUri(setting)).pathname
  const atCallback = (target: string) => pathOf(target) === callbackPath
  return {
    kind: 'navigation',
    id: 'sign-in',
    action: inBrowser ? 'Send the browser to the server' : 'Open the shop’s sign-in',
    says: inBrowser
      ? `The script sends the browser away with an authorization request. ${setting.parties.user.name} signs in at the server; the client never sees the password.`
      : `The browser asks the shop to sign in; the shop answers with a redirect to the server. ${setting.parties.user.name} signs in there; the client never sees the password.`,
    section: rfc(6749, '4.1.1'),
    startOver: 'make',
    start: (known) => (inBrowser ? authorizationUrl(setting, known) : `${setting.parties.site}/sign-in`),
    endsAt: ({ origin, target }) => origin === setting.parties.site && atCallback(target),
    site: async (request, known) => {
      if (atCallback(request.target)) return judgeCallback(request, known, issuer)
      const away = [
        ['Location', authorizationUrl(setting, known)],
        ['Cache-Control', 'no-store'],
      ] as const
      return pathOf(request.target) === '/sign-in'
        ? { response: { status: 302, headers: away, body: '' }, checks: [] }
        : { response: sitePage(404, 'Not found', 'The shop has no such page.'), checks: [] }
    },
    read: readCallback,
  }
}

const tokenRequest = (setting: Setting): ExchangeStep => ({
  kind: 'exchange',
  id: 'token',
  from: client,
  to: authorizationServer,
  action: 'Send token request',
  says: isPublic(clientOf(setting))
    ? 'The script swaps the code for tokens. It has no secret; the verifier is what shows that it asked.'
    : 'The client swaps the code for tokens, directly with the server. The browser never sees this message.',
  section: rfc(6749, '4.1.3'),
  prepare: ({ code = '', code_verifier }) =>
    clientPost(
      setting.parties.server.token_endpoint,
      clientOf(setting),
      [
        ['grant_type', 'authorization_code'],
        ['code', code],
        ['redirect_uri', redirectUri(setting)],
        ...(challengeMethod(setting) && code_verifier ? [['code_verifier', code_verifier] as const] : []),
      ],
      originOf(clientOf(setting), setting.parties.site),
    ),
  read: readTokenResponse,
})

const fetchKeys = (setting: Setting): ExchangeStep => ({
  kind: 'exchange',
  id: 'keys',
  from: client,
  to: authorizationServer,
  action: 'Fetch the server’s keys',
  says: 'The public keys that the ID Token’s signature is checked with. Anybody may have them.',
  section: oidcCore('10.1.1'),
  prepare: () =>
    requestTo(setting.parties.server.jwks_uri, {
      headers: originOf(clientOf(setting), setting.parties.site),
    }),
  read: async ({ response }) => ({
    learned: response.status === 200 ? { jwks: response.body } : {},
    checks: [],
    done: response.status === 200,
  }),
})

const idToken = (setting: Setting): LocalStep => ({
  kind: 'local',
  id: 'id-token',
  by: client,
  action: 'Judge the ID Token',
  did: 'judge ID token',
  says: 'Rule by rule: who issued it, for whom, when, in answer to which request, and who signed it. Only then is somebody signed in.',
  section: oidcCore('3.1.3.7'),
  startOver: 'make',
  work: (known, { clock }) =>
    judgeIdToken(known, {
      issuer: setting.parties.server.issuer,
      client_id: clientOf(setting).client_id,
      clock,
    }),
})

const bearer = (url: string, setting: Setting, { access_token = '' }: Known) =>
  requestTo(url, {
    headers: [
      ...originOf(clientOf(setting), setting.parties.site),
      ['Authorization', `Bearer ${access_token}`],
      ['Accept', 'application/json'],
    ],
  })

const apiRequest = (setting: Setting, id: string, action: string, says: string): ExchangeStep => ({
  kind: 'exchange',
  id,
  from: client,
  to: resourceServer,
  action: `${action}: GET /orders`,
  says,
  section: rfc(6750, '2.1'),
  prepare: (known) => bearer(`${setting.parties.api}/orders`, setting, known),
  read: async ({ response }) => outcome(response.status === 200),
})

const userInfo = (setting: Setting): ExchangeStep => ({
  kind: 'exchange',
  id: 'userinfo',
  from: client,
  to: authorizationServer,
  action: 'Ask who it is: GET /userinfo',
  says: 'The same access token, spent at the server: the claims about the user that its scopes release.',
  section: oidcCore('5.3'),
  prepare: (known) => bearer(setting.parties.server.userinfo_endpoint, setting, known),
  read: readUserInfo,
})

const refreshRequest = (setting: Setting, { refresh_token = '' }: Known) =>
  clientPost(
    setting.parties.server.token_endpoint,
    clientOf(setting),
    [
      ['grant_type', 'refresh_token'],
      ['refresh_token', refresh_token],
    ],
    originOf(clientOf(setting), setting.parties.site),
  )

const refresh = (setting: Setting): ExchangeStep => ({
  kind: 'exchange',
  id: 'refresh',
  from: client,
  to: authorizationServer,
  action: 'Refresh the tokens',
  says: 'A new access token without anybody at the browser. The refresh token is used up and replaced; whoever shows the old one again ends the whole family.',
  section: rfc(6749, '6'),
  prepare: (known) => refreshRequest(setting, known),
  read: readTokenResponse,
})

const revoke = (setting: Setting): ExchangeStep => ({
  kind: 'exchange',
  id: 'revoke',
  from: client,
  to: authorizationServer,
  action: 'Revoke the refresh token',
  says: 'Signing out for good: the server forgets this authorization and every token that came of it.',
  section: rfc(7009, '2.1'),
  prepare: ({ refresh_token = '' }) =>
    clientPost(
      setting.parties.server.revocation_endpoint,
      clientOf(setting),
      [
        ['token', refresh_token],
        ['token_type_hint', 'refresh_token'],
      ],
      originOf(clientOf(setting), setting.parties.site),
    ),
  read: async ({ response }) => outcome(response.status === 200),
})

/** Expected to be refused: what counts is that it was asked. */
const refreshAgain = (setting: Setting): ExchangeStep => ({
  ...refresh(setting),
  id: 'refresh-again',
  action: 'Try to refresh again',
  says: 'What revocation stops: the refresh token is dead, and no new tokens come of it.',
  read: async () => outcome(true),
})

const apiAgain = (setting: Setting): ExchangeStep => ({
  ...apiRequest(
    setting,
    'orders-again',
    'Call the API again',
    setting.options.api === 'introspection'
      ? 'What revocation stops: this API asks the server about each token, and hears that it is no longer active.'
      : 'What revocation does not stop: this API judges the access token by itself, so it works until it expires.',
  ),
  read: async () => outcome(true),
})

const outcome = (done: boolean): Reading => ({ learned: {}, checks: [], done })

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
