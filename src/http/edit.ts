import { readFields } from './form.ts'
import { type HttpRequest, pathOf, queryOf } from './message.ts'

/**
 * An edited request with one parameter or header field put back to what `prepared` has for it, and everything else
 * as edited. Undefined when nothing there differs.
 */
export function restored(edited: HttpRequest, prepared: HttpRequest, name: string): HttpRequest | undefined {
  const mended: HttpRequest = {
    ...edited,
    target: withQuery(edited.target, restoredForm(queryOf(edited.target), queryOf(prepared.target), name)),
    headers: restoredHeaders(edited, prepared, name),
    body: restoredForm(edited.body, prepared.body, name),
  }
  return JSON.stringify(mended) === JSON.stringify(edited) ? undefined : mended
}

const withQuery = (target: string, query: string): string =>
  query === '' ? pathOf(target) : `${pathOf(target)}?${query}`

/** Fields of that name as they stand in `prepared`, in their place there; the others as in `edited`. */
function restoredForm(edited: string, prepared: string, name: string): string {
  const right = readFields(prepared).filter((field) => field.name === name)
  const present = readFields(edited)
  const wrong = present.filter((field) => field.name === name)
  if (right.length === 0 && wrong.length === 0) return edited
  const texts = right.map(({ start, end }) => prepared.slice(start, end))
  const at = present.findIndex((field) => field.name === name)
  const others = present
    .filter((field) => field.name !== name)
    .map(({ start, end }) => edited.slice(start, end))
  return others.toSpliced(at === -1 ? others.length : at, 0, ...texts).join('&')
}

function restoredHeaders(edited: HttpRequest, prepared: HttpRequest, name: string): HttpRequest['headers'] {
  const matches = ([field]: HttpRequest['headers'][number]) => field.toLowerCase() === name.toLowerCase()
  const at = edited.headers.findIndex(matches)
  const others = edited.headers.filter((header) => !matches(header))
  return others.toSpliced(at === -1 ? others.length : at, 0, ...prepared.headers.filter(matches))
}
