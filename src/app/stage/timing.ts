import type { Row } from '../../flows/sequence.ts'

/** When a row's arrow draws itself, in milliseconds. */
export interface Timing {
  readonly delay: number
  readonly duration: number
}

/** The rows of one entry draw themselves one after the other, all of them within 300 ms. */
export function timingsOf(rows: readonly Pick<Row, 'entry'>[]): Timing[] {
  const mates = new Map<number, number>()
  const places = rows.map(({ entry }) => {
    const place = mates.get(entry) ?? 0
    mates.set(entry, place + 1)
    return place
  })
  return rows.map(({ entry }, index) => {
    const duration = 300 / (mates.get(entry) ?? 1)
    return { delay: (places[index] ?? 0) * duration, duration }
  })
}
