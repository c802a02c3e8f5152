import type { ReactNode } from 'react'

type Attributes = Readonly<Record<string, string>>

/** Kinds of input that do nothing but hold a text. The others, such as file or image, are left out. */
const textTypes = new Set(['text', 'password', 'email', 'tel', 'url', 'search', 'number'])

const button =
  'mt-4 mr-2 rounded-lg border border-ink bg-ink px-3.5 py-1 font-medium text-panel not-first-of-type:bg-panel not-first-of-type:text-ink'

/** A field of the page: it holds what is typed until the form is submitted, and no script sees it. */
export function PageInput({ attributes, prefix }: { attributes: Attributes; prefix: string }) {
  const { name, value = '', id } = attributes
  const type = (attributes.type ?? 'text').toLowerCase()
  const common = { ...(name !== undefined && { name }), ...(id && { id: prefix + id }) }
  if (type === 'hidden') return <input type="hidden" {...common} value={value} />
  if (type === 'submit') return <PageButton attributes={attributes}>{value || 'Submit'}</PageButton>
  if (type === 'checkbox' || type === 'radio') {
    const checked = 'checked' in attributes
    return (
      <input
        type={type}
        {...common}
        {...('value' in attributes && { value })}
        defaultChecked={checked}
        className="mr-2"
      />
    )
  }
  if (!textTypes.has(type) && type !== '') return null
  return (
    <input
      type={textTypes.has(type) ? type : 'text'}
      {...common}
      defaultValue={value}
      required={'required' in attributes}
      readOnly={'readonly' in attributes}
      disabled={'disabled' in attributes}
      {...(attributes['aria-label'] && { 'aria-label': attributes['aria-label'] })}
      {...(attributes.placeholder && { placeholder: attributes.placeholder })}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      className="mt-1 block w-full rounded-md border border-edge bg-panel px-2.5 py-1 text-ink"
    />
  )
}

/** A button of the page. Only one that submits does anything. */
export function PageButton({ attributes, children }: { attributes: Attributes; children: ReactNode }) {
  const { name, value, type = 'submit', id: _ } = attributes
  return (
    <button
      type={type === 'submit' ? 'submit' : 'button'}
      {...(name !== undefined && { name })}
      {...(value !== undefined && { value })}
      disabled={'disabled' in attributes}
      className={button}
    >
      {children}
    </button>
  )
}
