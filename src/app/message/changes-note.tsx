import type { Occurrence } from '../../http/occurrences.ts'
import { ValueMark } from '../values/value-mark.tsx'
import type { Change } from './changes.ts'

interface ChangesNoteProps {
  readonly changes: readonly Change[]
  /** Values of the request as it would have been sent. */
  readonly values: readonly Pick<Occurrence, 'kind' | 'value'>[]
}

const most = 50
const cut = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)} …` : text)

/** What was changed before it was sent, and what it was. */
export function ChangesNote({ changes, values }: ChangesNoteProps) {
  if (changes.length === 0) return null
  return (
    <ul
      aria-label="Edited before it was sent"
      className="mt-2.5 grid gap-0.5 border-l-2 border-accent pl-2.5 text-xs leading-5 select-none"
    >
      {changes.slice(0, most).map(({ what, was, is }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes its order.
        <li key={index} className="wrap-anywhere">
          <span className="font-medium text-accent">edited</span>{' '}
          <code className="font-mono">{cut(what) || '(no name)'}</code>{' '}
          <span className="text-soft">
            {was === undefined ? 'is new' : is === undefined ? 'is left out, was' : 'was'}
          </span>{' '}
          {was !== undefined && <Was was={was} values={values} />}
        </li>
      ))}
      {changes.length > most && <li className="text-soft">and {changes.length - most} more</li>}
    </ul>
  )
}

function Was({ was, values }: { was: string; values: ChangesNoteProps['values'] }) {
  const known = values.find(({ value }) => value === was)
  const text = was === '' ? <span className="text-soft">empty</span> : cut(was)
  return (
    <code className="font-mono">
      {known ? (
        <ValueMark kind={known.kind} value={known.value}>
          {text}
        </ValueMark>
      ) : (
        text
      )}
    </code>
  )
}
