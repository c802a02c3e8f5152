/**
 * One `name=value` of an application/x-www-form-urlencoded text, with where it stands, so that the same parse serves
 * the server that judges it and the page that shows it (RFC 6749 appendix B).
 */
export interface Field {
  readonly name: string
  readonly value: string
  /** The percent-encoding or the UTF-8 in it is broken; name and value are then the text as found. */
  readonly malformed: boolean
  /** Offsets into the text: of the whole field, and of the still encoded value. */
  readonly start: number
  readonly end: number
  readonly valueStart: number
}

/** Every field in order; duplicates and empty values are kept. An empty text has none. */
export function readFields(text: string): Field[] {
  const fields: Field[] = []
  let start = 0
  while (start <= text.length) {
    const ampersand = text.indexOf('&', start)
    const end = ampersand === -1 ? text.length : ampersand
    if (end > start) fields.push(readField(text, start, end))
    start = end + 1
  }
  return fields
}

function readField(text: string, start: number, end: number): Field {
  // Looked for in the field only: of many fields without one, each would search the rest of the text.
  const equals = text.slice(start, end).indexOf('=')
  const nameEnd = equals === -1 ? end : start + equals
  const valueStart = Math.min(nameEnd + 1, end)
  const name = decodeComponent(text.slice(start, nameEnd))
  const value = decodeComponent(text.slice(valueStart, end))
  return {
    name: name ?? text.slice(start, nameEnd),
    value: value ?? text.slice(valueStart, end),
    malformed: name === undefined || value === undefined,
    start,
    end,
    valueStart,
  }
}

/** One component decoded; undefined when its percent-encoding or its UTF-8 is broken. */
export function decodeComponent(text: string): string | undefined {
  if (!/[%+]/.test(text)) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

/** Pairs as an application/x-www-form-urlencoded text. */
export const formOf = (pairs: readonly (readonly [name: string, value: string])[]): string =>
  new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString()

/** The value of that parameter; one without a value counts as absent (RFC 6749 3.1 and 3.2). */
export const parameterOf = (fields: readonly Field[], name: string): string | undefined =>
  fields.find((field) => field.name === name && field.value !== '')?.value

/** Names that stand more than once, in order of their second coming. */
export function duplicatesOf(fields: readonly Field[]): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { name } of fields) (seen.has(name) ? twice : seen).add(name)
  return [...twice]
}
