import { expect } from 'vitest'
import { requestTo } from '../../http/message.ts'
import { halfHash } from '../../jwt/half-hash.ts'
import { type JwkSet, verifySignature } from '../../jwt/verify.ts'
import {
  basic,
  bob,
  bodyOf,
  call,
  claimsOf,
  codeOf,
  expectError,
  headerIn,
  introspect,
  isActive,
  redemption,
  refresh,
  tokensIn,
  tokensOf,
  userinfo,
} from './grant.fixture.ts'
import { expectDecidedBy, rule } from './rule.fixture.ts'
import { redirectUri, type Subject } from './subject.fixture.ts'

export function authorizationCodeRules(subject: () => Subject): void {
  const redeem = (code: string, changes = {}, client = basic('web-app')) =>
    call(subject(), '/token', { ...redemption(code), ...changes }, [client])
  const jwks = async () =>
    bodyOf(await subject().send(requestTo(`${subject().issuer}/jwks`))) as unknown as JwkSet

  rule(112, 'a code used twice → 400 invalid_grant', async () => {
    const code = await codeOf(subject())
    tokensIn(await redeem(code))
    const again = await redeem(code)
    expectError(again, 400, 'invalid_grant')
    expectDecidedBy(subject(), again, 'code-unused')
  })
  rule(113, 'and what it bought is dead, refreshed or not, also when it comes late', async () => {
    const code = await codeOf(subject())
    const first = tokensIn(await redeem(code))
    const second = tokensIn(await refresh(subject(), first.refresh_token))
    expect(await isActive(subject(), second.access_token)).toBe(true)
    subject().advance(100)
    const again = await redeem(code)
    expectDecidedBy(subject(), again, 'code-unused')
    if (again.checks.length > 0) {
      expect(again.checks.find(({ outcome }) => outcome === 'failed')?.consequence).toMatch(/revoked/)
    }
    for (const token of [first.access_token, second.access_token, second.refresh_token]) {
      expect(await isActive(subject(), token)).toBe(false)
    }
    expect((await userinfo(subject(), second.access_token)).response.status).toBe(401)
    const dead = await refresh(subject(), second.refresh_token)
    expectError(dead, 400, 'invalid_grant')
    expectDecidedBy(subject(), dead, 'authorization-not-revoked')
  })
  rule(113, 'but another client, or a failed try, revokes nothing', async () => {
    const code = await codeOf(subject())
    const { access_token } = tokensIn(await redeem(code))
    expectError(await redeem(code, {}, basic('other-app')), 400, 'invalid_grant')
    expectError(await redeem(code, {}, basic('web-app', 'wrong')), 401, 'invalid_client')
    expect(await isActive(subject(), access_token)).toBe(true)
  })
  rule(114, 'two redemptions at the same instant, 20 pairs: never two successes', async () => {
    for (let pair = 0; pair < 20; pair++) {
      const code = await codeOf(subject())
      const answers = await Promise.all([redeem(code), redeem(code)])
      const statuses = answers.map(({ response }) => response.status).sort()
      expect(statuses).toEqual([200, 400])
      for (const answer of answers.filter(({ response }) => response.status === 400)) {
        expectError(answer, 400, 'invalid_grant')
        expectDecidedBy(subject(), answer, 'code-unused')
      }
    }
  })
  rule(115, 'a code after its lifetime → 400 invalid_grant', async () => {
    const early = await codeOf(subject())
    subject().advance(59)
    expect((await redeem(early)).response.status).toBe(200)
    const late = await codeOf(subject())
    subject().advance(60)
    const answer = await redeem(late)
    expectError(answer, 400, 'invalid_grant')
    expectDecidedBy(subject(), answer, 'code-not-expired')
    const muchLater = await codeOf(subject())
    subject().advance(3 * 24 * 3600)
    expectError(await redeem(muchLater), 400, 'invalid_grant')
  })
  rule(116, 'the code of another client → 400 invalid_grant', async () => {
    const code = await codeOf(subject())
    const answer = await redeem(code, {}, basic('other-app'))
    expectError(answer, 400, 'invalid_grant')
    expectDecidedBy(subject(), answer, 'code-issued-to-client')
    expect((await redeem(code)).response.status).toBe(200)
  })
  rule(117, 'another redirect_uri than in the request → 400 invalid_grant', async () => {
    for (const redirect_uri of [`${redirectUri}/`, 'https://evil.example/', redirectUri.toUpperCase()]) {
      const answer = await redeem(await codeOf(subject()), { redirect_uri })
      expectError(answer, 400, 'invalid_grant')
      expectDecidedBy(subject(), answer, 'code-redirect-uri')
    }
  })
  rule(118, 'redirect_uri missing though the request had it → 400', async () => {
    const answer = await redeem(await codeOf(subject()), { redirect_uri: undefined })
    expectError(answer, 400, 'invalid_grant')
    expectDecidedBy(subject(), answer, 'code-redirect-uri')
  })
  rule(118, 'redirect_uri in neither of them works, and only the registered one is taken', async () => {
    const without = { redirect_uri: undefined, scope: 'orders:read' }
    expect(
      (await redeem(await codeOf(subject(), without), { redirect_uri: undefined })).response.status,
    ).toBe(200)
    expect((await redeem(await codeOf(subject(), without))).response.status).toBe(200)
    const other = await redeem(await codeOf(subject(), without), { redirect_uri: 'https://evil.example/' })
    expectError(other, 400, 'invalid_grant')
  })
  rule(119, 'a random code → 400 invalid_grant', async () => {
    for (const code of ['random', 'constructor', '__proto__', 'toString', 'x'.repeat(10_000)]) {
      const answer = await redeem(code)
      expectError(answer, 400, 'invalid_grant')
      expectDecidedBy(subject(), answer, 'code-known')
    }
    expectError(await redeem(''), 400, 'invalid_request')
  })
  rule(120, 'the claims of the ID Token', async () => {
    const claims = claimsOf((await tokensOf(subject())).id_token)
    expect(claims).toMatchObject({ iss: subject().issuer, aud: 'web-app', nonce: 'a nonce' })
    expect(Number(claims.exp)).toBeGreaterThan(Number(claims.iat))
    expect(Math.abs(Number(claims.iat) - subject().now())).toBeLessThan(60)
    expect(Number(claims.auth_time)).toBeLessThanOrEqual(Number(claims.iat))
  })
  rule(121, 'the ID Token verifies with a published key and an announced algorithm', async () => {
    const { keys } = await jwks()
    const code = await codeOf(subject(), { client_id: 'es256' })
    const ofEs256 = tokensIn(await redeem(code, {}, basic('es256'))).id_token
    const found = [
      [(await tokensOf(subject())).id_token, 'RS256'],
      [ofEs256, 'ES256'],
    ] as const
    for (const [token, alg] of found) {
      expect(headerIn(token)).toMatchObject({ alg, kid: expect.any(String) })
      expect(keys.map(({ kid }) => kid)).toContain(headerIn(token).kid)
      expect(await verifySignature(token, { keys }, [alg])).toEqual({ verified: true })
    }
  })
  rule(122, 'at_hash is right', async () => {
    const { id_token, access_token } = await tokensOf(subject())
    expect(claimsOf(id_token).at_hash).toBe(await halfHash(access_token, 'RS256'))
  })
  rule(123, 'no openid scope → no ID Token', async () => {
    const tokens = await tokensOf(subject(), { scope: 'profile orders:read' })
    expect(tokens).not.toHaveProperty('id_token')
  })
  rule(124, 'the same user has the same sub, another one another', async () => {
    const subs = [
      await tokensOf(subject()),
      await tokensOf(subject()),
      await tokensOf(subject(), {}, { person: bob }),
    ]
    const [first, second, ofBob] = subs.map(({ id_token }) => String(claimsOf(id_token).sub))
    expect(first).toMatch(/^[\x21-\x7E]{1,255}$/)
    expect(second).toBe(first)
    expect(ofBob).not.toBe(first)
  })
  rule(125, 'the access token is an at+jwt with its claims', async () => {
    const { access_token } = await tokensOf(subject())
    const claims = claimsOf(access_token)
    expect(headerIn(access_token)).toMatchObject({ typ: 'at+jwt', alg: 'ES256', kid: expect.any(String) })
    expect(claims).toMatchObject({
      iss: subject().issuer,
      sub: expect.any(String),
      aud: expect.arrayContaining(['https://api.glassbox.example', `${subject().issuer}/userinfo`]),
      client_id: 'web-app',
      scope: 'openid profile email offline_access orders:read',
      jti: expect.any(String),
      iat: subject().now(),
      exp: subject().now() + 300,
      auth_time: expect.any(Number),
    })
    expect(await verifySignature(access_token, await jwks(), ['ES256'])).toEqual({ verified: true })
    const plain = claimsOf((await tokensOf(subject(), { scope: 'orders:read' })).access_token)
    expect(plain.aud).toEqual(['https://api.glassbox.example'])
    expect(plain.jti).not.toBe(claims.jti)
  })
  rule(126, 'an ID Token is no access token, and the reverse', async () => {
    const { id_token, access_token } = await tokensOf(subject())
    const answer = await userinfo(subject(), id_token)
    expect(answer.response.status).toBe(401)
    expectDecidedBy(subject(), answer, 'access-token-type')
    expect(await introspect(subject(), id_token)).toEqual({ active: false })
    // What a client rejects about an access token in the place of an ID Token: typ and aud.
    expect(headerIn(access_token).typ).not.toBe(headerIn(id_token).typ)
    expect(claimsOf(access_token).aud).not.toContain('web-app')
  })
}
