import { exportJWK, generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { decodeJwt } from '../../jwt/decode.ts'
import { signJwt } from '../../jwt/sign.ts'
import type { JwkSet } from '../../jwt/verify.ts'
import { mount } from '../mount.fixture.tsx'
import { SignatureVerdict } from './signature-verdict.tsx'
import { useSignature } from './use-signature.ts'

const key = async (kid: string) => {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  return { privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256' } }
}
const one = await key('one')
const other = await key('other')
const stranger = await key('stranger')

const signedBy = ({ privateKey }: typeof one, kid?: string) =>
  signJwt({ alg: 'ES256', ...(kid && { kid }) }, { sub: 'alice' }, privateKey)

const setOf = (...keys: (typeof one)[]): JwkSet => ({ keys: keys.map(({ publicJwk }) => ({ ...publicJwk })) })

function Verdict({ token, keys }: { token: string; keys: JwkSet | undefined }) {
  return <SignatureVerdict header={decodeJwt(token)?.header ?? {}} signature={useSignature(token, keys)} />
}

test.each([
  ['with a kid', one, 'one', /^Signature verified: signed by key one /],
  ['without a kid, by the second of two keys', other, undefined, /^Signature verified: signed by a key /],
  ['without a kid, by none of two keys', stranger, undefined, /^Signature does not match/],
  ['with the kid of another key', stranger, 'one', /^Signature does not match: key one /],
  ['with a kid that no key has', stranger, 'stranger', /no key stranger/],
])('a token %s', async (_, signer, kid, words) => {
  mount(<Verdict token={await signedBy(signer, kid)} keys={setOf(one, other)} />)
  await expect.element(page.getByText(words)).toBeVisible()
})

test('keys that are fetched anew and say the same do not begin again', async () => {
  const token = await signedBy(one, 'one')
  const { element, draw } = mount(<Verdict token={token} keys={undefined} />)
  expect(element.textContent).toMatch(/not fetched yet/)
  draw(<Verdict token={token} keys={setOf(one)} />)
  await expect.element(page.getByText(/^Signature verified/)).toBeVisible()
  draw(<Verdict token={token} keys={setOf(one)} />)
  expect(element.textContent).toMatch(/^Signature verified/)
  draw(<Verdict token={token} keys={setOf(other)} />)
  expect(element.textContent).toBe('Being verified …')
  await expect.element(page.getByText(/no key one/)).toBeVisible()
})
