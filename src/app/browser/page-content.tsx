import type { ReactNode } from 'react'
import type { PageElement, PageNode } from '../../flows/ports.ts'
import { PageButton, PageInput, PageSelect, PageTextArea } from './page-control.tsx'

export interface PageContentProps {
  readonly content: readonly PageNode[]
  /** Put before every id of the page, so that none meets one of ours. */
  readonly prefix: string
}

/** Our element and look for each of theirs. Headings go down two levels, landmarks are ours alone. */
const looks: Readonly<Record<string, readonly [tag: keyof HTMLElementTagNameMap, className: string]>> = {
  h1: ['h3', 'text-lg leading-snug font-semibold tracking-tight'],
  h2: ['h4', 'text-base font-semibold'],
  h3: ['h5', 'font-semibold'],
  h4: ['h6', 'font-semibold'],
  h5: ['h6', 'font-semibold'],
  h6: ['h6', 'font-semibold'],
  p: ['p', 'mt-2 first:mt-0'],
  ul: ['ul', 'mt-2 list-disc pl-5'],
  ol: ['ol', 'mt-2 list-decimal pl-5'],
  li: ['li', 'mt-0.5'],
  dl: ['dl', 'mt-2'],
  dt: ['dt', 'font-medium'],
  dd: ['dd', 'pl-4'],
  strong: ['strong', 'font-semibold'],
  b: ['b', 'font-semibold'],
  em: ['em', ''],
  i: ['i', ''],
  small: ['small', 'text-xs'],
  code: ['code', 'font-mono text-xs'],
  pre: ['pre', 'mt-2 font-mono text-xs whitespace-pre-wrap'],
  label: ['label', 'mt-3 block text-[13px] font-medium'],
  fieldset: ['fieldset', 'mt-3 rounded-lg border border-line p-3'],
  legend: ['legend', 'px-1 text-[13px] font-medium'],
  span: ['span', ''],
  table: ['table', 'mt-2'],
  caption: ['caption', 'text-left text-soft'],
  thead: ['thead', ''],
  tbody: ['tbody', ''],
  tfoot: ['tfoot', ''],
  tr: ['tr', ''],
  th: ['th', 'pr-3 text-left font-medium'],
  td: ['td', 'pr-3 align-top'],
  hr: ['hr', 'my-3 border-line'],
  br: ['br', ''],
}

/** A page's content as elements of ours: nothing of it runs, loads, links or is styled by whoever wrote it. */
export function PageContent({ content, prefix }: PageContentProps) {
  return content.map((node, index) =>
    typeof node === 'string' ? (
      node
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a page as it was read never changes its order.
      <Element key={index} element={node} prefix={prefix} />
    ),
  )
}

function Element({ element, prefix }: { element: PageElement; prefix: string }) {
  const { tag, attributes, content, form } = element
  if (tag === 'select') return <PageSelect element={element} prefix={prefix} />
  if (tag === 'textarea') return <PageTextArea element={element} prefix={prefix} />
  const inside = <PageContent content={content} prefix={prefix} />
  if (tag === 'input') return <PageInput attributes={attributes} prefix={prefix} />
  if (tag === 'button') return <PageButton attributes={attributes}>{inside}</PageButton>
  if (tag === 'a') return <Anchor href={attributes.href}>{inside}</Anchor>
  if (tag === 'form') {
    return (
      <form data-form={form} className="mt-1">
        {inside}
      </form>
    )
  }
  const [Tag, className] = looks[tag] ?? (['div', ''] as const)
  const common = { className, ...harmless(attributes, prefix) }
  if (Tag === 'br' || Tag === 'hr') return <Tag className={className} />
  if (Tag === 'label') {
    return (
      // biome-ignore lint/a11y/noLabelWithoutControl: which control it labels is for the page to say.
      <label {...common} {...(attributes.for && { htmlFor: prefix + attributes.for })}>
        {inside}
      </label>
    )
  }
  // A literal name keeps JSX's types small; every other tag above takes the same three attributes.
  const Plain = Tag as 'div'
  return <Plain {...common}>{inside}</Plain>
}

function harmless({ id, role }: Readonly<Record<string, string>>, prefix: string) {
  const alert = role === 'alert' && 'rounded-lg border-l-3 border-bad bg-bad/8 px-3 py-2 mt-2'
  return {
    ...(id && { id: prefix + id }),
    ...(alert && { role: 'alert', className: alert }),
    ...(role === 'status' && { role: 'status' }),
  }
}

/** A link of the page as text: where it would lead is shown, and it leads nowhere. */
function Anchor({ href, children }: { href: string | undefined; children: ReactNode }) {
  return (
    <span>
      <span className="underline decoration-edge underline-offset-3">{children}</span>
      {href && <span className="font-mono text-xs wrap-anywhere text-soft"> ({href.slice(0, 200)})</span>}
    </span>
  )
}
