import type { CheckResult } from '../../oauth/check.ts'
import { useTop } from '../message/use-top.ts'
import { Verdict } from './verdict.tsx'

interface ChecksPanelProps {
  /** One for each judge of the message; the title is such as `Why the server refused`. */
  readonly verdicts: readonly { readonly title: string; readonly checks: readonly CheckResult[] }[]
  /** The press that mends what the check of this id found. */
  readonly mend?: { readonly check: string; readonly label: string } | undefined
  readonly onMend?: () => void
  /** What to say when there are no checks. */
  readonly note?: string
}

/** Why a message was accepted or refused: every check in order, with what it wanted and what it got. */
export function ChecksPanel({ verdicts, mend, onMend, note }: ChecksPanelProps) {
  const top = useTop<HTMLElement>(verdicts)
  return (
    // Relative, so that what only a screen reader sees stays in the column that scrolls.
    <section ref={top} aria-label="Server checks" className="relative grid gap-4 px-[18px] py-3">
      {verdicts.length === 0 && (
        <>
          <h2 className="sr-only">Server checks</h2>
          {note && <p className="text-soft">{note}</p>}
        </>
      )}
      {verdicts.map(({ title, checks }, index) => (
        <Verdict
          // biome-ignore lint/suspicious/noArrayIndexKey: the same judge may be asked twice in one message.
          key={`${index} ${title} ${checks[0]?.id}`}
          title={title}
          checks={checks}
          mend={mend}
          onMend={onMend}
        />
      ))}
    </section>
  )
}
