import type { ReactNode } from 'react'
import type { PageElement } from '../../flows/ports.ts'
import { optionsIn, textOf } from '../../network/page.ts'

type Attributes = PageElement['attributes']

/** Kinds of input that do nothing but hold a text. The others, such as file or image, are left out. */
const textTypes = new Set(['text', 'password', 'email', 'tel', 'url', 'search', 'number'])

const button =
  'mt-4 mr-2 rounded-lg border border-ink bg-ink px-3.5 py-1 font-medium text-panel not-first-of-type:bg-panel not-first-of-type:text-ink'

const field = 'mt-1 block w-full rounded-md border border-edge bg-panel px-2.5 py-1 text-ink'

interface ControlProps {
  readonly element: PageElement
  readonly prefix: string
}

/** A field of the page: it holds what is typed until the form is submitted, and no script sees it. */
export function PageInput({ attributes, prefix }: { attributes: Attributes; prefix: string }) {
  const { value = '' } = attributes
  const type = (attributes.type ?? 'text').toLowerCase()
  const common = commonOf(attributes, prefix)
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
        disabled={'disabled' in attributes}
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
      {...typedOf(attributes)}
      className={field}
    />
  )
}

/** A list of the page to choose from. */
export function PageSelect({ element: { attributes, content }, prefix }: ControlProps) {
  const options = optionsIn(content)
  const chosen = options.filter(({ selected }) => selected).map(({ value }) => value)
  const multiple = 'multiple' in attributes
  return (
    <select
      {...commonOf(attributes, prefix)}
      multiple={multiple}
      defaultValue={multiple ? chosen : chosen.at(-1)}
      required={'required' in attributes}
      disabled={'disabled' in attributes}
      className={field}
    >
      {options.map(({ text, value, disabled }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page as it was read never changes its order.
        <option key={index} value={value} disabled={disabled}>
          {text}
        </option>
      ))}
    </select>
  )
}

/** A field of the page for more than one line. */
export function PageTextArea({ element: { attributes, content }, prefix }: ControlProps) {
  return (
    <textarea
      {...commonOf(attributes, prefix)}
      defaultValue={textOf(content)}
      rows={3}
      {...typedOf(attributes)}
      className={field}
    />
  )
}

function commonOf(attributes: Attributes, prefix: string) {
  const { name, id } = attributes
  const label = attributes['aria-label']
  return {
    ...(name !== undefined && { name }),
    ...(id && { id: prefix + id }),
    ...(label && { 'aria-label': label }),
  }
}

/** What fields share that are typed into. */
const typedOf = (attributes: Attributes) => ({
  required: 'required' in attributes,
  readOnly: 'readonly' in attributes,
  disabled: 'disabled' in attributes,
  ...(attributes.placeholder && { placeholder: attributes.placeholder }),
  autoComplete: 'off',
  autoCapitalize: 'none',
  spellCheck: false,
})

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
