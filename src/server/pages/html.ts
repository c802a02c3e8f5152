/** Text that is HTML already. Only {@link html} makes it. */
export interface Html {
  readonly [markup]: string
}
const markup = Symbol('HTML')

type Part = Html | string | readonly Html[] | undefined

/** A template of HTML. Every text that is put in is escaped, in content and in quoted attributes alike. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  [markup]: texts.reduce((before, text, at) => before + written(parts[at - 1]) + text),
})

/** The HTML as text, for the wire. */
export const textOf = (part: Html): string => part[markup]

function written(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => entities[character] as string)
  return markup in part ? part[markup] : part.map(textOf).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
