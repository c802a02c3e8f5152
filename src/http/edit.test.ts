import { expect, test } from 'vitest'
import { restored } from './edit.ts'
import { type HttpRequest, requestTo } from './message.ts'

const prepared: HttpRequest = {
  ...requestTo('https://as.example/authorize?a=1&b=%2F&c=3', { method: 'POST', headers: [['X-One', 'x']] }),
  body: 'd=4&e=5',
}

const edited = (change: Partial<HttpRequest>): HttpRequest => ({ ...prepared, ...change })

test.each([
  ['changed', { target: '/authorize?a=1&b=evil&c=3' }, 'b'],
  ['taken out of the middle', { target: '/authorize?a=1&b=%2F&c=3', body: 'e=5' }, 'd'],
  ['doubled', { body: 'd=4&e=5&e=6' }, 'e'],
  [
    'changed in a header, in another case',
    {
      headers: [
        ['Host', 'as.example'],
        ['x-one', 'y'],
      ] as const,
    },
    'X-One',
  ],
])('a parameter that was %s is put back', (_what, change, name) => {
  const mended = restored(edited(change), prepared, name)
  const read = ({ target, body }: HttpRequest) => [
    ...new URLSearchParams(target.split('?')[1]),
    ...new URLSearchParams(body),
  ]
  expect(mended && read(mended).toSorted()).toEqual(read(prepared).toSorted())
  expect(mended?.headers.find(([field]) => field.toLowerCase() === 'x-one')?.[1]).toBe('x')
})

test('another edit beside it stays', () => {
  const both = edited({ target: '/authorize?a=9&b=evil&c=3' })
  expect(restored(both, prepared, 'b')?.target).toBe('/authorize?a=9&b=%2F&c=3')
})

test('nothing differs, nothing is restored', () => {
  expect(restored(prepared, prepared, 'a')).toBeUndefined()
  expect(restored(edited({ body: 'd=0' }), prepared, 'unknown')).toBeUndefined()
})
