import { expect } from 'vitest'
import {
  basic,
  call,
  codeOf,
  expectError,
  isActive,
  type Parameters,
  redemption,
  refresh,
  tokensIn,
  tokensOf,
  userinfo,
} from './grant.fixture.ts'
import { expectDecidedBy, rule } from './rule.fixture.ts'
import type { Subject } from './subject.fixture.ts'

export function revocationRules(subject: () => Subject): void {
  const revoke = async (parameters: Parameters, client = [basic('web-app')]) => {
    const answer = await call(subject(), '/revoke', parameters, client)
    return answer.response.status
  }

  rule(177, 'an access token ends: inactive, and refused at UserInfo; the rest lives on', async () => {
    const { access_token, refresh_token } = await tokensOf(subject())
    expect(await revoke({ token: access_token })).toBe(200)
    expect(await isActive(subject(), access_token)).toBe(false)
    const answer = await userinfo(subject(), access_token)
    expect(answer.response.status).toBe(401)
    expectDecidedBy(subject(), answer, 'access-token-not-revoked')
    expect((await refresh(subject(), refresh_token)).response.status).toBe(200)
  })
  rule(178, 'a refresh token takes its access tokens with it', async () => {
    const first = await tokensOf(subject())
    const second = tokensIn(await refresh(subject(), first.refresh_token))
    expect(await revoke({ token: second.refresh_token })).toBe(200)
    for (const { access_token } of [first, second]) {
      expect(await isActive(subject(), access_token)).toBe(false)
      expect((await userinfo(subject(), access_token)).response.status).toBe(401)
    }
    expectError(await refresh(subject(), second.refresh_token), 400, 'invalid_grant')
  })
  rule(179, 'an unknown token → 200', async () => {
    for (const token of ['unknown', '__proto__', 'a.b.c']) expect(await revoke({ token })).toBe(200)
  })
  rule(180, 'another client cannot end a token', async () => {
    const { access_token, refresh_token } = await tokensOf(subject())
    for (const token of [access_token, refresh_token]) {
      const answer = await call(subject(), '/revoke', { token }, [basic('other-app')])
      expect(answer.response.status).toBe(200)
      expectDecidedBy(subject(), answer, 'token-issued-to-client')
    }
    expect(await isActive(subject(), access_token)).toBe(true)
    expect(await isActive(subject(), refresh_token)).toBe(true)
  })
  rule(181, 'a client that is not authenticated → 401', async () => {
    const { refresh_token: token } = await tokensOf(subject())
    expectError(await call(subject(), '/revoke', { token }, []), 401, 'invalid_client')
    expectError(await call(subject(), '/revoke', { token, client_id: 'web-app' }, []), 401, 'invalid_client')
    expect(await isActive(subject(), token)).toBe(true)
  })
  rule(182, 'token missing → 400 invalid_request', async () => {
    const answer = await call(subject(), '/revoke', {})
    expectError(answer, 400, 'invalid_request')
    expectDecidedBy(subject(), answer, 'token-present')
  })
  rule(183, 'an unknown token_type_hint is ignored', async () => {
    const { access_token, refresh_token } = await tokensOf(subject())
    expect(await revoke({ token: access_token, token_type_hint: 'saml' })).toBe(200)
    expect(await isActive(subject(), access_token)).toBe(false)
    expect(await revoke({ token: refresh_token, token_type_hint: 'access_token' })).toBe(200)
    expect(await isActive(subject(), refresh_token)).toBe(false)
  })
  rule(184, 'a public client may end its own token with its client_id alone', async () => {
    const code = await codeOf(subject(), { client_id: 'spa' })
    const tokens = tokensIn(await call(subject(), '/token', { ...redemption(code), client_id: 'spa' }, []))
    expect(await revoke({ token: tokens.refresh_token, client_id: 'spa' }, [])).toBe(200)
    expect((await userinfo(subject(), tokens.access_token)).response.status).toBe(401)
  })
}
