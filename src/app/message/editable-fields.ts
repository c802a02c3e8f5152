import { type Field, formOf, readFields } from '../../http/form.ts'

/** A parameter in the raw text of a request, with its offsets there. */
export interface EditableField extends Field {
  readonly from: 'query' | 'body'
}

/** The stretches of a raw request that hold parameters: the query, and a body that is a form. Read even when the rest cannot be. */
function formsIn(text: string): { from: 'query' | 'body'; start: number; end: number }[] {
  const first = /^[\r\n]*/.exec(text)?.[0].length ?? 0
  const lineEnd = endOf(text, '\n', first)
  const line = text.slice(first, lineEnd).replace(/(?: HTTP\/\d(?:\.\d)?)?\r?$/, '')
  const mark = line.indexOf('?')
  const blank = /\n\r?\n/.exec(text.slice(first))
  const bodyStart = blank ? first + blank.index + blank[0].length : text.length
  const isForm = /^content-type:\s*application\/x-www-form-urlencoded/im.test(text.slice(first, bodyStart))
  return [
    ...(mark === -1 ? [] : [{ from: 'query' as const, start: first + mark + 1, end: first + line.length }]),
    ...(isForm && blank ? [{ from: 'body' as const, start: bodyStart, end: text.length }] : []),
  ]
}

/** Every parameter of a raw request, in order. */
export function editableFields(text: string): EditableField[] {
  return formsIn(text).flatMap(({ from, start, end }) =>
    readFields(text.slice(start, end)).map((field) => ({
      ...field,
      from,
      start: start + field.start,
      end: start + field.end,
      valueStart: start + field.valueStart,
    })),
  )
}

/** The text with other bytes for one value; nothing else of it changes. */
export function withValue(text: string, field: EditableField, value: string): string {
  const equals = text.slice(field.start, field.end).includes('=') ? '' : '='
  return text.slice(0, field.valueStart) + equals + encoded(value) + text.slice(field.end)
}

/** The text with other bytes for one name; nothing else of it changes. */
export function withName(text: string, field: EditableField, name: string): string {
  const rest = text.slice(field.start, field.end)
  const equals = rest.indexOf('=')
  const after = equals === -1 ? '=' : rest.slice(equals)
  return text.slice(0, field.start) + encoded(name) + after + text.slice(field.end)
}

/** The text without this field and the ampersand that joined it to its neighbour. */
export function withoutField(text: string, { start, end }: EditableField): string {
  if (text[start - 1] === '&') return text.slice(0, start - 1) + text.slice(end)
  return text.slice(0, start) + text.slice(text[end] === '&' ? end + 1 : end)
}

/** The text with an empty field more, in the body when that is a form and in the query otherwise. */
export function withNewField(text: string): string {
  const forms = formsIn(text)
  const form = forms.find(({ from }) => from === 'body') ?? forms[0]
  if (form) {
    const joint = form.end > form.start && text[form.end - 1] !== '&' ? '&' : ''
    return `${text.slice(0, form.end)}${joint}=${text.slice(form.end)}`
  }
  const first = /^[\r\n]*/.exec(text)?.[0].length ?? 0
  const line = text.slice(first, endOf(text, '\n', first)).replace(/(?: HTTP\/\d(?:\.\d)?)?\r?$/, '')
  const at = first + line.length
  return `${text.slice(0, at)}?=${text.slice(at)}`
}

/** One component as application/x-www-form-urlencoded. */
const encoded = (text: string): string => formOf([['', text]]).slice(1)

function endOf(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from)
  return at === -1 ? text.length : at
}
