import { describe, expect, it } from 'vitest'
import { checkOver, fail, overturn, pass, runChecks } from './check.ts'
import { rfc } from './section.ts'

interface Facts {
  readonly text: string
  readonly number: number
  readonly double: number
}

const check = checkOver<Facts, 'text'>()
const section = rfc(6749, '4.1.3')
const refusal = { error: 'invalid_request', expected: 'a number', received: 'x', hint: 'Send a number.' }

const isNumber = check({
  id: 'is-number',
  title: 'It is a number',
  section,
  needs: [],
  judge: ({ text }) =>
    /^\d+$/.test(text) ? pass({ number: Number(text) }, 'decimal') : fail({ ...refusal, parameter: 'text' }),
})
const isDoubled = check({
  id: 'is-doubled',
  title: 'It can be doubled',
  section,
  needs: ['number'],
  judge: async ({ number }) => pass({ double: number * 2 }),
})
const isShort = check({
  id: 'is-short',
  title: 'It is short',
  section,
  needs: [],
  judge: ({ text }) =>
    text.length < 3
      ? pass()
      : fail({
          ...refusal,
          error: 'too_long',
          consequence: { revokeAuthorization: 'a', says: 'All is over.' },
        }),
})
const outcomes = (results: readonly { readonly outcome: string }[]) => results.map(({ outcome }) => outcome)

describe('runChecks', () => {
  it('accepts when every check passes, with what they learned and noted', async () => {
    const verdict = await runChecks([isNumber, isDoubled, isShort], { text: '21' })
    expect(verdict).toMatchObject({ accepted: true, facts: { text: '21', number: 21, double: 42 } })
    expect(outcomes(verdict.results)).toEqual(['passed', 'passed', 'passed'])
    expect(verdict.results[0]).toEqual({
      id: 'is-number',
      title: 'It is a number',
      section,
      outcome: 'passed',
      note: 'decimal',
    })
  })
  it('lets the first failure decide, and runs what needs nothing from it for the record', async () => {
    const verdict = await runChecks([isNumber, isDoubled, isShort], { text: 'x' })
    expect(outcomes(verdict.results)).toEqual(['failed', 'not reached', 'would pass'])
    expect(verdict).toMatchObject({ accepted: false, failure: { id: 'is-number', error: 'invalid_request' } })
    expect(verdict.results[0]).toMatchObject({ expected: 'a number', received: 'x', parameter: 'text' })
    expect(verdict.results[1]).toEqual({
      id: 'is-doubled',
      title: 'It can be doubled',
      section,
      outcome: 'not reached',
    })
  })
  it('marks a second failure as such, and draws no consequence from it', async () => {
    const verdict = await runChecks([isNumber, isDoubled, isShort], { text: 'xxx' })
    expect(outcomes(verdict.results)).toEqual(['failed', 'not reached', 'would fail'])
    expect(verdict.results[2]).not.toHaveProperty('consequence')
    expect(verdict).toMatchObject({ failure: { error: 'invalid_request' } })
  })
  it('keeps what is learned after the failure out of the facts', async () => {
    const verdict = await runChecks([isShort, isNumber, isDoubled], { text: '2100' })
    expect(outcomes(verdict.results)).toEqual(['failed', 'would pass', 'would pass'])
    expect(verdict.facts).toEqual({ text: '2100' })
    expect(verdict.results[0]).toMatchObject({ consequence: 'All is over.' })
  })
  it('does not let a judge that breaks after the decision change it', async () => {
    const breaks = (judge: () => never) => check({ ...isShort, id: 'breaks', needs: [], judge })
    const throwing = breaks(() => {
      throw new Error('the disk is full')
    })
    const rejecting = check({
      ...isShort,
      id: 'breaks',
      needs: [],
      judge: () => Promise.reject(new Error('x')),
    })
    for (const broken of [throwing, rejecting]) {
      const verdict = await runChecks([isNumber, broken, isShort], { text: 'x' })
      expect(outcomes(verdict.results)).toEqual(['failed', 'not reached', 'would pass'])
      expect(verdict.results[1]).toEqual({
        id: 'breaks',
        title: isShort.title,
        section,
        outcome: 'not reached',
      })
      expect(verdict).toMatchObject({ accepted: false, failure: { id: 'is-number' } })
      await expect(runChecks([broken, isNumber], { text: 'x' })).rejects.toThrow()
    }
  })
  it('leaves what it is given as it was', async () => {
    const given = Object.freeze({ text: '21' })
    expect((await runChecks([isNumber], given)).accepted).toBe(true)
    expect(given).toEqual({ text: '21' })
  })
  it('takes undefined for learned when it was learned', async () => {
    const optional = checkOver<{ text: string; maybe: string | undefined }, 'text'>()
    const none = optional({ ...isShort, needs: [], judge: () => pass({ maybe: undefined }) })
    const after = optional({ ...isShort, needs: ['maybe'], judge: ({ maybe }) => pass({ maybe }) })
    expect(outcomes((await runChecks([none, after], { text: '' })).results)).toEqual(['passed', 'passed'])
    expect(outcomes((await runChecks([after, none], { text: '' })).results)).toEqual([
      'not reached',
      'passed',
    ])
  })
})

describe('overturn', () => {
  it('fails a check that had passed, and what came after it only would pass', async () => {
    const verdict = await runChecks([isShort, isNumber, isDoubled], { text: '21' })
    if (!verdict.accepted) throw new Error('accepted is what it should be')
    const overturned = overturn(verdict, 'is-number', fail(refusal))
    expect(overturned).toMatchObject({
      accepted: false,
      failure: { id: 'is-number', error: 'invalid_request' },
    })
    expect(outcomes(overturned.results)).toEqual(['passed', 'failed', 'would pass'])
    expect(overturned.results[1]).toEqual({
      id: 'is-number',
      title: 'It is a number',
      section,
      outcome: 'failed',
      expected: 'a number',
      received: 'x',
      hint: 'Send a number.',
    })
  })
})
