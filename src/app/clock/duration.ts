const units = [
  { name: 'd', seconds: 86400 },
  { name: 'h', seconds: 3600 },
  { name: 'min', seconds: 60 },
  { name: 's', seconds: 1 },
] as const

/** How far the clock was moved, in its two largest units: `+0 s`, `+5 min 30 s`, `+1 d`. Takes milliseconds. */
export function offsetText(offset: number): string {
  let left = Math.abs(Math.round(offset / 1000))
  const parts: string[] = []
  for (const { name, seconds } of units) {
    const count = Math.floor(left / seconds)
    left -= count * seconds
    if (count > 0) parts.push(`${count} ${name}`)
  }
  return `${offset < 0 ? '−' : '+'}${parts.slice(0, 2).join(' ') || '0 s'}`
}
