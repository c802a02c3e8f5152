import { exportJWK, generateKeyPair } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { halfHash } from '../../jwt/half-hash.ts'
import { signJwt } from '../../jwt/sign.ts'
import type { Known } from '../flow.ts'
import { judgeIdToken } from './id-token.ts'
import { judgeRefreshed } from './refreshed-id-token.ts'

const now = 1_800_000_000
const expected = { issuer: 'https://as.example', client_id: 'app', alg: 'RS256', clock: () => now * 1000 }

const good = {
  iss: 'https://as.example',
  sub: 'alice',
  aud: 'app',
  iat: now,
  exp: now + 300,
  nonce: 'n-1',
}

let keys: CryptoKeyPair
let others: CryptoKeyPair
let known: Known

beforeAll(async () => {
  keys = (await generateKeyPair('RS256', { extractable: true })) as CryptoKeyPair
  others = (await generateKeyPair('RS256')) as CryptoKeyPair
  const jwks = JSON.stringify({
    keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'RS256', use: 'sig' }],
  })
  known = { nonce: 'n-1', access_token: 'token', jwks }
})

/** Which check fails first for a token with these changes. */
async function firstFailure(
  change: { readonly claims?: object; readonly header?: object; readonly key?: CryptoKey } = {},
): Promise<string | undefined> {
  const at_hash = await halfHash('token', 'RS256')
  const header = { alg: 'RS256', kid: 'k', typ: 'JWT', ...change.header }
  const id_token = await signJwt(
    header,
    { ...good, at_hash, ...change.claims },
    change.key ?? keys.privateKey,
  )
  const { checks, done, learned } = await judgeIdToken({ ...known, id_token }, expected)
  const failed = checks.find(({ outcome }) => outcome === 'failed')?.id
  expect(done).toBe(failed === undefined)
  expect(learned).toEqual(done ? { sub: 'alice' } : {})
  return failed
}

test('a token that keeps every rule signs its subject in', async () => {
  expect(await firstFailure()).toBeUndefined()
  expect(await firstFailure({ claims: { at_hash: undefined } })).toBeUndefined()
  expect(await firstFailure({ claims: { aud: ['app'], azp: 'app' } })).toBeUndefined()
})

describe('an ID Token is refused', () => {
  test.each([
    ['issued by somebody else', { iss: 'https://as.example/' }, 'id-token-iss'],
    ['for another client', { aud: 'other' }, 'id-token-aud'],
    ['for another client too', { aud: ['app', 'other'] }, 'id-token-aud'],
    ['authorized for another party', { azp: 'other' }, 'id-token-aud'],
    ['of nobody', { sub: undefined }, 'id-token-sub'],
    ['of an empty subject', { sub: '' }, 'id-token-sub'],
    ['that has expired', { exp: now }, 'id-token-exp'],
    ['without an end', { exp: undefined }, 'id-token-exp'],
    ['from long ago', { iat: now - 3600 }, 'id-token-iat'],
    ['from the future', { iat: now + 3600 }, 'id-token-iat'],
    ['of another request', { nonce: 'n-2' }, 'id-token-nonce'],
    ['without the nonce', { nonce: undefined }, 'id-token-nonce'],
    ['beside another access token', { at_hash: 'AAAA' }, 'id-token-at-hash'],
  ])('%s', async (_what, claims, check) => {
    expect(await firstFailure({ claims })).toBe(check)
  })

  test('that is an access token', async () => {
    expect(await firstFailure({ header: { typ: 'at+jwt' } })).toBe('id-token-typ')
  })
  test('signed with a key that is not in the set', async () => {
    expect(await firstFailure({ key: others.privateKey })).toBe('id-token-signature')
    expect(await firstFailure({ header: { kid: 'other' } })).toBe('id-token-signature')
  })
  test('that is no JWT', async () => {
    const { checks } = await judgeIdToken({ ...known, id_token: 'a.b' }, expected)
    expect(checks.map(({ outcome }) => outcome)).toEqual([
      'failed',
      ...checks.slice(1).map(() => 'not reached'),
    ])
  })
  test.each(['none', 'HS256', 'EdDSA'])('that says alg %s, whatever else it says', async (alg) => {
    const encode = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '')
    const id_token = `${encode({ alg, kid: 'k' })}.${encode({ ...good, at_hash: 'x' })}.`
    const { checks } = await judgeIdToken({ ...known, id_token }, expected)
    expect(checks.find(({ outcome }) => outcome === 'failed')?.id).toBe('id-token-alg')
    expect(checks.find(({ id }) => id === 'id-token-at-hash')?.outcome).toBe('not reached')
  })
})

describe('an ID Token that a refresh brings', () => {
  const judge = async (claims: object) => {
    const [id_token, first] = await Promise.all([
      signJwt({ alg: 'RS256' }, { ...good, auth_time: 1, ...claims }, keys.privateKey),
      signJwt({ alg: 'RS256' }, { ...good, auth_time: 1 }, keys.privateKey),
    ])
    const reading = { learned: { id_token, access_token: 'new' }, checks: [], done: true }
    return judgeRefreshed({ id_token: first }, reading)
  }
  test('continues the same sign-in', async () => {
    expect(await judge({ iat: now + 5, nonce: undefined })).toMatchObject({ done: true })
  })
  test.each([{ sub: 'bob' }, { iss: 'https://evil.example' }, { aud: 'other' }, { auth_time: 2 }])(
    'is not believed with %o',
    async (claims) => {
      const { done, learned } = await judge(claims)
      expect(done).toBe(false)
      expect(learned).toEqual({ access_token: 'new' })
    },
  )
})
