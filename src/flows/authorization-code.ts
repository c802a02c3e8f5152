import { isPublic } from '../oauth/client.ts'
import { authorizationServer, client, resourceOwner, resourceServer, userAgent } from '../oauth/roles.ts'
import { rfc } from '../oauth/section.ts'
import type { Flow } from './flow.ts'
import { asksFor, clientOf } from './setting.ts'
import { apiAgain, apiRequest } from './steps/api-request.ts'
import { signIn } from './steps/authorization-request.ts'
import { fetchKeys, idToken } from './steps/judge-id-token.ts'
import { makeSecrets } from './steps/make-secrets.ts'
import { refresh, refreshAgain } from './steps/refresh.ts'
import { revoke } from './steps/revocation.ts'
import { tokenRequest } from './steps/token-request.ts'
import { userInfo } from './steps/userinfo.ts'

/** The authorization code grant with PKCE and OpenID Connect, to its end: tokens used, refreshed and revoked. */
export const authorizationCode: Flow = {
  id: 'authorization-code',
  title: 'Authorization code',
  sections: [rfc(6749, '4.1'), rfc(7636, '4')],
  advice: { says: 'recommended', section: rfc(9700, '2.1.2') },
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
    ...(asksFor(setting, 'openid') ? [fetchKeys(setting), idToken(setting)] : []),
    apiRequest(
      setting,
      'orders',
      'Call the API',
      setting.options.api === 'introspection'
        ? 'The client spends the access token at the protected API, which judges it and asks the server about it too.'
        : 'The client spends the access token at the protected API, which judges it by itself.',
    ),
    ...(asksFor(setting, 'openid') ? [userInfo(setting)] : []),
    refresh(setting),
    revoke(setting),
    refreshAgain(setting),
    apiAgain(setting),
  ],
}
