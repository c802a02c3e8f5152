import { Choice } from './choice.tsx'

interface RunPickerProps {
  /** One label a run. */
  readonly runs: readonly string[]
  readonly current: number
  readonly onPick: (index: number) => void
}

/** Which run is on the stage, once "Continue from here" has made more than one. */
export function RunPicker({ runs, current, onPick }: RunPickerProps) {
  if (runs.length < 2) return null
  const choices = runs.map((label, index) => ({ value: `${index + 1}`, label }))
  return (
    <Choice
      label="Run"
      choices={choices}
      value={`${current + 1}`}
      onChange={(value) => onPick(Number(value) - 1)}
    />
  )
}
