import type { Row } from '../../flows/sequence.ts'
import type { Role } from '../../oauth/roles.ts'
import { RowFigure } from './row-figure.tsx'
import { upcomingName } from './row-name.ts'

export type UpcomingRow = Pick<Row, 'text' | 'from' | 'to' | 'carries'>

interface UpcomingProps {
  readonly row: UpcomingRow
  readonly roles: readonly Role[]
  /** Leaves what was picked, for what is next. */
  readonly onFollow: () => void
}

/** The message that the next action sends, drawn quietly where it will be. */
export function Upcoming({ row, roles, onFollow }: UpcomingProps) {
  const kind = row.from === row.to ? 'local' : 'request'
  return (
    <button
      type="button"
      onClick={onFollow}
      className="relative block w-full rounded-md px-2 py-1 text-left -outline-offset-2 @min-[560px]:h-[43px] @min-[560px]:short:h-[38px] @min-[560px]:p-0"
    >
      <span className="sr-only">{upcomingName(row, roles)}</span>
      <RowFigure row={{ ...row, kind, refused: false, edited: false, again: false }} roles={roles} upcoming />
    </button>
  )
}
