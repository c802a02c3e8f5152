import type { Flow, Setting } from './flow.ts'
import { isAside, positionOf, type Run } from './run.ts'

export type StepState = 'done' | 'failed' | 'current' | 'todo'

/** How far a run has come: what became of each step, and where it stands in words. */
export interface Progress {
  readonly steps: readonly StepState[]
  readonly place: string
}

export function progressOf(run: Run, flow: Flow, setting: Setting): Progress {
  const { steps, at } = positionOf(run, flow, setting)
  const entries = run.entries.filter((entry) => !isAside(entry))
  const hasFailed = (id: string | undefined) =>
    entries.findLast(({ step }) => step === id)?.outcome === 'failed'
  const last = entries.at(-1)
  const refused = last?.outcome === 'failed' ? steps.find(({ id }) => id === last.step) : undefined
  const again = refused !== undefined && refused === steps[at]
  const here = at < steps.length ? `Step ${at + 1} of ${steps.length}` : `All ${steps.length} steps are done`
  return {
    steps: steps.map(({ id }, index): StepState => {
      if (index > at) return 'todo'
      if (index === at) return again ? 'failed' : 'current'
      return hasFailed(id) ? 'failed' : 'done'
    }),
    place: again ? `${here}, refused.` : refused ? `“${refused.action}” was refused. ${here}.` : `${here}.`,
  }
}
