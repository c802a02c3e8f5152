import { assert, constantFrom, integer, property, string, webUrl } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRegisteredRedirectUri, isScriptUri } from './redirect-uri.ts'

const web = (...redirect_uris: string[]) => ({ application_type: 'web', redirect_uris }) as const
const native = (...redirect_uris: string[]) => ({ application_type: 'native', redirect_uris }) as const

describe('a redirect URI', () => {
  it('equals a registered one or is refused', () => {
    assert(
      property(webUrl(), webUrl(), (registered, uri) => {
        expect(isRegisteredRedirectUri(web(registered), registered)).toBe(true)
        expect(isRegisteredRedirectUri(web(registered), uri)).toBe(uri === registered)
        expect(isRegisteredRedirectUri(native(registered), uri)).toBe(uri === registered)
      }),
      { numRuns: 30 },
    )
  })
  it('is refused with anything added to it', () => {
    assert(
      property(webUrl(), string({ minLength: 1 }), (registered, more) => {
        expect(isRegisteredRedirectUri(native(registered), registered + more)).toBe(false)
        expect(isRegisteredRedirectUri(native(registered), more + registered)).toBe(false)
      }),
    )
  })
  const addresses = constantFrom('127.0.0.1', '[::1]')
  const port = integer({ min: 1, max: 65535 })
  it('may have any port on a loopback address, for a native client', () => {
    assert(
      property(addresses, port, port, (address, registered, asked) => {
        const uris = [`http://${address}/cb`, `http://${address}:${registered}/cb`]
        const uri = `http://${address}:${asked}/cb`
        expect(uris.map((each) => isRegisteredRedirectUri(native(each), uri))).toEqual([true, true])
        expect(uris.map((each) => isRegisteredRedirectUri(web(each), uri))).toEqual([false, uris[1] === uri])
      }),
    )
  })
  it('on a loopback address leads nowhere else', () => {
    assert(
      property(addresses, string(), (address, text) => {
        const uri = `http://${address}${text}`
        const expected = URL.canParse(uri) ? new URL(uri) : undefined
        if (!isRegisteredRedirectUri(native(`http://${address}/cb`), uri)) return
        expect(expected?.hostname).toBe(address)
        expect(expected?.pathname).toBe('/cb')
        expect(expected?.username).toBe('')
      }),
    )
  })
  it('is never a script', () => {
    for (const uri of ['javascript:x', 'JavaScript:x', ' data:,x', '\tvbscript:x'])
      expect(isScriptUri(uri)).toBe(true)
    for (const uri of ['https://a/javascript:x', 'com.example.app:/cb', 'database:/x'])
      expect(isScriptUri(uri)).toBe(false)
  })
})
