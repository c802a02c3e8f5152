import { describe, expect, test } from 'vitest'
import { meaningOf } from './meaning.ts'
import { parameters } from './parameters.ts'

describe('the registry of parameters', () => {
  test.each(Object.entries(parameters))('%s says what it is, and where that is written', (_, meaning) => {
    expect(meaning.says).toMatch(/^[^\s].*\.$/)
    expect(meaning.says).not.toMatch(/\bsimply\b|\bjust\b/i)
    expect(meaning.section.section).toMatch(/^\d+(\.\d+)*$/)
    expect(meaning.section.url).toMatch(/^https:\/\//)
  })

  test('knows what the authorization code grant sends', () => {
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

  test('knows nothing of names that every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString', '']) {
      expect(meaningOf(parameters, name)).toBeUndefined()
    }
  })
})
