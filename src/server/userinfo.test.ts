import { describe, expect, it } from 'vitest'
import { requestTo } from '../http/message.ts'
import { signJwt } from '../jwt/sign.ts'
import { createAuthorizationServer } from './authorization-server.ts'
import { claimsOf, headerIn, tokensOf } from './conformance/grant.fixture.ts'
import { conformanceConfiguration } from './conformance/subject.fixture.ts'
import { createMemoryStore } from './memory-store.ts'

const clock = () => 1_800_000_000_000
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const store = createMemoryStore({ clock })
const issuer = 'https://as.glassbox.example'

const serverOver = (issuer: string) =>
  createAuthorizationServer({ configuration: conformanceConfiguration(issuer), store, clock, random })

const server = serverOver(issuer)
const subject = {
  issuer,
  seesChecks: true,
  send: server.handle,
  advance: () => {},
  now: () => clock() / 1000,
  rotate: server.keys.rotate,
  restart: async () => {},
  log: [],
}

/** What UserInfo says of a token, by a server of that issuer over the same store. */
const judge = async (token: string, by = issuer) => {
  const request = requestTo(`${by}/userinfo`, { headers: [['Authorization', `Bearer ${token}`]] })
  const { response, checks } = await serverOver(by).handle(request)
  return [response.status, checks.find(({ outcome }) => outcome === 'failed')?.id]
}

/** The same token with other claims or another header, signed by the server's own key. */
async function changed(token: string, claims: object, header: object = {}): Promise<string> {
  const { kid, alg, key } = await server.keys.signing('ES256')
  return signJwt({ ...headerIn(token), ...header, alg, kid }, { ...claimsOf(token), ...claims }, key)
}

describe('UserInfo', () => {
  it('takes a token from another server object over the same store', async () => {
    expect(await judge((await tokensOf(subject)).access_token)).toEqual([200, undefined])
  })
  it('refuses a token of its own key that another issuer made, or that is for another resource', async () => {
    const { access_token } = await tokensOf(subject)
    const elsewhere = await changed(access_token, { iss: 'https://other.example' })
    expect(await judge(elsewhere)).toEqual([401, 'access-token-issuer'])
    expect(await judge(access_token, 'https://other.example')).toEqual([401, 'access-token-issuer'])
    for (const aud of ['https://api.glassbox.example', [], undefined, `${issuer}/`]) {
      expect(await judge(await changed(access_token, { aud }))).toEqual([401, 'access-token-audience'])
    }
    expect(await judge(await changed(access_token, { aud: `${issuer}/userinfo` }))).toEqual([200, undefined])
  })
  it('refuses what is not an access token, is for nobody, or is not remembered', async () => {
    const { access_token } = await tokensOf(subject)
    for (const typ of ['JWT', undefined, 'at', 'dpop+jwt']) {
      expect(await judge(await changed(access_token, {}, { typ }))).toEqual([401, 'access-token-type'])
    }
    expect(await judge(await changed(access_token, {}, { typ: 'application/AT+JWT' }))).toEqual([
      200,
      undefined,
    ])
    expect(await judge(await changed(access_token, { sub: 'nobody' }))).toEqual([401, 'subject-known'])
    for (const jti of ['unknown', '__proto__', undefined, 7]) {
      expect(await judge(await changed(access_token, { jti }))).toEqual([401, 'access-token-not-revoked'])
    }
    for (const exp of [undefined, 'soon', clock() / 1000]) {
      expect(await judge(await changed(access_token, { exp }))).toEqual([401, 'access-token-not-expired'])
    }
  })
})
