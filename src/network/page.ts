import type { Form, Page, PageElement, PageNode } from '../flows/ports.ts'

/** Reads HTML into a document; DOMParser in a page, a library in Node. Must run no script and load nothing. */
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

/** Left out of an inert page: what runs, loads or styles. */
const dropped = new Set([
  'script',
  'style',
  'link',
  'meta',
  'title',
  'iframe',
  'object',
  'embed',
  'noscript',
  'template',
  'svg',
])

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
  collect(tag, attributes, node.textContent ?? '', owner)
  return [{ ...element, form }]
}

const formOf = ({ action, method }: Attributes, url: string): MutableForm => ({
  action: action && URL.canParse(action, url) ? new URL(action, url).href : url,
  method: method?.toUpperCase() === 'POST' ? 'POST' : 'GET',
  fields: [],
  buttons: [],
})

type Attributes = Readonly<Record<string, string>>

function collect(tag: string, attributes: Attributes, text: string, form: MutableForm): void {
  const { type = tag === 'button' ? 'submit' : 'text', name, value } = attributes
  if ((tag === 'button' || tag === 'input') && type === 'submit') {
    form.buttons.push({
      text: (tag === 'button' ? text : (value ?? 'Submit')).trim(),
      ...(name !== undefined && { name }),
      ...(value !== undefined && { value }),
    })
  } else if (tag === 'input' && name !== undefined) {
    form.fields.push({ name, type, value: value ?? '' })
  }
}
