import { array, assert, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duplicatesOf, formOf, parameterOf, readFields } from './form.ts'

describe('a form', () => {
  it('is read as it was written, whatever it holds', () => {
    const text = string({ unit: 'grapheme' })
    assert(
      property(array(tuple(text, text)), (pairs) => {
        const fields = readFields(formOf(pairs))
        // A pair of two empty texts writes `=`, which is a field too.
        expect(fields.map(({ name, value }) => [name, value])).toEqual(pairs)
        expect(fields.some(({ malformed }) => malformed)).toBe(false)
      }),
    )
  })
  it('of any text is read without throwing, and every field knows where it stands', () => {
    assert(
      property(string(), (text) => {
        for (const { start, end, valueStart, malformed, value } of readFields(text)) {
          expect(text.slice(start, end)).not.toContain('&')
          if (malformed) expect(text.slice(start, end)).toContain('%')
          if (malformed) expect(value).toBe(text.slice(valueStart, end))
        }
      }),
    )
  })
  it('keeps doubles, and counts an empty value as absent', () => {
    const fields = readFields('a=1&b=&a=&c&a=2&b=x')
    expect(duplicatesOf(fields)).toEqual(['a', 'b'])
    expect(parameterOf(fields, 'a')).toBe('1')
    expect(parameterOf(fields, 'c')).toBeUndefined()
    expect(parameterOf(fields, 'd')).toBeUndefined()
  })
  it('is malformed where its percent-encoding or its UTF-8 is broken', () => {
    for (const text of ['a=%', 'a=%4', 'a=%zz', 'a=%FF', '%C3=x', 'a=%ED%A0%80']) {
      expect(readFields(text)).toMatchObject([{ malformed: true }])
    }
  })
})
