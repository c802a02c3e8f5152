import { type KeyboardEvent, useId, useState } from 'react'

interface TextOptionProps {
  readonly label: string
  readonly says: string
  readonly value: string
  /** Called with Enter, or when the field is left, if the text has changed. */
  readonly onCommit: (value: string) => void
}

/** A quiet label with a text field, as one pill. Escape puts back what was there. */
export function TextOption({ label, says, value, onCommit }: TextOptionProps) {
  const id = useId()
  const [draft, setDraft] = useState(value)
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    // The option was changed from outside, or by what was typed here: that is what is edited from now on.
    setSeen(value)
    setDraft(value)
  }
  const commit = () => draft !== value && onCommit(draft)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') commit()
    else if (event.key === 'Escape') setDraft(value)
  }

  return (
    <span className="pill max-w-full focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent">
      <label htmlFor={id} className="text-soft">
        {label}
      </label>
      <input
        id={id}
        type="text"
        title={says}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={commit}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="min-h-[26px] w-36 text-ellipsis outline-none max-sm:w-full"
      />
    </span>
  )
}
