import { expect, it } from 'vitest'
import type { Answer } from '../../http/message.ts'
import type { Subject } from './subject.fixture.ts'

/** What of the list of things an authorization server must do holds for this server by now. */
export const numbers: readonly number[] = [
  [1, 29],
  [31, 33],
  [35, 58],
  [60, 61],
  [64, 64],
  [66, 66],
  [74, 100],
  [102, 107],
  [112, 136],
  [160, 184],
  [224, 228],
].flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))

const registered = new Set<number>()

/** A test of one numbered rule. */
export function rule(number: number, says: string, test: () => Promise<void>): void {
  registered.add(number)
  it(`${number} ${says}`, test)
}

/** The last test of a suite: no number was forgotten. */
export function everyNumberIsCovered(): void {
  it('every number has a test', () => {
    expect(numbers.filter((number) => !registered.has(number))).toEqual([])
  })
}

/** Where checks can be seen, the check that decided; on the wire alone there is nothing to see. */
export function expectDecidedBy({ seesChecks }: Subject, { checks }: Answer, id: string): void {
  if (seesChecks) expect(checks.find(({ outcome }) => outcome === 'failed')?.id).toBe(id)
}
