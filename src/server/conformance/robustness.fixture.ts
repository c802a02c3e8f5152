import { expect } from 'vitest'
import { formOf } from '../../http/form.ts'
import { type Answer, headerOf, headersOf, requestTo } from '../../http/message.ts'
import {
  ask,
  authorize,
  authorizeUrl,
  bodyOf,
  call,
  claimsOf,
  codeOf,
  expectError,
  given,
  goodRequest,
  introspect,
  pkce,
  redemption,
  refresh,
  tokensIn,
  tokensOf,
  userinfo,
  webApp,
} from './grant.fixture.ts'
import { naughtyStrings } from './naughty-strings.fixture.ts'
import { rule } from './rule.fixture.ts'
import { conformanceConfiguration, type Start, type Subject } from './subject.fixture.ts'
import { formType, redirected, userAgent } from './user-agent.fixture.ts'

export function robustnessRules(subject: () => Subject, start: Start): void {
  const refusedOrRedirected = ({ response }: Answer) => {
    expect(response.status).toBeLessThan(500)
    for (const [name, value] of response.headers) expect(`${name}: ${value}`).not.toMatch(/[\r\n\0]/)
  }
  const alive = async () => expect((await authorize(subject())).has('code')).toBe(true)
  const target = (url: string) => url.slice(new URL(url).origin.length)
  const get = (path: string) =>
    subject().send({
      method: 'GET',
      origin: new URL(subject().issuer).origin,
      target: path,
      headers: [['Host', new URL(subject().issuer).host]],
      body: '',
    })

  rule(224, 'cookies are HttpOnly, SameSite=Lax, bound to the path, and Secure under https', async () => {
    const servers = [
      [subject(), '/'],
      [await start(conformanceConfiguration, { issuerPath: '/tenant' }), '/tenant'],
    ] as const
    for (const [server, path] of servers) {
      const agent = userAgent(server)
      const page = await ask(server, {}, agent)
      const next = await agent.submit(page, { username: 'alice', password: 'wonderland' })
      const cookies = [page, next].flatMap(({ response }) => headersOf(response, 'set-cookie'))
      expect(cookies).toHaveLength(2)
      for (const cookie of cookies) {
        const attributes = cookie.split('; ').slice(1)
        expect(attributes).toEqual(expect.arrayContaining([`Path=${path}`, 'HttpOnly', 'SameSite=Lax']))
        expect(attributes.includes('Secure')).toBe(server.issuer.startsWith('https:'))
        expect(cookie).not.toMatch(/domain/i)
      }
      expect(cookies[1]).toContain(`Max-Age=${8 * 3600}`)
    }
  })
  rule(225, 'what is too large is turned away', async () => {
    const large = 'x'.repeat(1024 * 1024)
    const inTarget = await get(target(authorizeUrl(subject(), { state: large })))
    expect([414, 431]).toContain(inTarget.response.status)
    const inBody = await call(subject(), '/token', { ...redemption('x'), foo: large })
    expect(inBody.response.status).toBe(413)
    const many = await call(
      subject(),
      '/token',
      Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`p${at}`, ''])),
    )
    expect([400, 413]).toContain(many.response.status)
    const manyInTarget = await get(`/authorize?${'a=&'.repeat(10_000)}`)
    expect([400, 414, 431]).toContain(manyInTarget.response.status)
    await alive()
  })
  rule(225, 'broken encodings and control characters → 4xx, no header splitting', async () => {
    const broken = [
      '%',
      '%f',
      '%zz',
      '%C3%28',
      '%ED%A0%80',
      '%FF',
      '%00',
      'a%0D%0AX-Injected:%201',
      '%0A',
      '%0D',
    ]
    for (const value of broken) {
      for (const name of ['state', 'scope', 'client_id', 'redirect_uri', 'nonce', 'foo', 'login_hint']) {
        const query = `${formOf(given({ ...goodRequest, [name]: undefined }))}&${name}=${value}`
        const answer = await get(`/authorize?${query}`)
        expect(answer.response.status).toBe(400)
        expect(headerOf(answer.response, 'x-injected')).toBeUndefined()
        refusedOrRedirected(answer)
      }
      for (const path of ['/token', '/revoke', '/introspect', '/userinfo', '/sign-in', '/consent']) {
        const body = `grant_type=authorization_code&token=x&code=${value}`
        const answer = await subject().send(
          requestTo(`${subject().issuer}${path}`, { method: 'POST', headers: [formType, webApp], body }),
        )
        expect(answer.response.status).toBe(400)
        refusedOrRedirected(answer)
      }
    }
    await alive()
  })
  rule(225, 'naughty strings in every parameter are inert', async () => {
    const agent = userAgent(subject())
    for (const naughty of naughtyStrings) {
      const changed = [...Object.keys(goodRequest), 'prompt', 'max_age', 'login_hint', 'id_token_hint', 'x']
      for (const name of changed) {
        const answer = await ask(subject(), { [name]: naughty })
        refusedOrRedirected(answer)
        expect(answer.response.body).not.toContain('<script>')
        if (answer.response.status === 303 && !['state', 'redirect_uri'].includes(name)) {
          expect(redirected(answer).get('state')).toBe(goodRequest.state)
        }
      }
      const page = await ask(subject(), {}, agent)
      for (const name of ['username', 'password', 'interaction', 'csrf']) {
        const answer = await agent.submit(page, { username: 'alice', password: 'x', [name]: naughty })
        refusedOrRedirected(answer)
        expect(answer.response.body).not.toContain('<script>')
      }
      const token = { ...redemption('x'), refresh_token: 'x', scope: 'x', client_id: 'x', token: 'x' }
      for (const name of Object.keys(token)) {
        for (const path of ['/token', '/revoke', '/introspect']) {
          const answer = await call(subject(), path, { ...token, [name]: naughty }, [])
          refusedOrRedirected(answer)
          expect(answer.response.status).toBeGreaterThanOrEqual(400)
          expect(headerOf(answer.response, 'content-type')).toBe('application/json')
        }
      }
    }
    await alive()
  })
  rule(226, '50 flows of 10 users at once: nobody gets what is another’s', async () => {
    const people = [
      { username: 'alice', password: 'wonderland' },
      { username: 'bob', password: 'builder' },
      ...Array.from({ length: 8 }, (_, at) => ({ username: `user-${at}`, password: `password-${at}` })),
    ]
    const users = conformanceConfiguration(subject().issuer).users
    const flows = Array.from({ length: 50 }, async (_, at) => {
      const person = people[at % people.length] as (typeof people)[number]
      const [state, nonce] = [`state ${at}`, `nonce ${at}`]
      const answer = await authorize(subject(), { state, nonce }, { person })
      const code = answer.get('code') ?? ''
      const tokens = tokensIn(await call(subject(), '/token', redemption(code)))
      const sub = users.find(({ username }) => username === person.username)?.sub
      expect(answer.get('state')).toBe(state)
      expect(claimsOf(tokens.id_token)).toMatchObject({ sub, nonce })
      expect(claimsOf(tokens.access_token).sub).toBe(sub)
      expect(bodyOf(await userinfo(subject(), tokens.access_token)).sub).toBe(sub)
      return code
    })
    expect(new Set(await Promise.all(flows)).size).toBe(50)
  })
  rule(227, 'no secret is in the log', async () => {
    const logging = await start(conformanceConfiguration)
    const agent = userAgent(logging)
    const page = await ask(logging, { state: 'secret-state', nonce: 'secret-nonce' }, agent)
    await agent.submit(page, { username: 'alice', password: 'wrong-password' })
    const code = await codeOf(logging, {}, { agent })
    const tokens = tokensIn(await call(logging, '/token', redemption(code)))
    await call(logging, '/token', redemption(code))
    await introspect(logging, tokens.access_token)
    await userinfo(logging, tokens.access_token)
    await logging.send(requestTo(`${logging.issuer}/userinfo?access_token=${tokens.access_token}`))
    await call(logging, '/revoke', { token: tokens.refresh_token })
    const text = logging.log.join('\n')
    expect(logging.log.length).toBeGreaterThan(8)
    expect(logging.log).toContain('POST /token 200 web-app')
    expect(logging.log).toContain('POST /token 400 invalid_grant web-app')
    const secrets = [
      ...[code, tokens.access_token, tokens.refresh_token, tokens.id_token, pkce.code_verifier],
      ...['wonderland', 'wrong-password', 'web-app-secret', 'secret-state', 'secret-nonce', 'alice'],
      ...agent.cookies.values(),
    ]
    for (const secret of secrets) expect(text).not.toContain(secret)
    const lines = logging.log.length
    await logging.send(requestTo(`${logging.issuer}/x%0AGET%20/forged%20200`))
    expect(logging.log).toHaveLength(lines + 1)
  })
  rule(228, 'after a restart old tokens and codes are refused, and nothing breaks', async () => {
    const restarting = await start(conformanceConfiguration)
    const agent = userAgent(restarting)
    const code = await codeOf(restarting, {}, { agent })
    const tokens = await tokensOf(restarting, {}, { agent })
    const page = await ask(restarting, { prompt: 'login' }, agent)
    await restarting.restart()
    const stale = await userinfo(restarting, tokens.access_token)
    expect(stale.response.status).toBe(401)
    expect(headerOf(stale.response, 'www-authenticate')).toContain('invalid_token')
    expectError(await refresh(restarting, tokens.refresh_token), 400, 'invalid_grant')
    expectError(await call(restarting, '/token', redemption(code)), 400, 'invalid_grant')
    expect(await introspect(restarting, tokens.access_token)).toEqual({ active: false })
    expect((await call(restarting, '/revoke', { token: tokens.refresh_token })).response.status).toBe(200)
    const late = await agent.submit(page, { username: 'alice', password: 'wonderland' })
    expect(late.response.status).toBe(400)
    expect((await tokensOf(restarting, {}, { agent })).token_type).toBe('Bearer')
  })
}
