import type { Role } from '../../oauth/roles.ts'

/** Where a row lies between the lanes, in percent of the stage's width. */
export interface Span {
  readonly left: number
  readonly width: number
  readonly middle: number
  /** How wide a label may be that is centred over it. */
  readonly room: number
  readonly leftwards: boolean
}

/** The middle of a lane; a role without one is drawn in the first. */
export function middleOf(role: string, roles: readonly Role[]): number {
  const index = roles.findIndex(({ id }) => id === role)
  return ((Math.max(index, 0) + 0.5) / roles.length) * 100
}

export function spanOf(
  { from, to }: { readonly from: string; readonly to: string },
  roles: readonly Role[],
): Span {
  const start = middleOf(from, roles)
  const end = middleOf(to, roles)
  const left = Math.min(start, end)
  const width = Math.abs(end - start)
  const middle = left + width / 2
  return { left, width, middle, room: 2 * Math.min(middle, 100 - middle), leftwards: end < start }
}

export const nameOf = (role: string, roles: readonly Role[]): string =>
  roles.find(({ id }) => id === role)?.name ?? role
