import { expect, test } from 'vitest'
import { timeInWords } from './times.ts'

const moment = Date.UTC(2026, 0, 1, 12)

test.each([
  [0, 'with this message'],
  [298, '4 min 58 s after this message'],
  [-3600, '1 h before this message'],
  [30 * 86400, '30 d after this message'],
])('%i seconds from a message are %j', (seconds, words) => {
  expect(timeInWords(moment / 1000 + seconds, moment)?.endsWith(`, ${words}`)).toBe(true)
})

test.each([undefined, '1', Number.NaN, 1e300])('%j is no time', (value) => {
  expect(timeInWords(value, moment)).toBeUndefined()
})
