import { useId } from 'react'
import { type EditableField, withName, withNewField, withoutField, withValue } from './editable-fields.ts'

interface ParameterTableProps {
  readonly text: string
  readonly fields: readonly EditableField[]
  readonly onChange: (text: string) => void
}

const most = { fields: 200, characters: 2000 }

const input =
  'w-full min-w-0 rounded-md border border-line bg-panel px-2 py-0.5 font-mono text-xs leading-5 hover:border-edge read-only:text-soft'

/** The parameters of a raw request, each of which can be changed without touching another byte. */
export function ParameterTable({ text, fields, onChange }: ParameterTableProps) {
  const id = useId()
  return (
    <div>
      <table className="w-full table-fixed">
        <caption className="pb-1 text-left text-xs text-soft">
          Parameters in the text above; a change here rewrites that one there.
        </caption>
        <colgroup>
          <col className="w-[34%]" />
          <col />
          <col className="w-8" />
        </colgroup>
        <tbody>
          {fields.slice(0, most.fields).map((field, index) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: a field is known by its place, so typing keeps the focus.
              key={index}
              id={`${id}${index}`}
              number={index + 1}
              field={field}
              onName={(name) => onChange(withName(text, field, name))}
              onValue={(value) => onChange(withValue(text, field, value))}
              onDelete={() => onChange(withoutField(text, field))}
            />
          ))}
        </tbody>
      </table>
      {fields.length > most.fields && (
        <p className="mt-1 text-xs text-soft">
          … and {(fields.length - most.fields).toLocaleString('en')} more, in the text only
        </p>
      )}
      <button
        type="button"
        onClick={() => onChange(withNewField(text))}
        className="mt-1.5 text-xs text-accent underline-offset-3 hover:underline"
      >
        Add a parameter
      </button>
    </div>
  )
}

interface RowProps {
  readonly id: string
  readonly number: number
  readonly field: EditableField
  readonly onName: (name: string) => void
  readonly onValue: (value: string) => void
  readonly onDelete: () => void
}

function Row({ id, number, field, onName, onValue, onDelete }: RowProps) {
  const { name, value, malformed, from } = field
  const tooLong = (part: string) => part.length > most.characters
  const shown = (part: string) => (tooLong(part) ? `${part.slice(0, most.characters)} …` : part)
  return (
    <tr>
      <td className="py-0.5 pr-1.5 align-top">
        <input
          aria-label={`name ${number}`}
          value={shown(name)}
          readOnly={tooLong(name)}
          onChange={(event) => onName(event.target.value)}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          className={`${input} text-soft`}
        />
      </td>
      <td className="py-0.5 align-top">
        <input
          aria-label={`value ${number}`}
          aria-describedby={id}
          value={shown(value)}
          readOnly={tooLong(value)}
          onChange={(event) => onValue(event.target.value)}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          className={input}
        />
        <span id={id} hidden>
          {`${name.slice(0, 200)}, in the ${from}${malformed ? ', not well encoded' : ''}`}
        </span>
        {malformed && <p className="text-xs text-bad">Not well encoded: shown as it stands.</p>}
      </td>
      <td className="py-0.5 text-right align-top">
        <button
          type="button"
          aria-label={`Delete parameter ${number}`}
          onClick={onDelete}
          className="size-6 rounded-md text-soft hover:bg-wash hover:text-ink"
        >
          <span aria-hidden="true">×</span>
        </button>
      </td>
    </tr>
  )
}
