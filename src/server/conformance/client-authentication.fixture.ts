import { expect } from 'vitest'
import { type Answer, type Header, headerOf } from '../../http/message.ts'
import {
  basic,
  call,
  codeOf,
  expectError,
  type Parameters,
  redemption,
  refresh,
  tokensOf,
  webApp,
} from './grant.fixture.ts'
import { expectDecidedBy, rule } from './rule.fixture.ts'
import type { Subject } from './subject.fixture.ts'

export function clientAuthenticationRules(subject: () => Subject): void {
  /** Redeems a good code of that client with other credentials. */
  const redeem = async (client_id: string, headers: readonly Header[], more: Parameters = {}) =>
    call(subject(), '/token', { ...redemption(await codeOf(subject(), { client_id })), ...more }, headers)
  const raw = (text: string): Header => ['Authorization', `Basic ${btoa(text)}`]
  const expectNotBelieved = (answer: Answer, check: string) => {
    expectError(answer, 401, 'invalid_client')
    expect(headerOf(answer.response, 'www-authenticate')).toMatch(/^Basic realm="/)
    expectDecidedBy(subject(), answer, check)
  }

  rule(97, 'Basic with the right secret', async () => {
    expect((await redeem('web-app', [webApp])).response.status).toBe(200)
    const lower: Header = ['authorization', `bAsIc ${btoa('web-app:web-app-secret')}`]
    expect((await redeem('web-app', [lower])).response.status).toBe(200)
  })
  rule(98, 'Basic with form-encoded id and secret, over-encoded too', async () => {
    const id = 'we:ird+%id'
    expect((await redeem(id, [basic(id, 's3cr:et+/%&=~')])).response.status).toBe(200)
    const everything = [...'s3cr:et+/%&=~'].map(
      (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
    )
    const overEncoded = raw(`we%3aird%2B%25id:${everything.join('')}`)
    expect((await redeem(id, [overEncoded])).response.status).toBe(200)
    expect((await redeem('hyphen', [raw('hyphen:basic%2Dsecret')])).response.status).toBe(200)
  })
  rule(99, 'Basic with a wrong secret → 401 invalid_client, WWW-Authenticate: Basic', async () => {
    for (const secret of ['wrong', '', 'web-app-secret ', 'web-app-secre', 'Web-app-secret']) {
      expectNotBelieved(await redeem('web-app', [basic('web-app', secret)]), 'client-secret')
    }
  })
  const inBody = (client_secret: string, client_id = 'back-office') =>
    redeem('back-office', [], { client_id, client_secret })
  rule(100, 'a wrong secret in the body → 401 invalid_client', async () => {
    expectNotBelieved(await inBody('wrong'), 'client-secret')
    expect((await inBody('back-office-secret')).response.status).toBe(200)
  })
  rule(101, 'an unknown client is answered exactly like a wrong secret', async () => {
    const wrong = await redeem('web-app', [basic('web-app', 'wrong')])
    const others = [
      await redeem('web-app', [basic('nobody', 'wrong')]),
      await redeem('web-app', [basic('constructor', 'wrong')]),
      await inBody('wrong', 'nobody'),
      await inBody('back-office-secret', 'web-app'),
    ]
    for (const answer of others) expect(answer.response).toEqual(wrong.response)
    expectDecidedBy(subject(), others[0] as Answer, 'client-known')
  })
  rule(102, 'a confidential client without any authentication → invalid_client', async () => {
    expectNotBelieved(await redeem('web-app', []), 'client-identified')
    expectNotBelieved(await redeem('web-app', [], { client_id: 'web-app' }), 'authentication-method')
    expectNotBelieved(
      await redeem('web-app', [], { client_id: 'web-app', client_secret: '' }),
      'authentication-method',
    )
  })
  rule(103, 'Basic and client_secret together → 400 invalid_request', async () => {
    for (const client_secret of ['web-app-secret', 'another']) {
      const answer = await redeem('web-app', [webApp], { client_secret })
      expectError(answer, 400, 'invalid_request')
      expectDecidedBy(subject(), answer, 'one-authentication-method')
    }
    expectError(await redeem('web-app', [webApp, webApp]), 400, 'invalid_request')
  })
  rule(104, 'another client_id in the body than in Basic → 400 invalid_request', async () => {
    const answer = await redeem('web-app', [webApp], { client_id: 'spa' })
    expectError(answer, 400, 'invalid_request')
    expectDecidedBy(subject(), answer, 'client-id-agrees')
    expect((await redeem('web-app', [webApp], { client_id: 'web-app' })).response.status).toBe(200)
  })
  rule(105, 'another method than the registered one → invalid_client', async () => {
    expectNotBelieved(
      await redeem('web-app', [], { client_id: 'web-app', client_secret: 'web-app-secret' }),
      'authentication-method',
    )
    expectNotBelieved(await redeem('back-office', [basic('back-office')]), 'authentication-method')
  })
  rule(106, 'Basic that cannot be read → 401, never 500', async () => {
    const fields = [
      'Basic !!!',
      'Basic',
      'Basic ',
      `Basic ${btoa('no colon')}`,
      `Basic ${btoa('\xff\xfe:\xff')}`,
      `Basic ${btoa('%:%')}`,
      `Basic ${btoa('%zz:x')}`,
      'Bearer abc',
      'Digest username="x"',
      ':',
    ]
    for (const field of fields) {
      expectNotBelieved(await redeem('web-app', [['Authorization', field]]), 'basic-credentials')
    }
    expectNotBelieved(await redeem('web-app', [raw(':')]), 'client-known')
  })
  rule(107, 'a public client is known by its client_id, and a made-up secret is refused', async () => {
    expect((await redeem('spa', [], { client_id: 'spa' })).response.status).toBe(200)
    expectNotBelieved(
      await redeem('spa', [], { client_id: 'spa', client_secret: 'made-up' }),
      'authentication-method',
    )
    expectNotBelieved(await redeem('spa', [basic('spa', 'made-up')]), 'authentication-method')
    expectNotBelieved(await redeem('spa', [basic('spa', '')]), 'authentication-method')
  })
  rule(134, 'a confidential client that does not authenticate gets no refresh', async () => {
    const { refresh_token } = await tokensOf(subject())
    expectNotBelieved(
      await refresh(subject(), refresh_token, { client_id: 'web-app' }, []),
      'authentication-method',
    )
    expect((await refresh(subject(), refresh_token)).response.status).toBe(200)
  })
}
