import { expect, test } from 'vitest'
import { portNumber } from './listen.ts'

test.each([
  ['0', 0],
  ['4400', 4400],
  ['65535', 65535],
])('%s is a port', (text, port) => {
  expect(portNumber(text)).toBe(port)
})

test.each(['', '-1', '65536', '44.5', '0x10', 'http'])('"%s" is no port', (text) => {
  expect(() => portNumber(text)).toThrow('A port is a number')
})
