import { useId } from 'react'

interface ChoiceProps {
  readonly label: string
  readonly says?: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A quiet label with a native select, as one pill. */
export function Choice({ label, says, choices, value, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <span className="pill relative pr-0 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent [&:not(:has(:focus-visible))]:outline-none">
      <label htmlFor={id} className="text-soft">
        {label}
      </label>
      <select
        id={id}
        title={says}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content min-h-[26px] cursor-pointer appearance-none rounded-full bg-transparent pr-7 outline-none [&>option]:bg-panel [&>option]:text-ink"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <svg
        aria-hidden="true"
        viewBox="0 0 8 5"
        className="pointer-events-none absolute right-3 h-[5px] w-2 fill-none stroke-current stroke-[1.3] text-soft"
      >
        <path d="m.7.7 3.3 3.3L7.3.7" />
      </svg>
    </span>
  )
}
