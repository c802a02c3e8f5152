import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { NodeLike, ParseHtml } from '../network/page.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** A browser's parsing rules, into as much of a document as a page is read from. */
export const parseHtml: ParseHtml = (html) => {
  const root = elementIn(parse(html), 'html')
  return {
    title: nodeLike(elementIn(elementIn(root, 'head'), 'title')).textContent?.trim() ?? '',
    body: nodeLike(elementIn(root, 'body')),
  }
}

/** The parser makes html, head and body where the text has none; only a title may be missing. */
const elementIn = (parent: Node | undefined, name: string): Element | undefined =>
  childrenOf(parent).find((node): node is Element => node.nodeName === name)

const childrenOf = (node: Node | undefined): readonly Node[] =>
  node && 'childNodes' in node ? node.childNodes : []

function nodeLike(node: Node | undefined): NodeLike {
  if (node && 'value' in node) return { nodeType: 3, textContent: node.value, childNodes: [] }
  const childNodes = childrenOf(node).map(nodeLike)
  return {
    nodeType: node && 'tagName' in node ? 1 : 8,
    textContent: childNodes.map(({ textContent }) => textContent).join(''),
    childNodes,
    ...(node && 'tagName' in node && { localName: node.tagName, attributes: node.attrs }),
  }
}
