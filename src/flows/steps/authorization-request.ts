import { formOf } from '../../http/form.ts'
import { pathOf } from '../../http/message.ts'
import { isPublic } from '../../oauth/client.ts'
import { rfc } from '../../oauth/section.ts'
import type { Known, NavigationStep, Setting } from '../flow.ts'
import { challengeMethodOf, clientOf, redirectUriOf } from '../setting.ts'
import { clientCookie, judgeCallback, readCallback, sitePage } from './callback.ts'

/** The authorization request as the URL that the browser is sent to (RFC 6749 4.1.1). */
function authorizationUrl(setting: Setting, { state = '', nonce, code_challenge }: Known): string {
  const method = challengeMethodOf(setting)
  const query = formOf([
    ['response_type', 'code'],
    ['client_id', clientOf(setting).client_id],
    ['redirect_uri', redirectUriOf(setting)],
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

/** From the client to the server and back (RFC 6749 4.1.1, 4.1.2). A client on a server answers the browser with a redirect; a script sends it away itself. */
export const signIn = (setting: Setting): NavigationStep => {
  const inBrowser = isPublic(clientOf(setting))
  const { issuer } = setting.parties.server
  const callbackPath = new URL(redirectUriOf(setting)).pathname
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
        ['Set-Cookie', `${clientCookie}=${known.client_session}; Path=/; HttpOnly; SameSite=Lax; Secure`],
        ['Cache-Control', 'no-store'],
      ] as const
      return pathOf(request.target) === '/sign-in'
        ? { response: { status: 302, headers: away, body: '' }, checks: [] }
        : { response: sitePage(404, 'Not found', 'The shop has no such page.'), checks: [] }
    },
    read: readCallback,
  }
}
