import { expect } from 'vitest'
import { headerOf } from '../../http/message.ts'
import { ask, authorizeUrl, expectPage, goodRequest, type Parameters, through } from './grant.fixture.ts'
import { expectDecidedBy, rule } from './rule.fixture.ts'
import { redirectUri, type Subject } from './subject.fixture.ts'
import { isSignInPage, userAgent } from './user-agent.fixture.ts'

export function redirectUriRules(subject: () => Subject): void {
  const stays = (number: number, says: string, changes: Parameters, check: string) =>
    rule(number, `${says} → page`, async () => {
      const answer = await ask(subject(), changes)
      expectPage(answer)
      expectDecidedBy(subject(), answer, check)
    })
  const unregistered = (number: number, says: string, redirect_uri: string) =>
    stays(number, says, { redirect_uri }, 'redirect-uri-registered')

  stays(17, 'client_id missing', { client_id: undefined }, 'client-id-once')
  stays(17, 'client_id empty', { client_id: '' }, 'client-id-once')
  stays(18, 'client_id unknown', { client_id: 'nobody' }, 'client-registered')
  stays(
    18,
    'client_id of a property that every object has',
    { client_id: 'constructor' },
    'client-registered',
  )
  unregistered(19, 'another host', 'https://evil.example/callback')
  unregistered(19, 'another scheme', redirectUri.replace('https:', 'http:'))
  unregistered(19, 'a port', redirectUri.replace('.example/', '.example:443/'))
  unregistered(20, 'a longer path', `${redirectUri}/x`)
  unregistered(21, 'a query', `${redirectUri}?x=1`)
  unregistered(22, 'a letter in upper case', redirectUri.replace('callback', 'Callback'))
  unregistered(22, 'the host in upper case', redirectUri.replace('app', 'APP'))
  unregistered(23, 'a slash at the end', `${redirectUri}/`)
  unregistered(24, 'dots that resolve back', redirectUri.replace('/callback', '/x/../callback'))
  unregistered(24, 'an encoded letter that decodes back', redirectUri.replace('/c', '/%63'))
  unregistered(25, 'the registered host as user name', 'https://app.shop.example@evil.example/callback')
  unregistered(25, 'the registered host as a sub-domain', 'https://app.shop.example.evil.example/callback')
  unregistered(25, 'the registered URI as a prefix', `${redirectUri}@evil.example`)
  stays(26, 'a fragment', { redirect_uri: `${redirectUri}#f` }, 'redirect-uri-fragment')
  stays(26, 'an empty fragment', { redirect_uri: `${redirectUri}#` }, 'redirect-uri-fragment')
  const several = { client_id: 'two-uris', redirect_uri: undefined, scope: 'orders:read' }
  stays(27, 'absent while several are registered', several, 'redirect-uri-present')
  stays(27, 'absent from an OpenID request', { redirect_uri: undefined }, 'redirect-uri-present')
  rule(27, 'absent while one is registered, without openid → goes on', async () => {
    expect(isSignInPage(await ask(subject(), { redirect_uri: undefined, scope: 'orders:read' }))).toBe(true)
  })
  rule(28, 'redirect_uri twice → page', async () => {
    for (const second of [redirectUri, 'https://evil.example/', '']) {
      const answer = await userAgent(subject()).get(
        `${authorizeUrl(subject())}&redirect_uri=${encodeURIComponent(second)}`,
      )
      expectPage(answer)
      expectDecidedBy(subject(), answer, 'redirect-uri-once')
    }
  })
  rule(28, 'client_id twice → page', async () => {
    expectPage(await userAgent(subject()).get(`${authorizeUrl(subject())}&client_id=web-app`))
  })
  const native = (redirect_uri: string) => ({ client_id: 'native-app', redirect_uri, scope: 'orders:read' })
  rule(29, 'a native client may come with any port of its loopback address', async () => {
    const uris = [
      'http://127.0.0.1:51004/callback',
      'http://[::1]:61023/callback',
      'http://127.0.0.1/callback',
    ]
    for (const uri of uris) {
      const agent = userAgent(subject())
      const answer = await through(agent, await ask(subject(), native(uri), agent))
      expect(headerOf(answer.response, 'location')?.startsWith(`${uri}?code=`)).toBe(true)
    }
  })
  rule(29, 'localhost, another path, another address and another client may not', async () => {
    const uris = [
      'http://localhost:51004/callback',
      'http://localhost/callback',
      'http://127.0.0.2:51004/callback',
      'http://127.0.0.1:51004/callback/x',
      'http://127.0.0.1:51004/Callback',
      'http://127.0.0.1:51004/callback?x',
      'http://127.0.0.1:0/callback',
      'http://127.0.0.1:99999/callback',
      'http://127.0.0.1:51004@evil.example/callback',
      'http://127.0.0.1:/callback',
      'http://127.1:51004/callback',
      'https://127.0.0.1:51004/callback',
      'http://x@127.0.0.1:51004/callback',
    ]
    for (const uri of uris) {
      const answer = await ask(subject(), native(uri))
      expectPage(answer)
      expectDecidedBy(subject(), answer, 'redirect-uri-registered')
    }
    const port = goodRequest.redirect_uri.replace('.example/', '.example:8443/')
    expectPage(await ask(subject(), { redirect_uri: port }))
  })
  rule(30, 'javascript:, data: and vbscript: are refused even if registered', async () => {
    for (const redirect_uri of ['javascript:alert(1)//', 'data:text/html,x', 'vbscript:x', ' JavaScript:x']) {
      const answer = await ask(subject(), { client_id: 'script', redirect_uri })
      expectPage(answer)
      expectDecidedBy(subject(), answer, 'redirect-uri-scheme')
    }
  })
}
