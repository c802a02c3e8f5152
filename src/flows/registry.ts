import { authorizationCode } from './authorization-code.ts'
import type { Flow } from './flow.ts'

/** Every grant that can be walked, in the order in which it is offered. */
export const flows: readonly Flow[] = [authorizationCode]

export const flowById = (id: string): Flow | undefined => flows.find((flow) => flow.id === id)
