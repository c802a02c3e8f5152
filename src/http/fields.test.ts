import { expect, test } from 'vitest'
import { fieldMeaning, fields } from './fields.ts'

test.each(Object.entries(fields))(
  '%s says what it is, and where that is written',
  (name, { says, section }) => {
    expect(name).toBe(name.toLowerCase())
    expect(says).toMatch(/^[^\s].*\.$/)
    expect(says).not.toMatch(/\bsimply\b|\bjust\b/i)
    expect(section.url).toMatch(/^https:\/\/.*#/)
  },
)

test('a field is known by its name in any case', () => {
  expect(fieldMeaning('WWW-Authenticate')).toBe(fields['www-authenticate'])
  expect(fieldMeaning('constructor')).toBeUndefined()
})
