export type StepState = 'done' | 'failed' | 'current' | 'todo'

const colours = {
  done: 'bg-accent',
  failed: 'bg-bad',
  current: 'bg-accent/45',
  todo: 'bg-line',
} satisfies Record<StepState, string>

/** One dash a step. For eyes only: the text beside it says the same. */
export function Progress({ steps }: { steps: readonly StepState[] }) {
  return (
    <span aria-hidden="true" className="flex w-full gap-[5px] lg:w-auto lg:shrink-0">
      {steps.map((state, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          key={index}
          className={`h-1 flex-1 rounded-full transition-colors duration-300 lg:w-5 lg:flex-none xl:w-5 ${colours[state]}`}
        />
      ))}
    </span>
  )
}

/** `Step 8 of 9.`, and what became of it. */
export function placeOf(steps: readonly StepState[]): string {
  const at = steps.findIndex((state) => state === 'current' || state === 'failed')
  if (at === -1) return `All ${steps.length} steps are done.`
  return `Step ${at + 1} of ${steps.length}${steps[at] === 'failed' ? ', refused' : ''}.`
}
