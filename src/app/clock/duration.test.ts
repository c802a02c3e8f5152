import { expect, test } from 'vitest'
import { offsetText } from './duration.ts'

test.each([
  [0, '+0 s'],
  [-400, '+0 s'],
  [61_000, '+1 min 1 s'],
  [-330_000, '−5 min 30 s'],
])('a clock moved by %d ms says %s', (offset, text) => {
  expect(offsetText(offset)).toBe(text)
})
