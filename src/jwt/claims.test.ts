import { expect, test } from 'vitest'
import { meaningOf } from '../oauth/meaning.ts'
import { claims, headerParameters } from './claims.ts'

test.each(Object.entries({ ...claims, ...headerParameters }))(
  '%s says what it is, and where that is written',
  (_, { says, section }) => {
    expect(says).toMatch(/^[^\s].*\.$/)
    expect(says).not.toMatch(/\bsimply\b|\bjust\b/i)
    expect(section.section).toMatch(/^\d+(\.\d+)*$/)
  },
)

test('the claims that count seconds are marked', () => {
  const times = Object.keys(claims).filter((claim) => claims[claim]?.time)
  expect(times.sort()).toEqual(['auth_time', 'exp', 'iat', 'nbf', 'updated_at'])
})

test('every claim of our ID Tokens and access tokens is known', () => {
  const ours = 'iss sub aud exp iat auth_time nonce at_hash client_id jti scope name email email_verified'
  expect(ours.split(' ').filter((claim) => !meaningOf(claims, claim))).toEqual([])
})
