import { expect } from 'vitest'
import { type Header, headerOf, requestTo } from '../../http/message.ts'
import { bodyOf, claimsOf, tokensOf, userinfo } from './grant.fixture.ts'
import { expectDecidedBy, rule } from './rule.fixture.ts'
import type { Subject } from './subject.fixture.ts'
import { formType } from './user-agent.fixture.ts'

export function userinfoRules(subject: () => Subject): void {
  const send = (options: { method?: string; headers?: readonly Header[]; body?: string; query?: string }) =>
    subject().send(requestTo(`${subject().issuer}/userinfo${options.query ?? ''}`, options))
  const bearer = (token: string): Header => ['Authorization', `Bearer ${token}`]
  const challengeOf = ({ response }: Awaited<ReturnType<typeof send>>) =>
    headerOf(response, 'www-authenticate') ?? ''

  rule(160, 'a Bearer field, by GET and by POST → 200 with the sub of the ID Token', async () => {
    const { access_token, id_token } = await tokensOf(subject())
    const json: Header = ['Content-Type', 'application/json']
    const answers = [
      await userinfo(subject(), access_token),
      await send({ method: 'POST', headers: [bearer(access_token)] }),
      await send({ method: 'POST', headers: [bearer(access_token), formType], body: '' }),
      await send({ method: 'POST', headers: [bearer(access_token), json], body: '{"x":"100%"}' }),
    ]
    for (const answer of answers) {
      expect(answer.response.status).toBe(200)
      expect(headerOf(answer.response, 'content-type')).toBe('application/json')
      expect(headerOf(answer.response, 'cache-control')).toBe('no-store')
      expect(bodyOf(answer).sub).toBe(claimsOf(id_token).sub)
    }
  })
  rule(161, 'access_token in a form body → 200', async () => {
    const { access_token } = await tokensOf(subject())
    const body = `access_token=${access_token}`
    expect((await send({ method: 'POST', headers: [formType], body })).response.status).toBe(200)
    const json: Header = ['Content-Type', 'text/plain']
    expect((await send({ method: 'POST', headers: [json], body })).response.status).toBe(401)
  })
  rule(162, 'no token → 401 with a bare challenge', async () => {
    const without: readonly (readonly Header[])[] = [
      [],
      [['Authorization', 'Basic x']],
      [['Authorization', '']],
    ]
    for (const headers of without) {
      const answer = await send({ headers })
      expect(answer.response.status).toBe(401)
      expect(challengeOf(answer)).toMatch(/^Bearer realm="[^"]+"$/)
      expectDecidedBy(subject(), answer, 'bearer-present')
    }
  })
  rule(163, 'a wrong token → 401 invalid_token', async () => {
    const { access_token, refresh_token } = await tokensOf(subject())
    const [header, payload, signature] = access_token.split('.') as [string, string, string]
    const changed = btoa(JSON.stringify({ ...claimsOf(access_token), sub: 'somebody' })).replace(/=+$/, '')
    const none = btoa('{"alg":"none","typ":"at+jwt"}').replace(/=+$/, '')
    const wrong = [
      'x',
      'a.b.c',
      refresh_token,
      `${header}.${changed}.${signature}`,
      `${none}.${payload}.`,
      `${header}.${payload}.`,
      access_token.slice(0, -8),
    ]
    for (const token of wrong) {
      const answer = await userinfo(subject(), token)
      expect(answer.response.status).toBe(401)
      expect(challengeOf(answer)).toContain('error="invalid_token"')
      expectDecidedBy(subject(), answer, 'access-token-signature')
    }
  })
  rule(163, 'a Bearer field that is no token → 401 invalid_token', async () => {
    for (const field of ['Bearer', 'Bearer ', 'Bearer a b', 'Bearer "x"', 'Bearer é']) {
      const answer = await send({ headers: [['Authorization', field]] })
      expect(answer.response.status).toBe(401)
      expect(challengeOf(answer)).toContain('error="invalid_token"')
    }
  })
  rule(164, 'an expired token → 401 invalid_token', async () => {
    const { access_token } = await tokensOf(subject())
    subject().advance(299)
    expect((await userinfo(subject(), access_token)).response.status).toBe(200)
    subject().advance(1)
    const answer = await userinfo(subject(), access_token)
    expect(answer.response.status).toBe(401)
    expect(challengeOf(answer)).toContain('error="invalid_token"')
    expectDecidedBy(subject(), answer, 'access-token-not-expired')
  })
  rule(165, 'a token without openid → 403 insufficient_scope', async () => {
    const { access_token } = await tokensOf(subject(), { scope: 'profile orders:read' })
    const answer = await userinfo(subject(), access_token)
    expect(answer.response.status).toBe(403)
    expect(challengeOf(answer)).toMatch(/error="insufficient_scope".*scope="openid"/)
    expectDecidedBy(subject(), answer, 'openid-scope')
  })
  rule(166, 'a token in the query → refused', async () => {
    const { access_token } = await tokensOf(subject())
    const query = `?access_token=${access_token}`
    for (const method of ['GET', 'POST']) {
      const answer = await send({ method, query, headers: [formType] })
      expect(answer.response.status).toBe(401)
      expect(challengeOf(answer)).toMatch(/^Bearer realm="[^"]+"$/)
      expect(answer.response.body).toBe('')
      expectDecidedBy(subject(), answer, 'bearer-not-in-query')
    }
    const twice = [
      await send({ query, headers: [bearer(access_token)] }),
      await send({ method: 'POST', query, headers: [formType], body: query.slice(1) }),
      await send({ method: 'POST', query: `${query}&${query.slice(1)}`, headers: [formType] }),
    ]
    for (const answer of twice) {
      expect(answer.response.status).toBe(400)
      expect(challengeOf(answer)).toContain('error="invalid_request"')
      expectDecidedBy(subject(), answer, 'one-bearer-method')
    }
  })
  rule(167, 'header and body both → 400 invalid_request', async () => {
    const { access_token } = await tokensOf(subject())
    const body = `access_token=${access_token}`
    const twice = [
      await send({ method: 'POST', headers: [formType, bearer(access_token)], body }),
      await send({ headers: [bearer(access_token), bearer(access_token)] }),
    ]
    for (const answer of twice) {
      expect(answer.response.status).toBe(400)
      expect(challengeOf(answer)).toContain('error="invalid_request"')
      expectDecidedBy(subject(), answer, 'one-bearer-method')
    }
    const doubled = await send({ method: 'POST', headers: [formType], body: `${body}&${body}` })
    expect(doubled.response.status).toBe(400)
  })
  rule(168, 'the scheme in lower case', async () => {
    const { access_token } = await tokensOf(subject())
    for (const scheme of ['bearer', 'BEARER']) {
      expect((await userinfo(subject(), access_token, scheme)).response.status).toBe(200)
    }
  })
  rule(169, 'profile and email claims only with their scopes', async () => {
    const claims = async (scope: string) => {
      const { access_token } = await tokensOf(subject(), { scope })
      return Object.keys(bodyOf(await userinfo(subject(), access_token))).sort()
    }
    const profile = ['family_name', 'given_name', 'name', 'preferred_username']
    const email = ['email', 'email_verified']
    expect(await claims('openid')).toEqual(['sub'])
    expect(await claims('openid profile')).toEqual([...profile, 'sub'])
    expect(await claims('openid email')).toEqual([...email, 'sub'])
    expect(await claims('openid profile email')).toEqual([...profile, ...email, 'sub'].sort())
  })
}
