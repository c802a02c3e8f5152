import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { pooledRandom } from './pooled-random.ts'

test('gives the bytes of its source in their order, each once, and remembers none', () => {
  const given: Buffer[] = []
  const random = pooledRandom((length) => {
    const bytes = randomBytes(length)
    given.push(Buffer.from(bytes))
    return bytes
  }, 100)
  const taken = [32, 32, 32].map((length) => Buffer.from(random(length)))
  expect(Buffer.concat(taken)).toEqual(given[0]?.subarray(0, 96))
  // The four that are left are too few, and are not made up for with others.
  expect(Buffer.from(random(32))).toEqual(given[1]?.subarray(0, 32))
  expect(random(101)).toHaveLength(101)
  expect(random(0)).toHaveLength(0)
  expect(given.map(({ length }) => length)).toEqual([100, 100, 101])
})

test('what was given stays as it was', () => {
  const random = pooledRandom(randomBytes)
  const texts = Array.from({ length: 1000 }, () => random(32)).map((bytes) =>
    Buffer.from(bytes).toString('hex'),
  )
  expect(new Set(texts).size).toBe(1000)
})
