import type { CSSProperties } from 'react'
import type { Row } from '../../flows/sequence.ts'
import type { Role } from '../../oauth/roles.ts'
import { Arrow } from './arrow.tsx'
import { Label } from './label.tsx'
import { nameOf, spanOf } from './span.ts'

export type Drawn = Omit<Row, 'key' | 'entry'>

interface RowFigureProps {
  readonly row: Drawn
  readonly roles: readonly Role[]
  readonly selected?: boolean
  /** Not sent yet. */
  readonly upcoming?: boolean
  readonly timing?: CSSProperties | undefined
}

/** How a row looks: between the lanes where there is room for them, else as two lines of text. For eyes only. */
export function RowFigure({ row, roles, selected = false, upcoming = false, timing }: RowFigureProps) {
  const span = spanOf(row, roles)
  const local = row.from === row.to
  const text = textColour(row, selected, upcoming)
  const arrow = row.refused || selected ? text : upcoming ? 'text-edge' : 'text-soft'
  return (
    <span aria-hidden="true">
      <span
        className={`flex min-w-0 items-baseline text-[12.5px] leading-5 @min-[560px]:absolute @min-[560px]:left-(--middle) @min-[560px]:w-max @min-[560px]:max-w-(--room) @min-[560px]:-translate-x-1/2 @min-[560px]:bg-paper @min-[560px]:px-1.5 @min-[560px]:text-xs ${
          local ? '@min-[560px]:top-2.5' : '@min-[560px]:top-1'
        } ${text} ${selected ? 'font-semibold' : ''} ${timing ? 'appears' : ''}`}
        style={{ '--middle': `${span.middle}%`, '--room': `${span.room}%`, ...timing } as CSSProperties}
      >
        <span
          className={`shrink-0 text-[10.5px] tabular-nums @max-[559px]:w-7 @min-[560px]:mr-2 @min-[560px]:empty:hidden ${
            selected ? '' : 'text-soft'
          }`}
        >
          {upcoming ? 'next' : row.number}
        </span>
        <span className="min-w-0 truncate">
          <Label row={row} />
        </span>
      </span>
      <span className="block truncate pl-7 text-[11.5px] text-soft @min-[560px]:hidden">
        {local ? nameOf(row.from, roles) : `${nameOf(row.from, roles)} → ${nameOf(row.to, roles)}`}
      </span>
      {!local && (
        <Arrow span={span} dashed={row.kind === 'response'} bold={selected} colour={arrow} timing={timing} />
      )}
    </span>
  )
}

function textColour(row: Drawn, selected: boolean, upcoming: boolean): string {
  if (row.refused) return 'text-bad'
  if (selected) return 'text-accent'
  return upcoming || row.again ? 'text-soft' : 'text-ink'
}
