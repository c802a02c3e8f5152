import { expect, test } from 'vitest'
import { readAuthorization } from './authorization.ts'
import { readBasicCredentials } from './basic-credentials.ts'

test.each([
  ['Bearer abc', 'Bearer', 'abc'],
  ['bEARER   a b ', 'bEARER', 'a b '],
  ['Bearer', 'Bearer', ''],
  ['Bearer ', 'Bearer', ''],
  ['Bearer\tabc', 'Bearer', '\tabc'],
  ['YTpi', 'YTpi', ''],
])('%j has a scheme and credentials', (field, scheme, credentials) => {
  expect(readAuthorization(field)).toEqual({ scheme, credentials })
})

test.each([undefined, '', ' Bearer abc'])('%j has no scheme', (field) => {
  expect(readAuthorization(field)).toBeUndefined()
})

test.each([
  ['a:b', { id: 'a', secret: 'b', malformed: false }],
  ['a%3A:b+%2B:c', { id: 'a:', secret: 'b +:c', malformed: false }],
  ['é:', { id: 'é', secret: '', malformed: false }],
  ['a%:b+c', { id: 'a%', secret: 'b c', malformed: true }],
  ['a+:%FF', { id: 'a ', secret: '%FF', malformed: true }],
  ['ab', undefined],
])('%j as Basic credentials', (pair, credentials) => {
  const text = btoa(String.fromCharCode(...new TextEncoder().encode(pair)))
  expect(readBasicCredentials(text)).toEqual(credentials)
})

test.each(['!!!', '/w==', 'YTpi=', 'a'])('%j is no base64 of UTF-8', (text) => {
  expect(readBasicCredentials(text)).toBeUndefined()
})
