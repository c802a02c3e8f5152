import type { ReactNode } from 'react'
import { type Hue, type ValueKind, valueKinds } from '../../oauth/values.ts'
import { useLit } from './lit.tsx'

/** Text colour of each kind of value, the same everywhere. */
const hueClass = {
  code: 'text-hue-code',
  access: 'text-hue-access',
  refresh: 'text-hue-refresh',
  id: 'text-hue-id',
  state: 'text-hue-state',
  pkce: 'text-hue-pkce',
  secret: 'text-hue-secret',
} satisfies Record<Hue, string>

export const hueOf = (kind: ValueKind): string => hueClass[valueKinds[kind].hue]

interface ValueMarkProps {
  readonly kind: ValueKind
  /** The decoded value: what makes two places the same. */
  readonly value: string
  readonly children: ReactNode
  /** A chip stands by itself and can be focused; plain text is marked where it stands. */
  readonly chip?: boolean
  /** Of a chip that is one of many, reached with the arrow keys. */
  readonly tabIndex?: number
}

/** A value in its colour, lit up with every other place where it stands. */
export function ValueMark({ kind, value, children, chip = false, tabIndex }: ValueMarkProps) {
  const { lit, handlers } = useLit(value)
  // A ring, not an outline: the outline shows where the focus is.
  const glow = lit ? 'bg-current/14 ring-1 ring-current/50' : chip ? 'bg-current/8' : ''
  if (!chip) {
    return (
      <span className={`rounded-sm ${hueOf(kind)} ${glow}`} {...handlers}>
        {children}
      </span>
    )
  }
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      className={`${hueOf(kind)} rounded-md px-1.5 font-mono text-[11.5px] leading-5 whitespace-nowrap ${glow}`}
      {...handlers}
      onClick={handlers.onFocus}
    >
      {children}
    </button>
  )
}
