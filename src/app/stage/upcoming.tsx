import type { Row } from '../../flows/sequence.ts'
import type { Role } from '../../oauth/roles.ts'
import { RowFigure } from './row-figure.tsx'
import { upcomingName } from './row-name.ts'

export type UpcomingRow = Pick<Row, 'text' | 'from' | 'to' | 'carries'>

interface UpcomingProps {
  readonly row: UpcomingRow
  readonly roles: readonly Role[]
}

/** The message that the next action sends, drawn quietly where it will be. */
export function Upcoming({ row, roles }: UpcomingProps) {
  const kind = row.from === row.to ? 'local' : 'request'
  return (
    <p className="relative px-2 py-1 @min-[560px]:h-[43px] @min-[560px]:short:h-[38px] @min-[560px]:p-0">
      <span className="sr-only">{upcomingName(row, roles)}</span>
      <RowFigure row={{ ...row, kind, refused: false, edited: false, again: false }} roles={roles} upcoming />
    </p>
  )
}
