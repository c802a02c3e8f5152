import type { Row } from '../../flows/sequence.ts'
import type { Role } from '../../oauth/roles.ts'
import { valueKinds } from '../../oauth/values.ts'
import { nameOf } from './span.ts'

/**
 * A row as read aloud: `8, POST /token, from web-app to Authorization server, edited, carries code, verifier`. A row
 * without a number of its own says whose it is: `response in 8, 400 invalid_grant, …`.
 */
export function rowName(row: Row, roles: readonly Role[]): string {
  return [
    row.number === undefined ? `${row.kind} in ${row.entry + 1}` : `${row.number}`,
    row.text,
    ...describe(row, roles),
  ].join(', ')
}

/** The row that is not sent yet, as read aloud. */
export const upcomingName = (row: Pick<Row, 'text' | 'from' | 'to' | 'carries'>, roles: readonly Role[]) =>
  ['next', row.text, ...describe(row, roles)].join(', ')

type Described = Pick<Row, 'from' | 'to' | 'carries'> & Partial<Pick<Row, 'refused' | 'edited' | 'again'>>

const describe = ({ from, to, refused, edited, again, carries }: Described, roles: readonly Role[]) => [
  from === to ? `at ${nameOf(from, roles)}` : `from ${nameOf(from, roles)} to ${nameOf(to, roles)}`,
  ...(refused ? ['refused'] : []),
  ...(edited ? ['edited'] : []),
  ...(again ? ['sent again'] : []),
  ...(carries.length > 0 ? [`carries ${carries.map(({ kind }) => valueKinds[kind].name).join(', ')}`] : []),
]
