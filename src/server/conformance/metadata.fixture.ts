import { expect } from 'vitest'
import { type Answer, headerOf, requestTo } from '../../http/message.ts'
import { verifySignature } from '../../jwt/verify.ts'
import { bodyOf, call, headerIn, tokensOf } from './grant.fixture.ts'
import { rule } from './rule.fixture.ts'
import { conformanceConfiguration, type Start, type Subject } from './subject.fixture.ts'

const get = (
  subject: Subject,
  url: string,
  headers: readonly (readonly [string, string])[] = [],
): Promise<Answer> => subject.send(requestTo(url, { headers }))

const metadataOf = async (subject: Subject) =>
  bodyOf(await get(subject, `${subject.issuer}/.well-known/openid-configuration`))

const jwksOf = async (subject: Subject) => {
  const { jwks_uri } = await metadataOf(subject)
  return bodyOf(await get(subject, String(jwks_uri))) as {
    keys: { kid: string; [member: string]: unknown }[]
  }
}

export function metadataRules(subject: () => Subject, start: Start): void {
  rule(1, 'OIDC metadata names the issuer, byte for byte', async () => {
    const { response } = await get(subject(), `${subject().issuer}/.well-known/openid-configuration`)
    expect(response.status).toBe(200)
    expect(headerOf(response, 'content-type')).toBe('application/json')
    expect(JSON.parse(response.body).issuer).toBe(subject().issuer)
  })
  rule(2, 'OAuth metadata says the same, also below an issuer with a path', async () => {
    const { origin } = new URL(subject().issuer)
    const answer = await get(subject(), `${origin}/.well-known/oauth-authorization-server`)
    expect(bodyOf(answer)).toEqual(await metadataOf(subject()))

    const tenant = await start(conformanceConfiguration, { issuerPath: '/tenant' })
    const inserted = `${new URL(tenant.issuer).origin}/.well-known/oauth-authorization-server/tenant`
    expect(tenant.issuer).toMatch(/\/tenant$/)
    expect(bodyOf(await get(tenant, inserted)).issuer).toBe(tenant.issuer)
    expect((await metadataOf(tenant)).token_endpoint).toBe(`${tenant.issuer}/token`)
    expect((await tokensOf(tenant)).token_type).toBe('Bearer')
  })
  rule(3, 'every required member is there', async () => {
    const metadata = await metadataOf(subject())
    const required = [
      'issuer authorization_endpoint token_endpoint jwks_uri response_types_supported',
      'subject_types_supported id_token_signing_alg_values_supported',
    ]
    for (const name of required.join(' ').split(' ')) expect(metadata).toHaveProperty(name)
  })
  rule(4, 'every endpoint is an absolute URL without fragment', async () => {
    const metadata = await metadataOf(subject())
    const urls = Object.entries(metadata).filter(([name]) => /(_endpoint|_uri)$/.test(name))
    expect(urls.length).toBeGreaterThanOrEqual(6)
    for (const [, url] of urls) {
      expect(new URL(String(url)).href).toBe(url)
      expect(url).not.toContain('#')
    }
    expect(metadata.issuer).not.toMatch(/[?#]/)
  })
  rule(5, 'RS256 is among the ID Token algorithms', async () => {
    expect((await metadataOf(subject())).id_token_signing_alg_values_supported).toContain('RS256')
  })
  rule(6, 'announced grants are known, and no others', async () => {
    const announced = (await metadataOf(subject())).grant_types_supported as string[]
    const others = [
      'password',
      'client_credentials',
      'implicit',
      'urn:ietf:params:oauth:grant-type:device_code',
      'urn:ietf:params:oauth:grant-type:jwt-bearer',
      'urn:ietf:params:oauth:grant-type:token-exchange',
      'constructor',
      '__proto__',
    ]
    for (const grant_type of announced) {
      expect(bodyOf(await call(subject(), '/token', { grant_type })).error).not.toBe('unsupported_grant_type')
    }
    for (const grant_type of others.filter((name) => !announced.includes(name))) {
      expect(bodyOf(await call(subject(), '/token', { grant_type })).error).toBe('unsupported_grant_type')
    }
  })
  rule(7, 'S256 is announced, and plain only under the policy', async () => {
    expect((await metadataOf(subject())).code_challenge_methods_supported).toEqual(['S256'])
  })
  rule(8, 'no array is empty', async () => {
    const arrays = Object.values(await metadataOf(subject())).filter(Array.isArray)
    for (const array of arrays) expect(array).not.toEqual([])
  })
  rule(9, 'the key set has no private part', async () => {
    const { keys } = await jwksOf(subject())
    expect(keys.length).toBeGreaterThanOrEqual(2)
    for (const key of keys) {
      for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']) {
        expect(key).not.toHaveProperty(secret)
      }
    }
  })
  rule(10, 'kids are unique; each key has kty, use and alg', async () => {
    const { keys } = await jwksOf(subject())
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(keys.length)
    for (const key of keys) {
      expect(key).toMatchObject({ kty: expect.any(String), use: 'sig', alg: expect.any(String) })
    }
  })
  rule(11, 'after a rotation old tokens still verify and new ones carry the new kid', async () => {
    const rotating = await start(conformanceConfiguration)
    const before = await tokensOf(rotating)
    await rotating.rotate('RS256')
    await rotating.rotate('ES256')
    const after = await tokensOf(rotating)
    for (const name of ['id_token', 'access_token'] as const) {
      expect(headerIn(after[name]).kid).not.toBe(headerIn(before[name]).kid)
      for (const token of [before[name], after[name]]) {
        const verdict = await verifySignature(token, await jwksOf(rotating), ['RS256', 'ES256'])
        expect(verdict).toEqual({ verified: true })
      }
    }
    rotating.advance(301)
    const kids = (await jwksOf(rotating)).keys.map(({ kid }) => kid)
    expect(kids).toHaveLength(2)
    expect(kids).not.toContain(headerIn(before.id_token).kid)
  })
  rule(12, 'scripts of any origin may call what they need, after a preflight', async () => {
    const { issuer } = subject()
    const open = ['/.well-known/openid-configuration', '/jwks', '/token', '/userinfo', '/revoke']
    for (const path of open) {
      const preflight = await subject().send(
        requestTo(issuer + path, {
          method: 'OPTIONS',
          headers: [
            ['Origin', 'https://spa.example'],
            ['Access-Control-Request-Method', 'POST'],
            ['Access-Control-Request-Headers', 'authorization,content-type,dpop'],
          ],
        }),
      )
      expect(preflight.response.status).toBe(204)
      const field = (name: string) => headerOf(preflight.response, name)
      expect(field('access-control-allow-origin')).toBe('*')
      expect(field('access-control-allow-credentials')).toBeUndefined()
      expect(field('access-control-allow-headers')).toBe('Authorization, Content-Type, DPoP')
      const methods = ['/token', '/revoke'].includes(path) ? 'POST' : 'GET'
      expect(field('access-control-allow-methods')).toContain(methods)
      const answer = await subject().send(
        requestTo(issuer + path, { method: methods, headers: [['Origin', 'https://spa.example']] }),
      )
      expect(headerOf(answer.response, 'access-control-allow-origin')).toBe('*')
    }
  })
  rule(13, 'what a person looks at is shared with no script', async () => {
    for (const path of ['/authorize', '/sign-in', '/consent']) {
      for (const method of ['OPTIONS', 'GET', 'POST']) {
        const headers = [['Origin', 'https://spa.example']] as const
        const { response } = await subject().send(requestTo(subject().issuer + path, { method, headers }))
        expect(response.headers.filter(([name]) => /^access-control/i.test(name))).toEqual([])
        if (method === 'OPTIONS') expect(response.status).toBe(405)
      }
    }
  })
  rule(14, 'scripts may read WWW-Authenticate and DPoP-Nonce', async () => {
    for (const path of ['/userinfo', '/jwks']) {
      const { response } = await get(subject(), subject().issuer + path)
      expect(headerOf(response, 'access-control-expose-headers')).toBe('WWW-Authenticate, DPoP-Nonce')
    }
  })
  rule(15, 'unknown path 404, wrong method 405 with Allow, nothing internal in a body', async () => {
    const { issuer } = subject()
    const found = [
      [await get(subject(), `${issuer}/nowhere`), 404, undefined],
      [await get(subject(), `${issuer}/authorize/`), 404, undefined],
      [await get(subject(), `${issuer}/constructor`), 404, undefined],
      [await subject().send(requestTo(`${issuer}/jwks`, { method: 'POST' })), 405, 'GET, HEAD, OPTIONS'],
      [await subject().send(requestTo(`${issuer}/authorize`, { method: 'PUT' })), 405, 'GET, POST'],
      [await get(subject(), `${issuer}/sign-in`), 405, 'POST'],
      [await get(subject(), `${issuer}/token`), 405, 'POST, OPTIONS'],
    ] as const
    for (const [{ response }, status, allow] of found) {
      expect(response.status).toBe(status)
      expect(headerOf(response, 'allow')).toBe(allow)
      expect(response.body).not.toMatch(/\bat \S+:\d+|\.ts\b|node_modules|Error:/)
    }
    const head = await subject().send(requestTo(`${issuer}/jwks`, { method: 'HEAD' }))
    expect(head.response).toMatchObject({ status: 200, body: '' })
  })
  rule(16, 'a forged Host changes nothing', async () => {
    const { issuer } = subject()
    const target = new URL(`${issuer}/.well-known/openid-configuration`).pathname
    const forged = [
      ['Host', 'evil.example'],
      ['X-Forwarded-Host', 'evil.example'],
      ['Forwarded', 'host=evil.example'],
      ['X-Forwarded-Proto', 'ftp'],
    ] as const
    const request = { method: 'GET', origin: new URL(issuer).origin, target, headers: forged, body: '' }
    const answer = await subject().send(request)
    expect(answer.response.body).not.toContain('evil')
    expect(bodyOf(answer)).toEqual(await metadataOf(subject()))
  })
}
