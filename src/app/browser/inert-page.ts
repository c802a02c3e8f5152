import type { PageElement, PageNode } from '../../flows/ports.ts'

/** How much of a page is drawn; whoever wrote the page decides how much there is. */
const most = { elements: 1500, characters: 20_000, depth: 40 }

/** Drawn as themselves. Everything else gives its content to where it stood. */
const drawn = new Set(
  'h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd strong em b i code pre label input select option optgroup textarea button form fieldset legend div span main section article header footer nav small br hr a table caption thead tbody tfoot tr th td'.split(
    ' ',
  ),
)

/** Between rows and cells there is no text, and React says so. */
const tableParts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr'])

/** A page's content cut down to the elements that are drawn, to a depth and a size that no page can break. */
export function inertContent(content: readonly PageNode[]): PageNode[] {
  const left = { elements: most.elements, characters: most.characters }

  function text(value: string): PageNode[] {
    if (left.characters <= 0 || value === '') return []
    const cut = value.length > left.characters ? `${value.slice(0, left.characters)} …` : value
    left.characters -= value.length
    return [cut]
  }

  function read(node: PageNode, depth: number, inForm: boolean): PageNode[] {
    if (typeof node === 'string') return text(node)
    const { tag } = node
    if (depth > most.depth || left.elements <= 0) return []
    if (!drawn.has(tag)) return readAll(node.content, depth + 1, inForm)
    left.elements -= 1
    const nestedForm = tag === 'form' && inForm
    const inside = readAll(node.content, depth + 1, inForm || tag === 'form').filter(
      (child) => !(tableParts.has(tag) && typeof child === 'string'),
    )
    return nestedForm ? inside : [{ ...node, content: inside } satisfies PageElement]
  }

  const readAll = (nodes: readonly PageNode[], depth: number, inForm: boolean): PageNode[] =>
    nodes.flatMap((node) => read(node, depth, inForm))

  return readAll(content, 0, false)
}
