import type { Option, Options } from '../../flows/flow.ts'
import { Choice } from './choice.tsx'
import { TextOption } from './text-option.tsx'

interface OptionBarProps {
  readonly options: readonly Option[]
  readonly values: Options
  readonly onChange: (name: string, value: string) => void
}

/** What the flow is set up with, each option changed where it is read. */
export function OptionBar({ options, values, onChange }: OptionBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      {options.map((option) => {
        const value = values[option.name] ?? option.fallback
        const change = (next: string) => onChange(option.name, next)
        return option.kind === 'choice' ? (
          <Choice
            key={option.name}
            label={option.label}
            says={option.says}
            choices={option.choices}
            value={value}
            onChange={change}
          />
        ) : (
          <TextOption
            key={option.name}
            label={option.label}
            says={option.says}
            value={value}
            onCommit={change}
          />
        )
      })}
    </div>
  )
}
