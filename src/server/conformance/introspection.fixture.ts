import { expect } from 'vitest'
import { requestTo } from '../../http/message.ts'
import {
  basic,
  bodyOf,
  call,
  claimsOf,
  expectError,
  introspect,
  refresh,
  tokensIn,
  tokensOf,
} from './grant.fixture.ts'
import { expectDecidedBy, rule } from './rule.fixture.ts'
import type { Subject } from './subject.fixture.ts'

export function introspectionRules(subject: () => Subject): void {
  rule(170, 'a live token → active with what is known of it', async () => {
    const { access_token, refresh_token } = await tokensOf(subject())
    const { iss, sub, aud, exp, iat, jti, scope } = claimsOf(access_token)
    expect(await introspect(subject(), access_token)).toEqual({
      active: true,
      token_type: 'Bearer',
      client_id: 'web-app',
      ...{ iss, sub, aud, exp, iat, jti, scope },
    })
    expect(await introspect(subject(), refresh_token)).toEqual({
      active: true,
      client_id: 'web-app',
      exp: subject().now() + 24 * 3600,
      ...{ iss, sub, iat, scope },
    })
  })
  rule(171, 'unknown, changed, expired, spent, revoked → exactly {"active":false}', async () => {
    const inactive = async (token: string, check: string) => {
      const answer = await call(subject(), '/introspect', { token })
      expect(answer.response.status).toBe(200)
      expect(answer.response.body).toBe('{"active":false}')
      expectDecidedBy(subject(), answer, check)
    }
    const first = await tokensOf(subject())
    const second = tokensIn(await refresh(subject(), first.refresh_token))
    await inactive('unknown', 'token-known')
    await inactive('__proto__', 'token-known')
    await inactive(`${first.access_token.slice(0, -8)}AAAAAAAA`, 'token-known')
    await inactive(first.id_token, 'token-known')
    await inactive(first.refresh_token, 'token-unspent')
    await call(subject(), '/revoke', { token: second.access_token })
    await inactive(second.access_token, 'token-unspent')
    subject().advance(300)
    await inactive(first.access_token, 'token-not-expired')
    await call(subject(), '/revoke', { token: second.refresh_token })
    await inactive(second.refresh_token, 'authorization-not-revoked')
  })
  rule(172, 'a caller who is not authenticated → 401', async () => {
    const { access_token: token } = await tokensOf(subject())
    expectError(await call(subject(), '/introspect', { token }, []), 401, 'invalid_client')
    expectError(
      await call(subject(), '/introspect', { token }, [basic('web-app', 'x')]),
      401,
      'invalid_client',
    )
    const asPublic = await call(subject(), '/introspect', { token, client_id: 'spa' }, [])
    expectError(asPublic, 401, 'invalid_client')
    expectDecidedBy(subject(), asPublic, 'caller-confidential')
  })
  rule(173, 'token missing → 400 invalid_request', async () => {
    for (const token of [undefined, '']) {
      const answer = await call(subject(), '/introspect', { token })
      expectError(answer, 400, 'invalid_request')
      expectDecidedBy(subject(), answer, 'token-present')
    }
  })
  rule(174, 'a wrong token_type_hint → still found', async () => {
    const { access_token, refresh_token } = await tokensOf(subject())
    const pairs = [
      [access_token, 'refresh_token'],
      [refresh_token, 'access_token'],
      [access_token, 'saml'],
    ] as const
    for (const [token, token_type_hint] of pairs) {
      const answer = await call(subject(), '/introspect', { token, token_type_hint })
      expect(bodyOf(answer).active).toBe(true)
    }
  })
  rule(175, 'a foreign token is inactive, but for the API that it is for', async () => {
    const { access_token, refresh_token } = await tokensOf(subject())
    expect(await introspect(subject(), access_token, basic('other-app'))).toEqual({ active: false })
    expect(await introspect(subject(), refresh_token, basic('orders-api'))).toEqual({ active: false })
    expect(await introspect(subject(), access_token, basic('orders-api'))).toMatchObject({
      active: true,
      client_id: 'web-app',
      scope: claimsOf(access_token).scope,
    })
  })
  rule(176, 'GET → 405', async () => {
    const { response } = await subject().send(requestTo(`${subject().issuer}/introspect?token=x`))
    expect(response.status).toBe(405)
  })
}
