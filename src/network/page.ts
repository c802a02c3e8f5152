import type { Form, FormField, Page, PageElement, PageNode } from '../flows/ports.ts'

/** Reads HTML into a document; a template in a page, a library in Node. Must run no script and load nothing. */
export type ParseHtml = (html: string) => DocumentLike

export interface DocumentLike {
  readonly title: string
  readonly body: NodeLike
}

/** As much of a DOM node as is read here. */
export interface NodeLike {
  readonly nodeType: number
  readonly textContent: string | null
  readonly childNodes: Iterable<NodeLike>
  readonly localName?: string
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>
}

const elementNode = 1
const textNode = 3

/** Left out of an inert page: what runs, loads, styles, or is for no person to read. */
const dropped = new Set(
  'script style link meta title template noscript iframe object embed svg math canvas audio video'.split(' '),
)

/** A page as plain data: what an HTML response would show at this URL, and the forms in it. */
export function readPage(html: string, url: string, parseHtml: ParseHtml): Page {
  const document = parseHtml(html)
  const forms: MutableForm[] = []
  const content = [...document.body.childNodes].flatMap((node) => readNode(node, url, forms, undefined))
  return { url, title: document.title, content, forms }
}

type MutableForm = { -readonly [K in keyof Form]: Form[K] extends readonly (infer Item)[] ? Item[] : Form[K] }

function readNode(node: NodeLike, url: string, forms: MutableForm[], outer: number | undefined): PageNode[] {
  if (node.nodeType === textNode) return [node.textContent ?? '']
  if (node.nodeType !== elementNode) return []
  const tag = node.localName ?? ''
  if (dropped.has(tag)) return []
  const attributes = Object.fromEntries(
    [...(node.attributes ?? [])].map(({ name, value }) => [name.toLowerCase(), value]),
  )
  const form = tag === 'form' ? forms.push(formOf(attributes, url)) - 1 : outer
  const content = [...node.childNodes].flatMap((child) => readNode(child, url, forms, form))
  const element: PageElement = { tag, attributes, content }
  const owner = form === undefined ? undefined : forms[form]
  if (form === undefined || owner === undefined) return [element]
  if (!('disabled' in attributes)) collect(element, node.textContent ?? '', owner)
  return [{ ...element, form }]
}

const formOf = ({ action, method }: Attributes, url: string): MutableForm => ({
  action: action && URL.canParse(action, url) ? new URL(action, url).href : url,
  method: method?.toUpperCase() === 'POST' ? 'POST' : 'GET',
  fields: [],
  buttons: [],
})

type Attributes = PageElement['attributes']

function collect(element: PageElement, text: string, form: MutableForm): void {
  const { tag, attributes } = element
  const type = (attributes.type ?? (tag === 'button' ? 'submit' : 'text')).toLowerCase()
  const { name, value } = attributes
  if ((tag === 'button' || tag === 'input') && type === 'submit') {
    form.buttons.push({
      text: (tag === 'button' ? text : (value ?? 'Submit')).trim(),
      ...(name !== undefined && { name }),
      ...(value !== undefined && { value }),
    })
    return
  }
  const field = name === undefined ? undefined : fieldOf(element, name, type, text)
  if (field) addField(field, form)
}

/** What holds a value here, and which; undefined for what holds none. */
function fieldOf(element: PageElement, name: string, type: string, text: string): FormField | undefined {
  const { tag, attributes } = element
  if (tag === 'textarea') return { name, type: 'textarea', value: text }
  if (tag === 'select') return selectOf(element, name)
  if (tag !== 'input' || ['button', 'reset', 'image'].includes(type)) return undefined
  const { value } = attributes
  if (type === 'checkbox' || type === 'radio') {
    return { name, type, value: 'checked' in attributes ? (value ?? 'on') : '' }
  }
  return { name, type, value: value ?? '' }
}

function selectOf({ attributes, content }: PageElement, name: string): FormField | undefined {
  const options = optionsIn(content)
  const selected = options.filter((option) => option.selected)
  if ('multiple' in attributes) return { name, type: 'select-multiple', value: selected[0]?.value ?? '' }
  const chosen = selected.at(-1) ?? options.find(({ disabled }) => !disabled)
  return chosen && { name, type: 'select-one', value: chosen.value }
}

/** A radio group is one field, and so are boxes of one name: a submission holds one value a name. */
function addField(field: FormField, form: MutableForm): void {
  const at = isTicked(field)
    ? form.fields.findIndex(({ name, type }) => name === field.name && type === field.type)
    : -1
  const before = form.fields[at]
  if (before === undefined) form.fields.push(field)
  else if (field.value !== '' && (field.type === 'radio' || before.value === '')) form.fields[at] = field
}

const isTicked = ({ type }: FormField): boolean => type === 'checkbox' || type === 'radio'

/** Whether a field is left out of what is sent while it is empty: a box that is not ticked, a list with none chosen. */
export const isSentOnlyWithValue = (field: FormField): boolean =>
  isTicked(field) || field.type === 'select-multiple'

interface PageOption {
  readonly text: string
  readonly value: string
  readonly selected: boolean
  readonly disabled: boolean
}

/** The options in the content of a select element, those in groups too (HTML 4.10.10). */
export function optionsIn(content: readonly PageNode[]): PageOption[] {
  return content.flatMap((node): PageOption[] => {
    if (typeof node === 'string') return []
    if (node.tag !== 'option') return optionsIn(node.content)
    const text = textOf(node.content).replace(/\s+/g, ' ').trim()
    const { value = text, ...rest } = node.attributes
    return [{ text, value, selected: 'selected' in rest, disabled: 'disabled' in rest }]
  })
}

/** The text of these nodes and of all in them. */
export const textOf = (content: readonly PageNode[]): string =>
  content.map((node) => (typeof node === 'string' ? node : textOf(node.content))).join('')
