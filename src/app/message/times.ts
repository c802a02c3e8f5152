import { durationText } from '../clock/duration.ts'

/**
 * A NumericDate (RFC 7519 2) as the reader's clock shows it, and how far it is from a moment in milliseconds;
 * undefined for what is no time.
 */
export function timeInWords(seconds: unknown, moment: number): string | undefined {
  if (typeof seconds !== 'number') return undefined
  const date = new Date(seconds * 1000)
  if (Number.isNaN(date.getTime())) return undefined
  const from = Math.round(seconds - moment / 1000)
  const relation =
    from === 0
      ? 'with this message'
      : from > 0
        ? `${durationText(from)} after this message`
        : `${durationText(-from)} before this message`
  const sameDay = date.toDateString() === new Date(moment).toDateString()
  const local = date.toLocaleString(undefined, {
    ...(!sameDay && { dateStyle: 'medium' }),
    timeStyle: 'medium',
  })
  return `${local}, ${relation}`
}
