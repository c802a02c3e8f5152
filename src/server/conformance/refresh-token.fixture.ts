import { expect } from 'vitest'
import {
  basic,
  call,
  claimsOf,
  codeOf,
  expectError,
  headerIn,
  isActive,
  redemption,
  refresh,
  tokensIn,
  tokensOf,
} from './grant.fixture.ts'
import { expectDecidedBy, rule } from './rule.fixture.ts'
import type { Subject } from './subject.fixture.ts'

export function refreshTokenRules(subject: () => Subject): void {
  rule(127, 'refresh → a new access token', async () => {
    const before = await tokensOf(subject())
    subject().advance(400)
    expect(await isActive(subject(), before.access_token)).toBe(false)
    const after = tokensIn(await refresh(subject(), before.refresh_token))
    expect(after).toMatchObject({ token_type: 'Bearer', expires_in: 300, scope: before.scope })
    expect(after.access_token).not.toBe(before.access_token)
    expect(await isActive(subject(), after.access_token)).toBe(true)
  })
  rule(127, 'a chain of refreshes outlives the first refresh token', async () => {
    let tokens = await tokensOf(subject())
    for (let day = 0; day < 4; day++) {
      subject().advance(23 * 3600)
      tokens = tokensIn(await refresh(subject(), tokens.refresh_token))
    }
    expect(await isActive(subject(), tokens.access_token)).toBe(true)
    subject().advance(24 * 3600)
    const late = await refresh(subject(), tokens.refresh_token)
    expectError(late, 400, 'invalid_grant')
    expectDecidedBy(subject(), late, 'refresh-token-not-expired')
  })
  rule(128, 'the refresh token of a public client rotates', async () => {
    const code = await codeOf(subject(), { client_id: 'spa' })
    const first = tokensIn(await call(subject(), '/token', { ...redemption(code), client_id: 'spa' }, []))
    const second = tokensIn(await refresh(subject(), first.refresh_token, { client_id: 'spa' }, []))
    expect(second.refresh_token).not.toBe(first.refresh_token)
  })
  rule(129, 'a rotated one again → 400 invalid_grant, and the newest of the family is dead', async () => {
    const first = await tokensOf(subject())
    const second = tokensIn(await refresh(subject(), first.refresh_token))
    const third = tokensIn(await refresh(subject(), second.refresh_token))
    const again = await refresh(subject(), first.refresh_token)
    expectError(again, 400, 'invalid_grant')
    expectDecidedBy(subject(), again, 'refresh-token-unused')
    expect(await isActive(subject(), third.access_token)).toBe(false)
    const newest = await refresh(subject(), third.refresh_token)
    expectError(newest, 400, 'invalid_grant')
    expectDecidedBy(subject(), newest, 'authorization-not-revoked')
  })
  rule(130, 'the refresh token of another client → 400 invalid_grant', async () => {
    const { refresh_token } = await tokensOf(subject())
    const answer = await refresh(subject(), refresh_token, {}, [basic('other-app')])
    expectError(answer, 400, 'invalid_grant')
    expectDecidedBy(subject(), answer, 'refresh-token-issued-to-client')
    expect((await refresh(subject(), refresh_token)).response.status).toBe(200)
  })
  rule(131, 'a wider scope → 400 invalid_scope', async () => {
    const { refresh_token } = await tokensOf(subject(), { scope: 'openid orders:read' })
    for (const scope of ['openid orders:read orders:write', 'admin', 'orders:read  openid', '"']) {
      const answer = await refresh(subject(), refresh_token, { scope })
      expectError(answer, 400, 'invalid_scope')
      expectDecidedBy(subject(), answer, 'refresh-scope')
    }
    expect((await refresh(subject(), refresh_token)).response.status).toBe(200)
  })
  rule(132, 'a narrower scope, and the original one again after it', async () => {
    const { refresh_token, scope } = await tokensOf(subject())
    const narrow = tokensIn(await refresh(subject(), refresh_token, { scope: 'orders:read' }))
    expect(narrow.scope).toBe('orders:read')
    expect(narrow).not.toHaveProperty('id_token')
    expect(claimsOf(narrow.access_token)).toMatchObject({
      scope: 'orders:read',
      aud: ['https://api.glassbox.example'],
    })
    const wide = tokensIn(await refresh(subject(), narrow.refresh_token, { scope }))
    expect(wide.scope).toBe(scope)
    expect(tokensIn(await refresh(subject(), wide.refresh_token)).scope).toBe(scope)
  })
  rule(133, 'a refreshed ID Token has the same iss, sub, aud and auth_time', async () => {
    const first = await tokensOf(subject())
    subject().advance(100)
    const second = tokensIn(await refresh(subject(), first.refresh_token))
    const [before, after] = [claimsOf(first.id_token), claimsOf(second.id_token)]
    for (const claim of ['iss', 'sub', 'aud', 'auth_time']) expect(after[claim]).toEqual(before[claim])
    expect(after.iat).toBe(Number(before.iat) + 100)
    expect(after).not.toHaveProperty('nonce')
    expect(headerIn(second.id_token)).toEqual(headerIn(first.id_token))
  })
  rule(135, 'garbage → 400 invalid_grant', async () => {
    const { access_token } = await tokensOf(subject())
    for (const garbage of ['x', 'constructor', '__proto__', access_token]) {
      const answer = await refresh(subject(), garbage)
      expectError(answer, 400, 'invalid_grant')
      expectDecidedBy(subject(), answer, 'refresh-token-known')
    }
    expectError(await refresh(subject(), ''), 400, 'invalid_request')
  })
  rule(136, 'two refreshes at once: at most one chain lives on', async () => {
    const { refresh_token } = await tokensOf(subject())
    const answers = await Promise.all([refresh(subject(), refresh_token), refresh(subject(), refresh_token)])
    expect(answers.map(({ response }) => response.status).sort()).toEqual([200, 400])
    const loser = answers.filter(({ response }) => response.status === 400)
    for (const answer of loser) expectDecidedBy(subject(), answer, 'refresh-token-unused')
  })
}
