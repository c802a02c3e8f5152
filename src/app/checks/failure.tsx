import type { CheckResult } from '../../oauth/check.ts'

interface FailureProps {
  readonly result: CheckResult
  /** Name of the button that undoes what failed; without it, there is none. */
  readonly mend?: string | undefined
  readonly onMend?: (() => void) | undefined
}

/** Longest text of an expected or received value that is drawn. */
const longest = 2000

const cut = (text: string): string =>
  text.length > longest
    ? `${text.slice(0, longest)} … ${(text.length - longest).toLocaleString('en')} characters more`
    : text

/** What a check wanted, what it got, and what that means. */
export function Failure({ result, mend, onMend }: FailureProps) {
  const { outcome, expected, received, hint, consequence } = result
  const tone = outcome === 'failed' ? 'bg-bad/8' : 'bg-wash'
  return (
    <div className={`mt-1.5 mb-1 rounded-[10px] px-3 py-2.5 text-[13px] ${tone}`}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
        {Object.entries({ expected, received }).map(
          ([term, value]) =>
            value !== undefined && (
              <div key={term} className="contents">
                <dt className="text-soft">{term}</dt>{' '}
                <dd className="font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap">
                  {value === '' ? <span className="font-sans text-soft">nothing</span> : cut(value)}
                </dd>{' '}
              </div>
            ),
        )}
      </dl>
      {hint && <p className="mt-1.5 wrap-anywhere">{hint} </p>}
      {consequence && <p className="mt-1.5 font-medium wrap-anywhere">{consequence} </p>}
      {mend && onMend && (
        <button
          type="button"
          onClick={onMend}
          className="mt-1.5 text-accent decoration-current/40 underline-offset-3 hover:underline"
        >
          {mend}
        </button>
      )}
    </div>
  )
}
