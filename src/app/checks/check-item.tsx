import type { CheckResult } from '../../oauth/check.ts'
import { Failure } from './failure.tsx'
import { OutcomeIcon } from './outcome-icon.tsx'
import { SectionLink } from './section-link.tsx'

interface CheckItemProps {
  readonly result: CheckResult
  /** Put away for the eye; a screen reader still reads the whole list. */
  readonly folded?: boolean
  readonly mend?: string | undefined
  readonly onMend?: (() => void) | undefined
}

/** One check. Its text begins with the outcome, then title, then section, wherever the grid puts them for the eye. */
export function CheckItem({ result, folded = false, mend, onMend }: CheckItemProps) {
  const { outcome, title, section, note } = result
  const ran = outcome === 'passed' || outcome === 'failed'
  const tone = outcome === 'failed' ? 'font-semibold text-bad' : ran ? '' : 'text-soft'
  const row = 'grid grid-cols-[20px_minmax(0,1fr)_auto_auto] items-baseline gap-x-2 py-1'
  return (
    <li className={folded ? 'sr-only' : row}>
      <span className={ran ? 'sr-only' : 'col-start-3 row-start-1 text-xs text-soft'}>
        {outcome}
        <span className="sr-only">: </span>
      </span>
      <OutcomeIcon outcome={outcome} className="col-start-1 row-start-1 translate-y-0.5" />
      <span className="col-start-2 row-start-1 wrap-anywhere">
        <span className={tone}>{title}</span>
        {note && (
          <span className="text-soft">
            <span className="sr-only">:</span> <code className="font-mono text-xs">{note}</code>
          </span>
        )}
      </span>
      <span className="col-start-4 row-start-1 min-w-22 text-right">
        <span className="sr-only">, </span>
        <SectionLink section={section} tabIndex={folded ? -1 : undefined} />
      </span>{' '}
      {outcome === 'failed' && (
        <div className="col-span-3 col-start-2">
          <Failure result={result} mend={mend} onMend={onMend} />
        </div>
      )}
      {outcome === 'would fail' && result.expected !== undefined && (
        <details className="col-span-3 col-start-2 text-xs">
          <summary className="w-fit text-soft hover:text-ink">Why it would fail</summary>
          <Failure result={result} />
        </details>
      )}
    </li>
  )
}
