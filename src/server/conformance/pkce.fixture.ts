import { expect } from 'vitest'
import { codeChallenge } from '../../oauth/pkce.ts'
import {
  ask,
  bodyOf,
  call,
  codeOf,
  expectError,
  expectRedirectedError,
  pkce,
  redemption,
  tokensIn,
} from './grant.fixture.ts'
import { expectDecidedBy, rule } from './rule.fixture.ts'
import { conformanceConfiguration, type Start, type Subject } from './subject.fixture.ts'
import { userAgent } from './user-agent.fixture.ts'

export function pkceRules(subject: () => Subject, start: Start): void {
  const withPlain: Start = (configure, options) =>
    start((issuer) => ({ ...configure(issuer), policies: { allowPlainPkce: true } }), options)
  const verify = async (code: string, code_verifier?: string) =>
    call(subject(), '/token', { ...redemption(code), code_verifier })

  rule(74, 'the right S256 verifier → tokens', async () => {
    for (const verifier of [`${'a'.repeat(43)}`, `${'-._~09AZaz'.repeat(12)}12345678`]) {
      const code_challenge = await codeChallenge(verifier, 'S256')
      expect((await verify(await codeOf(subject(), { code_challenge }), verifier)).response.status).toBe(200)
    }
  })
  rule(75, 'the pair of RFC 7636 appendix B works', async () => {
    expect(await codeChallenge(pkce.code_verifier, 'S256')).toBe(pkce.code_challenge)
    expect((await verify(await codeOf(subject()), pkce.code_verifier)).response.status).toBe(200)
  })
  rule(76, 'wrong verifier → 400 invalid_grant', async () => {
    for (const wrong of ['a'.repeat(43), pkce.code_challenge, `${pkce.code_verifier}x`]) {
      const answer = await verify(await codeOf(subject()), wrong)
      expectError(answer, 400, 'invalid_grant')
      expectDecidedBy(subject(), answer, 'code-verifier')
    }
  })
  rule(77, 'verifier missing → 400 invalid_grant', async () => {
    for (const missing of [undefined, '']) {
      const answer = await verify(await codeOf(subject()), missing)
      expectError(answer, 400, 'invalid_grant')
      expectDecidedBy(subject(), answer, 'code-verifier-due')
    }
  })
  const withoutPkce = { code_challenge: undefined, code_challenge_method: undefined }
  rule(78, 'verifier without a challenge → 400 invalid_grant', async () => {
    const answer = await verify(await codeOf(subject(), withoutPkce), pkce.code_verifier)
    expectError(answer, 400, 'invalid_grant')
    expectDecidedBy(subject(), answer, 'code-verifier-due')
  })
  rule(78, 'a confidential client may do without both', async () => {
    expect((await verify(await codeOf(subject(), withoutPkce))).response.status).toBe(200)
  })
  rule(79, 'an S256 challenge without its method is plain', async () => {
    const refusal = await ask(subject(), { code_challenge_method: undefined })
    expectRedirectedError(refusal, 'invalid_request')
    expectDecidedBy(subject(), refusal, 'code-challenge-method-allowed')

    const lenient = await withPlain(conformanceConfiguration)
    const code = await codeOf(lenient, { code_challenge_method: undefined })
    expectError(await call(lenient, '/token', redemption(code)), 400, 'invalid_grant')
    const asPlain = { ...redemption(code), code_verifier: pkce.code_challenge }
    expect(tokensIn(await call(lenient, '/token', asPlain)).token_type).toBe('Bearer')
    const explicit = await codeOf(lenient, { code_challenge_method: 'plain' })
    expectError(await call(lenient, '/token', redemption(explicit)), 400, 'invalid_grant')
    const metadata = await userAgent(lenient).get(`${lenient.issuer}/.well-known/openid-configuration`)
    expect(bodyOf(metadata).code_challenge_methods_supported).toEqual(['S256', 'plain'])
  })
  rule(80, 'code_challenge_method=S999 → invalid_request', async () => {
    for (const code_challenge_method of ['S999', 's256', 'S256 ', 'PLAIN']) {
      const answer = await ask(subject(), { code_challenge_method })
      expectRedirectedError(answer, 'invalid_request')
      expectDecidedBy(subject(), answer, 'code-challenge-method-known')
    }
  })
  rule(80, 'a method without its challenge → invalid_request', async () => {
    expectRedirectedError(await ask(subject(), { code_challenge: undefined }), 'invalid_request')
  })
  rule(81, 'plain is refused where it is not announced', async () => {
    const answer = await ask(subject(), { code_challenge_method: 'plain' })
    expectRedirectedError(answer, 'invalid_request')
    expectDecidedBy(subject(), answer, 'code-challenge-method-allowed')
  })
  rule(82, 'verifier of 42 or 129 characters, or with a ! → 400', async () => {
    for (const verifier of ['a'.repeat(42), 'a'.repeat(129), `${'a'.repeat(42)}!`, `${'a'.repeat(42)}é`]) {
      const code_challenge = await codeChallenge(verifier, 'S256')
      const answer = await verify(await codeOf(subject(), { code_challenge }), verifier)
      expectError(answer, 400, 'invalid_grant')
      expectDecidedBy(subject(), answer, 'code-verifier-syntax')
    }
  })
  rule(83, 'a public client without code_challenge → invalid_request', async () => {
    const answer = await ask(subject(), { client_id: 'spa', ...withoutPkce })
    expectRedirectedError(answer, 'invalid_request')
    expectDecidedBy(subject(), answer, 'code-challenge-present')
  })
  rule(84, 'code_challenge that is too short, too long or padded → invalid_request', async () => {
    for (const code_challenge of ['a'.repeat(10), 'a'.repeat(129), `${pkce.code_challenge}=`]) {
      const answer = await ask(subject(), { code_challenge })
      expectRedirectedError(answer, 'invalid_request')
      expectDecidedBy(subject(), answer, 'code-challenge-syntax')
    }
  })
  rule(85, 'after a failed verifier the right one still works, and none at all never does', async () => {
    const code = await codeOf(subject())
    expectError(await verify(code, 'a'.repeat(43)), 400, 'invalid_grant')
    expectError(await verify(code), 400, 'invalid_grant')
    expect((await verify(code, pkce.code_verifier)).response.status).toBe(200)
  })
}
