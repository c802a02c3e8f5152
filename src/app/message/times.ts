const units = [
  ['day', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const

/** A length of time in its largest unit and the next: `4 min 58 s`. */
function lengthOf(seconds: number): string {
  const at = units.findIndex(([, size]) => seconds >= size)
  if (at === -1) return '0 s'
  let left = seconds
  return units
    .slice(at, at + 2)
    .map(([unit, size]) => {
      const count = Math.floor(left / size)
      left -= count * size
      return count === 0 ? '' : `${count} ${unit}${unit === 'day' && count > 1 ? 's' : ''}`
    })
    .filter(Boolean)
    .join(' ')
}

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
        ? `${lengthOf(from)} after this message`
        : `${lengthOf(-from)} before this message`
  const sameDay = date.toDateString() === new Date(moment).toDateString()
  const local = date.toLocaleString(undefined, {
    ...(!sameDay && { dateStyle: 'medium' }),
    timeStyle: 'medium',
  })
  return `${local}, ${relation}`
}
