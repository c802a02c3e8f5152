import { memo, useState } from 'react'
import type { Row } from '../../flows/sequence.ts'
import type { Role } from '../../oauth/roles.ts'
import { RowFigure } from './row-figure.tsx'
import { rowName } from './row-name.ts'
import type { Timing } from './timing.ts'

interface RowButtonProps {
  readonly row: Row
  readonly roles: readonly Role[]
  readonly selected: boolean
  /** The one of the selected rows that gives its entry its name. */
  readonly leads: boolean
  readonly tabIndex: number
  /** Set if the row is new when it is first shown. */
  readonly timing: Timing | undefined
  readonly onSelect: (entry: number, path: string | undefined) => void
}

/**
 * One message of the diagram, which shows itself in full when pressed. Rows are made anew whenever something happens,
 * and those that say what they said are not drawn again.
 */
export const RowButton = memo(DrawnRowButton, isSame)

function DrawnRowButton({ row, roles, selected, leads, tabIndex, timing, onSelect }: RowButtonProps) {
  const [firstTiming] = useState(
    timing && { animationDuration: `${timing.duration}ms`, animationDelay: `${timing.delay}ms` },
  )
  return (
    <li>
      <button
        type="button"
        tabIndex={tabIndex}
        aria-current={selected || undefined}
        data-entry={row.entry}
        onClick={() => onSelect(row.entry, row.path)}
        className={`group relative block w-full rounded-md px-2 py-1 text-left -outline-offset-2 @max-[559px]:hover:bg-wash @min-[560px]:h-[43px] @min-[560px]:short:h-[38px] @min-[560px]:p-0 ${
          selected ? '@max-[559px]:bg-wash' : ''
        }`}
      >
        <span className="sr-only">{rowName(row, roles)}</span>
        <RowFigure row={row} roles={roles} selected={leads} timing={firstTiming} />
        <span
          className={`pointer-events-none absolute inset-0 hidden bg-linear-to-r from-transparent to-transparent @min-[560px]:block ${
            selected ? 'via-accent/8' : 'group-hover:via-ink/5'
          }`}
        />
      </button>
    </li>
  )
}

/** Whether plain data say the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const others: { readonly [name: string]: unknown } = { ...other }
  const members = Object.entries(one)
  return (
    members.length === Object.keys(others).length &&
    members.every(([name, value]) => isSame(value, others[name]))
  )
}
