import { expect } from 'vitest'
import { headerOf, requestTo } from '../../http/message.ts'
import {
  ask,
  authorize,
  authorizeUrl,
  bob,
  claimsOf,
  expectPage,
  expectRedirectedError,
  given,
  goodRequest,
  type Parameters,
  tokensOf,
} from './grant.fixture.ts'
import { expectDecidedBy, rule } from './rule.fixture.ts'
import { redirectUri, type Subject } from './subject.fixture.ts'
import { isConsentPage, isSignInPage, redirected, userAgent } from './user-agent.fixture.ts'

export function authorizationRequestRules(subject: () => Subject): void {
  const refused = (number: number, says: string, changes: Parameters, error: string, check: string) =>
    rule(number, `${says} → ${error}`, async () => {
      const answer = await ask(subject(), changes)
      expectRedirectedError(answer, error)
      expectDecidedBy(subject(), answer, check)
    })
  const accepted = (number: number, says: string, changes: Parameters) =>
    rule(number, says, async () => {
      expect((await authorize(subject(), changes)).has('code')).toBe(true)
    })

  const noType = { response_type: undefined }
  refused(31, 'response_type missing', noType, 'invalid_request', 'response-type-present')
  for (const response_type of ['foo', 'token', 'code token', 'code id_token', 'CODE', 'none']) {
    const type = { response_type }
    refused(
      32,
      `response_type=${response_type}`,
      type,
      'unsupported_response_type',
      'response-type-supported',
    )
  }
  refused(
    33,
    'response_type not allowed for this client',
    { client_id: 'no-code' },
    'unauthorized_client',
    'response-type-allowed',
  )
  refused(35, 'scope unknown', { scope: 'openid admin' }, 'invalid_scope', 'scope-known')
  refused(
    35,
    'scope not for this client',
    { client_id: 'orders-only', scope: 'orders:write' },
    'invalid_scope',
    'scope-allowed',
  )
  for (const scope of ['openid "x"', 'openid \\', 'openid  email', ' openid', 'openid é']) {
    refused(36, `scope ${JSON.stringify(scope)}`, { scope }, 'invalid_scope', 'scope-syntax')
  }
  rule(36, 'scope with a control character → page', async () => {
    for (const scope of ['openid\temail', 'openid\u0007', 'openid\u007f']) {
      const answer = await ask(subject(), { scope })
      expectPage(answer)
      expectDecidedBy(subject(), answer, 'parameter-characters')
    }
  })
  rule(37, 'state comes back byte for byte, with a code and with an error', async () => {
    const states = [
      'x'.repeat(1024),
      'a b  c+d%2520&e=f#g?h/',
      '"><script>\'',
      'ü€😀 \u2028',
      '%',
      '&',
      '+',
      ' ',
    ]
    for (const state of states) {
      expect((await authorize(subject(), { state })).get('state')).toBe(state)
      expect(redirected(await ask(subject(), { state, scope: 'admin' })).get('state')).toBe(state)
    }
  })
  rule(38, 'no state sent → none in the answer', async () => {
    for (const state of [undefined, '']) {
      expect((await authorize(subject(), { state })).has('state')).toBe(false)
      expectRedirectedError(await ask(subject(), { state, scope: 'admin' }), 'invalid_scope', null)
    }
  })
  rule(39, 'an empty parameter counts as absent', async () => {
    const empties = { nonce: '', prompt: '', max_age: '', login_hint: '', response_mode: '', request: '' }
    expect((await authorize(subject(), empties)).has('code')).toBe(true)
    for (const scope of ['', undefined]) {
      const answer = await ask(subject(), { scope })
      expectRedirectedError(answer, 'invalid_scope')
      expectDecidedBy(subject(), answer, 'scope-syntax')
    }
    expectRedirectedError(await ask(subject(), { response_type: '' }), 'invalid_request')
  })
  accepted(40, 'an unknown parameter is ignored', { foo: 'bar', constructor: 'x', __proto: 'y' })
  rule(41, 'state twice → invalid_request, and neither comes back', async () => {
    const answer = await userAgent(subject()).get(`${authorizeUrl(subject())}&state=another`)
    expectRedirectedError(answer, 'invalid_request', null)
    expectDecidedBy(subject(), answer, 'parameters-once')
    for (const twice of ['scope=openid', 'nonce=x', 'foo=1&foo=2', 'response_type=']) {
      const doubled = await userAgent(subject()).get(`${authorizeUrl(subject())}&${twice}`)
      expectRedirectedError(doubled, 'invalid_request')
    }
    const resources = await userAgent(subject()).get(
      `${authorizeUrl(subject())}&resource=https%3A%2F%2Fa.example&resource=https%3A%2F%2Fb.example`,
    )
    expect(isSignInPage(resources)).toBe(true)
  })
  rule(42, 'POST with a form body behaves as GET', async () => {
    const agent = userAgent(subject())
    const page = await agent.post(`${subject().issuer}/authorize`, Object.fromEntries(given(goodRequest)))
    expect(isSignInPage(page)).toBe(true)
    const next = await agent.submit(page, { username: 'alice', password: 'wonderland' })
    const answer = isConsentPage(next) ? await agent.submit(next, { decision: 'allow' }) : next
    expect(redirected(answer).get('state')).toBe(goodRequest.state)
    const refusal = await agent.post(`${subject().issuer}/authorize`, {
      ...Object.fromEntries(given(goodRequest)),
      scope: 'admin',
    })
    expectRedirectedError(refusal, 'invalid_scope')
  })
  rule(42, 'POST with another body → page', async () => {
    const request = requestTo(`${subject().issuer}/authorize`, {
      method: 'POST',
      headers: [['Content-Type', 'application/json']],
      body: JSON.stringify(goodRequest),
    })
    const answer = await subject().send(request)
    expectPage(answer)
    expectDecidedBy(subject(), answer, 'form-media-type')
  })
  rule(43, 'after a form POST the redirect is 303', async () => {
    const agent = userAgent(subject())
    const url = `${subject().issuer}/authorize`
    const refusal = await agent.post(url, { ...Object.fromEntries(given(goodRequest)), scope: 'admin' })
    expect(refusal.response.status).toBe(303)
    const page = await agent.post(url, { ...Object.fromEntries(given(goodRequest)), prompt: 'login consent' })
    const consent = await agent.submit(page, { username: 'alice', password: 'wonderland' })
    expect(isConsentPage(consent)).toBe(true)
    expect((await agent.submit(consent, { decision: 'allow' })).response.status).toBe(303)
    // Consent is remembered: the next sign-in ends in the redirect at once.
    const again = await agent.post(url, { ...Object.fromEntries(given(goodRequest)), prompt: 'login' })
    const done = await agent.submit(again, { username: 'alice', password: 'wonderland' })
    expect(done.response.status).toBe(303)
    expect(redirected(done).has('code')).toBe(true)
  })
  rule(44, 'error and error_description keep to their characters', async () => {
    const edits: Parameters[] = [
      { scope: 'adm"in é' },
      { response_type: 'x"\\y' },
      { prompt: '"\\é' },
      { max_age: '\\"' },
      { request: 'x' },
    ]
    for (const changes of edits) {
      const parameters = redirected(await ask(subject(), changes))
      expect(parameters.get('error')).toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/)
      expect(parameters.get('error_description')).toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/)
    }
  })
  rule(45, 'iss is in every answer', async () => {
    expect((await authorize(subject())).get('iss')).toBe(subject().issuer)
    for (const changes of [{ scope: 'admin' }, { prompt: 'none' }, { response_type: 'x' }]) {
      expect(redirected(await ask(subject(), changes)).get('iss')).toBe(subject().issuer)
    }
  })
  rule(46, '200 codes are all distinct, with 128 bit and more', async () => {
    const agent = userAgent(subject())
    await authorize(subject(), {}, { agent })
    const codes = new Set<string>()
    for (let index = 0; index < 200; index++) {
      codes.add(redirected(await ask(subject(), {}, agent)).get('code') ?? '')
    }
    expect(codes.size).toBe(200)
    const alphabet = new Set([...codes].join('')).size
    for (const code of codes) expect(code.length * Math.log2(alphabet)).toBeGreaterThanOrEqual(128)
  })
  rule(47, 'the user denies → access_denied', async () => {
    const agent = userAgent(subject())
    const page = await ask(subject(), { prompt: 'consent' }, agent)
    const consent = await agent.submit(page, { username: 'alice', password: 'wonderland' })
    const denied = await agent.submit(consent, { decision: 'deny' })
    expectRedirectedError(denied, 'access_denied')
    const late = await agent.submit(consent, { decision: 'allow' })
    expectPage(late)
    expectDecidedBy(subject(), late, 'interaction-unanswered')
  })
  rule(48, 'wrong password → the form again, the user name kept, the password not', async () => {
    const tries = [
      { username: 'alice', password: 'wonderwall-x' },
      { username: 'nobody <&">', password: 'wonderland-x' },
      { username: '', password: '' },
      { username: 'nobody', password: '' },
    ]
    const agent = userAgent(subject())
    let page = await ask(subject(), {}, agent)
    for (const wrong of tries) {
      page = await agent.submit(page, wrong)
      expect(isSignInPage(page)).toBe(true)
      expect(page.response.body).toContain('role="alert"')
      const escaped = wrong.username
        .replace('&', '&amp;')
        .replace('<', '&lt;')
        .replace('"', '&quot;')
        .replace('>', '&gt;')
      expect(page.response.body).toContain(`value="${escaped}"`)
      if (wrong.password) expect(page.response.body).not.toContain(wrong.password)
      expect(agent.cookies.has('glassbox_session')).toBe(false)
      expectDecidedBy(subject(), page, 'password')
    }
    const right = await agent.submit(page, { username: 'alice', password: 'wonderland' })
    expect(isConsentPage(right) || right.response.status === 303).toBe(true)
  })
  rule(49, 'consent without the session, the browser or the anti-forgery value → no code', async () => {
    const start = async () => {
      const agent = userAgent(subject())
      const page = await ask(subject(), { prompt: 'consent' }, agent)
      return { agent, consent: await agent.submit(page, { username: 'alice', password: 'wonderland' }) }
    }
    const noCookies = await start()
    noCookies.agent.cookies.clear()
    const noSession = await start()
    noSession.agent.cookies.delete('glassbox_session')
    const foreign = await start()
    const stranger = userAgent(subject())
    await authorize(subject(), {}, { agent: stranger, person: bob })
    const forged = await start()
    const sameBrowserOtherUser = await start()
    const other = await ask(subject(), { prompt: 'login' }, sameBrowserOtherUser.agent)
    await sameBrowserOtherUser.agent.submit(other, { ...bob })
    const allow = { decision: 'allow' }
    const found = [
      [await noCookies.agent.submit(noCookies.consent, allow), 'interaction-browser'],
      [await noSession.agent.submit(noSession.consent, allow), 'consent-session'],
      [await stranger.submit(foreign.consent, allow), 'interaction-browser'],
      [await forged.agent.submit(forged.consent, { ...allow, csrf: '' }), 'csrf'],
      [await forged.agent.submit(forged.consent, { ...allow, csrf: 'x' }), 'csrf'],
      [await forged.agent.submit(forged.consent, { ...allow, interaction: 'x' }), 'interaction-known'],
      [await forged.agent.submit(forged.consent, { decision: 'maybe' }), 'decision'],
      [await sameBrowserOtherUser.agent.submit(sameBrowserOtherUser.consent, allow), 'consent-session'],
    ] as const
    for (const [answer, check] of found) {
      expectPage(answer)
      expectDecidedBy(subject(), answer, check)
    }
    expect(redirected(await forged.agent.submit(forged.consent, allow)).has('code')).toBe(true)
  })
  rule(49, 'sign-in without the browser or the anti-forgery value → no session', async () => {
    const agent = userAgent(subject())
    const page = await ask(subject(), {}, agent)
    const right = { username: 'alice', password: 'wonderland' }
    const stranger = await userAgent(subject()).submit(page, right)
    expectPage(stranger)
    expectDecidedBy(subject(), stranger, 'interaction-browser')
    const forged = await agent.submit(page, { ...right, csrf: 'x' })
    expectPage(forged)
    expectDecidedBy(subject(), forged, 'csrf')
    subject().advance(601)
    const late = await agent.submit(page, right)
    expectPage(late)
    expectDecidedBy(subject(), late, 'interaction-not-expired')
    expect(agent.cookies.has('glassbox_session')).toBe(false)
  })
  const everyPage = async () => {
    const agent = userAgent(subject())
    const signIn = await ask(subject(), { prompt: 'consent' }, agent)
    const wrong = await agent.submit(signIn, { username: 'x', password: 'y' })
    const consent = await agent.submit(signIn, { username: 'alice', password: 'wonderland' })
    const error = await ask(subject(), { client_id: 'x' })
    const method = await agent.get(`${subject().issuer}/sign-in`)
    return [signIn, wrong, consent, error, method].map(({ response }) => response)
  }
  rule(50, 'no page can be framed', async () => {
    for (const page of await everyPage()) {
      expect(headerOf(page, 'content-type')).toBe('text/html; charset=utf-8')
      expect(headerOf(page, 'x-frame-options')).toBe('DENY')
      expect(headerOf(page, 'content-security-policy')).toContain("frame-ancestors 'none'")
    }
  })
  rule(51, 'no page tells its address', async () => {
    for (const page of await everyPage()) expect(headerOf(page, 'referrer-policy')).toBe('no-referrer')
  })
  rule(52, 'markup in any parameter stays text, and nothing may run', async () => {
    const markup = `"><svg onload=alert(1)>'</title>`
    const edits: Parameters[] = [
      { client_id: markup },
      { redirect_uri: markup },
      { login_hint: markup },
      { state: markup, nonce: markup, login_hint: markup },
      { [markup]: markup },
    ]
    for (const changes of edits) {
      const { response } = await ask(subject(), changes)
      expect(response.body).not.toContain('<svg')
      expect(response.body).not.toMatch(/value="[^"]*"><\w/)
    }
    const answer = await ask(subject(), { scope: markup })
    expect(headerOf(answer.response, 'location')).not.toContain('<svg')
    for (const page of await everyPage()) {
      const policy = headerOf(page, 'content-security-policy') ?? ''
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]+=*'; /)
      expect(policy).not.toMatch(/unsafe|script-src|form-action/)
      expect(page.body).not.toMatch(/<script|\son\w+=|\sstyle=/)
      const style = /<style>(.*?)<\/style>/s.exec(page.body)?.[1] ?? ''
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
      expect(policy).toContain(btoa(String.fromCharCode(...new Uint8Array(digest))))
    }
  })
  rule(53, 'prompt=none without a session → login_required', async () => {
    const answer = await ask(subject(), { prompt: 'none' })
    expectRedirectedError(answer, 'login_required')
    expectDecidedBy(subject(), answer, 'login-required')
    const agent = userAgent(subject())
    await authorize(subject(), {}, { agent })
    subject().advance(8 * 3600)
    expectRedirectedError(await ask(subject(), { prompt: 'none' }, agent), 'login_required')
  })
  rule(54, 'prompt=none with session and consent → code, no page', async () => {
    const agent = userAgent(subject())
    await authorize(subject(), {}, { agent })
    expect(redirected(await ask(subject(), { prompt: 'none' }, agent)).has('code')).toBe(true)
  })
  rule(54, 'prompt=none with a session, but without consent → consent_required', async () => {
    const agent = userAgent(subject())
    await authorize(subject(), {}, { agent, person: { username: 'user-7', password: 'password-7' } })
    const more = { prompt: 'none', scope: 'openid orders:write' }
    const answer = await ask(subject(), more, agent)
    expectRedirectedError(answer, 'consent_required')
    expectDecidedBy(subject(), answer, 'consent-required')
    const native = {
      client_id: 'native-app',
      redirect_uri: 'http://127.0.0.1:5000/callback',
      scope: 'orders:read',
    }
    await authorize(subject(), native, { agent })
    const again = await ask(subject(), { ...native, prompt: 'none' }, agent)
    expect(redirected(again).get('error')).toBe('consent_required')
  })
  for (const prompt of ['none login', 'login none', 'none consent', 'sing-in', 'NONE']) {
    refused(55, `prompt=${prompt}`, { prompt }, 'invalid_request', 'prompt')
  }
  for (const max_age of ['-1', '1.5', 'x', '1e3', ' 1', '99999999999']) {
    refused(57, `max_age=${max_age}`, { max_age }, 'invalid_request', 'max-age')
  }
  rule(56, 'prompt=login asks again, and auth_time is newer', async () => {
    const agent = userAgent(subject())
    const before = claimsOf((await tokensOf(subject(), {}, { agent })).id_token)
    const formerSession = agent.cookies.get('glassbox_session')
    subject().advance(5)
    for (const prompt of ['login', 'select_account']) {
      expect(isSignInPage(await ask(subject(), { prompt }, agent))).toBe(true)
    }
    const after = claimsOf((await tokensOf(subject(), { prompt: 'login' }, { agent })).id_token)
    expect(Number(after.auth_time)).toBe(Number(before.auth_time) + 5)
    expect(agent.cookies.get('glassbox_session')).not.toBe(formerSession)
  })
  rule(56, 'prompt=consent asks for consent again', async () => {
    const agent = userAgent(subject())
    await authorize(subject(), {}, { agent })
    expect(isConsentPage(await ask(subject(), { prompt: 'consent' }, agent))).toBe(true)
    expect(isSignInPage(await ask(subject(), { prompt: 'login consent' }, agent))).toBe(true)
  })
  rule(57, 'max_age=1 after 2 s asks again, and the ID Token has auth_time', async () => {
    const agent = userAgent(subject())
    await authorize(subject(), {}, { agent })
    const easy = await ask(subject(), { max_age: '1', prompt: 'none' }, agent)
    expect(redirected(easy).has('code')).toBe(true)
    subject().advance(2)
    expect(isSignInPage(await ask(subject(), { max_age: '1' }, agent))).toBe(true)
    expect(isSignInPage(await ask(subject(), { max_age: '0' }, agent))).toBe(true)
    expectRedirectedError(await ask(subject(), { max_age: '1', prompt: 'none' }, agent), 'login_required')
    const { id_token } = await tokensOf(subject(), { max_age: '1' }, { agent })
    expect(claimsOf(id_token).auth_time).toBe(subject().now())
  })
  rule(58, 'the code flow works without a nonce', async () => {
    const { id_token } = await tokensOf(subject(), { nonce: undefined })
    expect(claimsOf(id_token)).not.toHaveProperty('nonce')
  })
  rule(60, 'id_token_hint of another user with prompt=none → login_required', async () => {
    const agent = userAgent(subject())
    const { id_token: ofAlice, access_token } = await tokensOf(subject(), {}, { agent })
    const { id_token: ofBob } = await tokensOf(subject(), {}, { person: bob })
    const silent = (id_token_hint: string) => ask(subject(), { prompt: 'none', id_token_hint }, agent)
    expectRedirectedError(await silent(ofBob), 'login_required')
    expect(redirected(await silent(ofAlice)).has('code')).toBe(true)
    for (const hint of ['x', access_token, `${ofAlice.slice(0, -9)}AAAAAAAAA`]) {
      const answer = await silent(hint)
      expectRedirectedError(answer, 'invalid_request')
      expectDecidedBy(subject(), answer, 'id-token-hint')
    }
    subject().advance(301)
    expect(redirected(await silent(ofAlice)).has('code')).toBe(true)
  })
  rule(60, 'who signs in though id_token_hint names somebody else → login_required', async () => {
    const agent = userAgent(subject())
    const { id_token } = await tokensOf(subject(), {}, { agent, person: bob })
    const elsewhere = userAgent(subject())
    await authorize(subject(), {}, { agent: elsewhere })
    const page = await ask(subject(), { id_token_hint: id_token }, elsewhere)
    expect(isSignInPage(page)).toBe(true)
    const answer = await elsewhere.submit(page, { username: 'alice', password: 'wonderland' })
    expectRedirectedError(answer, 'login_required')
    expectDecidedBy(subject(), answer, 'hinted-user')
  })
  refused(
    61,
    'request=',
    { request: 'eyJhbGciOiJub25lIn0.e30.' },
    'request_not_supported',
    'no-request-object',
  )
  refused(
    61,
    'request_uri=',
    { request_uri: 'https://evil.example/r' },
    'request_uri_not_supported',
    'no-request-uri',
  )
  for (const response_mode of ['bogus', 'fragment', 'form_post']) {
    refused(64, `response_mode=${response_mode}`, { response_mode }, 'invalid_request', 'response-mode')
  }
  accepted(64, 'response_mode=query is what a code has anyway', { response_mode: 'query' })
  accepted(66, 'display, ui_locales, acr_values, claims and others are no obstacle', {
    display: 'hologram',
    ui_locales: 'tlh xx-YY',
    acr_values: 'urn:nobody',
    claims: '{not json',
    registration: '{}',
    claims_locales: 'x',
  })
  rule(66, 'login_hint fills the form in', async () => {
    const { response } = await ask(subject(), { login_hint: 'bob' })
    expect(response.body).toMatch(/name="username"[^>]* value="bob"/)
  })
  rule(66, 'a query that the redirect URI has is kept', async () => {
    const answer = await authorize(subject(), {
      client_id: 'with-query',
      redirect_uri: `${redirectUri}?tenant=1`,
    })
    expect([answer.get('tenant'), answer.has('code')]).toEqual(['1', true])
  })
}
