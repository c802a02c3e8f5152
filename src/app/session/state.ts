import type { Run } from '../../flows/run.ts'

/** A run and the memory of its world as the run left it, so that one can be put aside for another. */
export interface Branch {
  readonly run: Run
  readonly snapshot: unknown
  /** Number of the message it was forked before, from 1; absent for a run from the beginning. */
  readonly forkedAt?: number
}

export interface SessionState {
  readonly branches: readonly Branch[]
  readonly current: number
  /** How far the clock was moved, in milliseconds. */
  readonly offset: number
  readonly busy: boolean
  /** What could not be done or kept, as a sentence. */
  readonly notice?: string
}

/** The branch that is on the stage. */
export function branchOf({ branches, current }: Pick<SessionState, 'branches' | 'current'>): Branch {
  const branch = branches[current]
  if (!branch) throw new RangeError(`There is no branch ${current}.`)
  return branch
}
