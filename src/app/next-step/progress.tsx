import type { StepState } from '../../flows/progress.ts'

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
