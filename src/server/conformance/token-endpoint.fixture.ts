import { expect } from 'vitest'
import { formOf } from '../../http/form.ts'
import { type Header, headerOf, requestTo } from '../../http/message.ts'
import {
  basic,
  bodyOf,
  call,
  codeOf,
  expectError,
  given,
  type Parameters,
  redemption,
  refresh,
  tokensOf,
  webApp,
} from './grant.fixture.ts'
import { expectDecidedBy, rule } from './rule.fixture.ts'
import type { Subject } from './subject.fixture.ts'
import { formType } from './user-agent.fixture.ts'

export function tokenEndpointRules(subject: () => Subject): void {
  const send = (body: string, headers: readonly Header[] = [formType, webApp], query = '') =>
    subject().send(requestTo(`${subject().issuer}/token${query}`, { method: 'POST', headers, body }))
  const good = async () => formOf(given(redemption(await codeOf(subject()))))

  rule(86, 'GET → 405, never a token', async () => {
    const query = await good()
    const url = `${subject().issuer}/token?${query}`
    const { response } = await subject().send(requestTo(url, { headers: [webApp] }))
    expect(response.status).toBe(405)
    expect(headerOf(response, 'allow')).toContain('POST')
    expect(response.body).not.toContain('access_token')
  })
  rule(87, 'another body than a form → 400 invalid_request', async () => {
    const parameters = redemption(await codeOf(subject()))
    const bodies: [string | undefined, string][] = [
      ['application/json', JSON.stringify(parameters)],
      ['text/plain', formOf(given(parameters))],
      ['multipart/form-data; boundary=x', formOf(given(parameters))],
      [undefined, formOf(given(parameters))],
    ]
    for (const [type, body] of bodies) {
      const headers: readonly Header[] = type === undefined ? [webApp] : [['Content-Type', type], webApp]
      const answer = await send(body, headers)
      expectError(answer, 400, 'invalid_request')
      expectDecidedBy(subject(), answer, 'form-media-type')
    }
    const withCharset: Header = ['content-type', 'Application/X-WWW-Form-Urlencoded; charset=UTF-8']
    expect((await send(formOf(given(parameters)), [withCharset, webApp])).response.status).toBe(200)
  })
  rule(88, 'grant_type missing → 400 invalid_request', async () => {
    for (const grant_type of [undefined, '']) {
      const answer = await call(subject(), '/token', { grant_type, code: 'x' })
      expectError(answer, 400, 'invalid_request')
      expectDecidedBy(subject(), answer, 'grant-type-present')
    }
  })
  rule(89, 'grant_type=foo → 400 unsupported_grant_type', async () => {
    for (const grant_type of ['foo', 'AUTHORIZATION_CODE', 'toString', '__proto__']) {
      const answer = await call(subject(), '/token', { grant_type })
      expectError(answer, 400, 'unsupported_grant_type')
      expectDecidedBy(subject(), answer, 'grant-type-supported')
    }
  })
  rule(90, 'a grant that this client may not use → 400 unauthorized_client', async () => {
    const { refresh_token } = await tokensOf(subject())
    const answer = await refresh(subject(), refresh_token, {}, [basic('no-refresh')])
    expectError(answer, 400, 'unauthorized_client')
    expectDecidedBy(subject(), answer, 'grant-type-allowed')
    const code = await codeOf(subject(), { client_id: 'no-refresh' })
    const tokens = await call(subject(), '/token', redemption(code), [basic('no-refresh')])
    expect(bodyOf(tokens)).not.toHaveProperty('refresh_token')
  })
  rule(91, 'a parameter twice → 400 invalid_request, but for resource and audience', async () => {
    const twice = [
      'code=x',
      'grant_type=authorization_code',
      'redirect_uri=',
      'foo=1&foo=1',
      'code_verifier=y',
    ]
    for (const more of twice) {
      const answer = await send(`${await good()}&${more}`)
      expectError(answer, 400, 'invalid_request')
      expectDecidedBy(subject(), answer, 'parameters-once')
    }
    const repeated = 'resource=https%3A%2F%2Fa&resource=https%3A%2F%2Fb&audience=a&audience=b'
    expect((await send(`${await good()}&${repeated}`)).response.status).toBe(200)
  })
  rule(92, 'parameters in the query → 400 invalid_request', async () => {
    const all = await send('', undefined, `?${await good()}`)
    const one = await send(await good(), undefined, '?client_secret=in-the-log')
    for (const answer of [all, one]) {
      expectError(answer, 400, 'invalid_request')
      expectDecidedBy(subject(), answer, 'parameters-in-body')
    }
    const own = await send(await good(), undefined, '?foo=bar')
    expect(own.response.status).toBe(200)
  })
  rule(93, 'success is JSON that nobody stores', async () => {
    const { response } = await send(await good())
    expect(response.status).toBe(200)
    expect(headerOf(response, 'content-type')).toMatch(/^application\/json/)
    expect(headerOf(response, 'cache-control')).toBe('no-store')
    expect(headerOf(response, 'pragma')).toBe('no-cache')
  })
  rule(94, 'failure is JSON with a registered code that nobody stores', async () => {
    const registered =
      'invalid_request invalid_client invalid_grant unauthorized_client unsupported_grant_type invalid_scope'
    const requests: Parameters[] = [{}, { grant_type: 'x' }, redemption('x'), redemption('')]
    for (const parameters of requests) {
      const answer = await call(subject(), '/token', parameters)
      expectError(answer, 400, String(bodyOf(answer).error))
      expect(registered.split(' ')).toContain(bodyOf(answer).error)
      expect(bodyOf(answer).error_description).toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/)
    }
  })
  rule(95, 'access_token, token_type, expires_in and scope', async () => {
    expect(await tokensOf(subject(), { scope: 'orders:read openid' })).toMatchObject({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'orders:read openid',
    })
  })
  rule(96, 'an unknown parameter is ignored, an empty one counts as absent', async () => {
    expect((await send(`${await good()}&foo=bar&client_id=&scope=&=`)).response.status).toBe(200)
  })
}
