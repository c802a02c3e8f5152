const units = [
  { name: 'd', seconds: 86400 },
  { name: 'h', seconds: 3600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const

/** A length of time in its two largest units: `0 s`, `5 min 30 s`, `1 d`. Takes whole seconds, not below zero. */
export function durationText(length: number): string {
  let left = length
  const parts: string[] = []
  for (const { name, seconds } of units) {
    const count = Math.floor(left / seconds)
    left -= count * seconds
    if (count > 0) parts.push(`${count} ${name}`)
  }
  return parts.slice(0, 2).join(' ') || '0 s'
}

/** How far the clock was moved: `+0 s`, `−5 min 30 s`. Takes milliseconds. */
export function offsetText(offset: number): string {
  const seconds = Math.round(offset / 1000)
  return `${seconds < 0 ? '−' : '+'}${durationText(Math.abs(seconds))}`
}
