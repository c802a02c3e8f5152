import { useState } from 'react'
import type { CheckResult } from '../../oauth/check.ts'
import { CheckItem } from './check-item.tsx'

interface VerdictProps {
  /** E.g. `Why the server refused`. */
  readonly title: string
  readonly checks: readonly CheckResult[]
  readonly mend?: { readonly check: string; readonly label: string } | undefined
  readonly onMend?: (() => void) | undefined
}

/** How many of the checks before a failure stay in sight. */
const before = 1

/** The checks of one judge. Where one failed, the long row that passed before it is put away, so that it is in sight. */
export function Verdict({ title, checks, mend, onMend }: VerdictProps) {
  const [all, showAll] = useState(false)
  const failed = checks.findIndex(({ outcome }) => outcome === 'failed')
  const folded = failed - before > 2 ? failed - before : 0
  const passed = checks.filter(({ outcome }) => outcome === 'passed').length
  return (
    <div>
      <div className="mb-1.5 flex flex-wrap items-baseline gap-x-2">
        <h2 className="font-semibold">{title}</h2>
        <span className="text-soft">
          {passed} of {checks.length} checks passed
        </span>
        {folded > 0 && (
          <button
            type="button"
            aria-expanded={all}
            onClick={() => showAll(!all)}
            className="ml-auto text-xs text-soft decoration-edge underline-offset-3 hover:text-ink hover:underline"
          >
            Show all
          </button>
        )}
      </div>
      <ul>
        {checks.map((result, index) => (
          <CheckItem
            key={result.id}
            result={result}
            folded={index < folded && !all}
            mend={mend?.check === result.id ? mend.label : undefined}
            onMend={onMend}
          />
        ))}
      </ul>
    </div>
  )
}
