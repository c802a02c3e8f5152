/** One `"name": "value"` of a JSON text, with where the value stands between its quotation marks. */
export interface StringMember {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

/**
 * Every member of a JSON text whose value is a string, at any depth and in order, duplicates included (RFC 8259 4).
 * JSON.parse gives no offsets and keeps the last of two members, so this reads the text itself: one pass, no error;
 * of a text that is not JSON it finds what still reads as members.
 */
export function stringMembers(text: string): StringMember[] {
  const members: StringMember[] = []
  let at = text.indexOf('"')
  while (at !== -1) {
    const nameEnd = endOfString(text, at)
    if (nameEnd === -1) break
    const colon = skipSpace(text, nameEnd + 1)
    if (text[colon] !== ':') {
      at = text.indexOf('"', nameEnd + 1)
      continue
    }
    const open = skipSpace(text, colon + 1)
    if (text[open] !== '"') {
      at = text.indexOf('"', open)
      continue
    }
    const end = endOfString(text, open)
    if (end === -1) break
    members.push({
      name: unescaped(text, at, nameEnd),
      value: unescaped(text, open, end),
      start: open + 1,
      end,
    })
    at = text.indexOf('"', end + 1)
  }
  return members
}

/** Offset of the quotation mark that closes the JSON string that opens at `open`; -1 when none does (RFC 8259 7). */
export function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += text[at] === '\\' ? 2 : 1) if (text[at] === '"') return at
  return -1
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++
  return at
}

/** The string between two quotation marks; one with a broken escape stays as it was found. */
function unescaped(text: string, open: number, close: number): string {
  try {
    return JSON.parse(text.slice(open, close + 1))
  } catch {
    return text.slice(open + 1, close)
  }
}
