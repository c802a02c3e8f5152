import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Row } from '../../flows/sequence.ts'
import { type Role, userAgent } from '../../oauth/roles.ts'
import { useRoving } from '../keyboard/use-roving.ts'
import { LaneHeads, Lifelines } from './lane-heads.tsx'
import { RowButton } from './row-button.tsx'
import { middleOf } from './span.ts'
import { timingsOf } from './timing.ts'
import { Upcoming, type UpcomingRow } from './upcoming.tsx'
import { useReveal } from './use-reveal.ts'

interface StageProps {
  readonly roles: readonly Role[]
  readonly rows: readonly Row[]
  /** Index of the run's entry that is shown in full. */
  readonly selected: number | undefined
  readonly onSelect: (entry: number, path: string | undefined) => void
  readonly upcoming?: UpcomingRow | undefined
  /** Leaves what was selected, for what is next. */
  readonly onFollow: () => void
  /** The simulated browser, drawn under its lane after the last message. */
  readonly children?: ReactNode
}

/** The story so far: every message between the lanes of those who take part. */
export function Stage({ roles, rows, selected, onSelect, upcoming, onFollow, children }: StageProps) {
  const stage = useRef<HTMLElement>(null)
  const shown = useShown()
  const timings = shown ? timingsOf(rows) : undefined
  useReveal(stage, rows.length, selected)
  const numbered = rows.findIndex(({ entry, number }) => entry === selected && number !== undefined)
  const leading = rows[numbered]?.kind === 'pressed' ? numbered + 1 : numbered
  const { tabIndexOf, list } = useRoving(rows.length, Math.max(leading, 0), (index) => {
    const row = rows[index]
    if (row !== undefined) onSelect(row.entry, row.path)
  })
  return (
    <section
      ref={stage}
      aria-label="Sequence"
      className="@container flex max-h-[46svh] min-h-72 lg:min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto px-3 [scrollbar-gutter:stable] [scrollbar-width:thin] motion-safe:scroll-smooth lg:max-h-none lg:px-5"
    >
      <LaneHeads roles={roles} />
      <div className="relative flex-1 pt-1 pb-4">
        <Lifelines count={roles.length} />
        <ol className="relative" {...list}>
          {rows.map((row, index) => (
            <RowButton
              key={row.key}
              row={row}
              roles={roles}
              selected={row.entry === selected}
              leads={index === leading}
              tabIndex={tabIndexOf(index)}
              timing={timings?.[index]}
              onSelect={onSelect}
            />
          ))}
        </ol>
        {children && (
          <div
            data-browser
            className="relative my-2 max-w-[440px] @min-[560px]:ml-[max(0px,calc(var(--lane)-220px))]"
            style={{ '--lane': `${middleOf(userAgent, roles)}%` } as CSSProperties}
          >
            {children}
          </div>
        )}
        {upcoming && <Upcoming row={upcoming} roles={roles} onFollow={onFollow} />}
      </div>
    </section>
  )
}

/** False while the first rows are shown, which were there before and do not draw themselves. */
function useShown(): boolean {
  const [shown, setShown] = useState(false)
  useEffect(() => setShown(true), [])
  return shown
}
