import { expect, it } from 'vitest'
import { base64url } from './base64url.ts'

it('writes bytes as the platform does, in the alphabet for URLs and without padding', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => (at * 167 + 251) % 256)
  for (let length = 0; length <= 256; length++) {
    const some = bytes.subarray(0, length)
    const base64 = btoa(String.fromCharCode(...some))
    expect(base64url(some)).toBe(base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))
  }
  expect(base64url(Uint8Array.of(0xfb, 0xff))).toBe('-_8')
})
