import { describe, expect, test } from 'vitest'
import { meaningOf } from './meaning.ts'
import { keyMembers, metadata } from './metadata.ts'
import { parameters } from './parameters.ts'

describe('the registries of parameters and metadata', () => {
  const all = [parameters, metadata, keyMembers].flatMap((registry) => Object.entries(registry))

  test.each(all)('%s says what it is, and where that is written', (_, meaning) => {
    expect(meaning.says).toMatch(/^[^\s].*\.$/)
    expect(meaning.says).not.toMatch(/\bsimply\b|\bjust\b/i)
    expect(meaning.section.section).toMatch(/^\d+(\.\d+)*$/)
    expect(meaning.section.url).toMatch(/^https:\/\//)
  })

  test('know what the authorization code grant sends', () => {
    const sent = [
      'response_type',
      'client_id',
      'redirect_uri',
      'scope',
      'state',
      'nonce',
      'code_challenge',
      'code',
    ]
    expect(sent.filter((name) => !meaningOf(parameters, name))).toEqual([])
  })

  test('know what servers say of themselves and of their keys', () => {
    const said = ['issuer', 'jwks_uri', 'keys', 'code_challenge_methods_supported', 'prompt_values_supported']
    expect(said.filter((name) => !meaningOf(metadata, name))).toEqual([])
    expect('kty use kid alg n e crv x y'.split(' ').filter((name) => !meaningOf(keyMembers, name))).toEqual(
      [],
    )
  })

  test('know nothing of names that every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString', '']) {
      expect(meaningOf(parameters, name)).toBeUndefined()
    }
  })
})
