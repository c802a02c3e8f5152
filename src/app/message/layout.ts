import { readFields } from '../../http/form.ts'
import { endOfString } from '../../http/json-members.ts'

/** Offsets of a stretch of text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** How a text is laid out without changing a character of it: what stands back, and where a line is broken. */
export interface Layout {
  /** Names and punctuation, in order. */
  readonly soft: readonly Span[]
  /** White space that is drawn before an offset and is not in the text: a new line with its indent, as a rule. */
  readonly spaces: readonly { readonly at: number; readonly space: string }[]
}

export type LayOut = (text: string) => Layout

export const plain: LayOut = () => ({ soft: [], spaces: [] })

/** A form body: one parameter a line. */
const formLayout: LayOut = (text) => fieldsLayout(text, 0, text.length, '\n')

/** A target or a URL: one parameter a line when its query has several. */
export const urlLayout: LayOut = (text) => {
  const hash = text.includes('#') ? text.indexOf('#') : text.length
  const mark = text.slice(0, hash).indexOf('?')
  const query = mark === -1 ? plain('') : fieldsLayout(text, mark + 1, hash, '\n  ')
  const fragment = fieldsLayout(text, hash + 1, text.length, '\n  ')
  const inner = [...query.spaces, ...fragment.spaces]
  const outer = [mark, hash].filter((at) => at > 0 && at < text.length - 1)
  const spaces = [...inner, ...(inner.length > 0 ? outer.map((at) => ({ at, space: '\n  ' })) : [])]
  return { soft: [...query.soft, ...fragment.soft], spaces }
}

/** The separator before a field goes with the field, and stands back with its name. */
function fieldsLayout(text: string, from: number, to: number, space: string): Layout {
  const fields = readFields(text.slice(from, to))
  const soft = fields.map(({ start, valueStart }) => ({
    start: Math.max(0, from + start - 1),
    end: from + valueStart,
  }))
  const spaces = fields.flatMap(({ start }) => (start === 0 ? [] : [{ at: from + start - 1, space }]))
  return { soft, spaces }
}

/** A JSON text that came in one line: one member a line. One that has lines of its own keeps them. */
const jsonLayout: LayOut = (text) => {
  const soft: Span[] = []
  const spaces: { at: number; space: string }[] = []
  const line = (depth: number) => `\n${'  '.repeat(Math.min(depth, 12))}`
  let depth = 0
  let at = 0
  while (at < text.length) {
    const character = text[at]
    if (character === '\n') return { soft: [], spaces: [] }
    if (character === '"') {
      const close = endOfString(text, at)
      const end = close === -1 ? text.length : close + 1
      if (text[end] === ':') {
        soft.push({ start: at, end: end + 1 })
        if (text[end + 1] !== ' ') spaces.push({ at: end + 1, space: ' ' })
      }
      at = end
      continue
    }
    if (character === '{' || character === '[') {
      depth += 1
      const empty = text[at + 1] === '}' || text[at + 1] === ']'
      if (!empty && at + 1 < text.length) spaces.push({ at: at + 1, space: line(depth) })
    } else if (character === '}' || character === ']') {
      depth = Math.max(0, depth - 1)
      const empty = text[at - 1] === '{' || text[at - 1] === '['
      if (!empty && at > 0) spaces.push({ at, space: line(depth) })
    } else if (character === ',' && at + 1 < text.length) {
      spaces.push({ at: at + 1, space: line(depth) })
    }
    at += 1
  }
  return { soft, spaces }
}

/** How a body of this media type is laid out. */
export const layoutOf = (mediaType: string): LayOut => {
  if (mediaType === 'application/x-www-form-urlencoded') return formLayout
  return mediaType === 'application/json' || mediaType.endsWith('+json') ? jsonLayout : plain
}
