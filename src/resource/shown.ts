const longest = 100

/** A value from a token or a request as a check tells of it: in one line and cut after 100 characters. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'string' && !/\p{Cc}/u.test(value) ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text
}
