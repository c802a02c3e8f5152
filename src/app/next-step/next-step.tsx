import { useEffect, useRef } from 'react'
import type { Progress as ProgressOfRun } from '../../flows/progress.ts'
import { cite, type Section } from '../../oauth/section.ts'
import { Progress } from './progress.tsx'

interface NextStepProps {
  readonly progress: ProgressOfRun
  readonly says: string
  readonly section?: Section
  /** What the next action does; undefined at the end. */
  readonly action: string | undefined
  readonly onAction: () => void
  readonly busy: boolean
  readonly onBack: () => void
  readonly canBack: boolean
  readonly onRestart: () => void
}

/** The bar at the bottom: where the walk is, what comes next and why, and the one button that does it. */
export function NextStep(props: NextStepProps) {
  const { progress, says, section, action, onAction, busy, onBack, canBack, onRestart } = props
  const ended = action === undefined
  const text = useFocusAtEnd(ended)
  return (
    <section
      aria-label="Next step"
      className="sticky bottom-0 z-20 flex min-h-16 shrink-0 flex-wrap items-center gap-x-4 gap-y-2.5 border-t border-line bg-panel px-5 py-2.5 lg:flex-nowrap lg:py-2"
    >
      <Progress steps={progress.steps} />
      <p
        ref={text}
        role="status"
        tabIndex={-1}
        className="min-w-0 basis-full text-[13px] leading-[1.4] text-pretty text-soft outline-none lg:flex-1 lg:basis-0"
      >
        <span className="text-ink">{progress.place}</span> {says}{' '}
        {section && (
          <a
            href={section.url}
            target="_blank"
            rel="noreferrer"
            className="whitespace-nowrap underline decoration-line underline-offset-3 hover:decoration-current"
          >
            {cite(section)}
          </a>
        )}
      </p>
      <div className="flex w-full flex-wrap items-center gap-2 lg:w-auto lg:flex-nowrap">
        <button
          type="button"
          aria-keyshortcuts="ArrowLeft"
          aria-disabled={!canBack}
          onClick={() => canBack && onBack()}
          className="btn"
        >
          Back
        </button>
        <button type="button" onClick={onRestart} className={ended ? 'btn-primary' : 'btn'}>
          Restart
        </button>
        {!ended && (
          <button
            type="button"
            aria-keyshortcuts="ArrowRight"
            aria-disabled={busy}
            onClick={() => !busy && onAction()}
            className="btn-primary min-w-0 flex-1 lg:flex-none"
          >
            <span className="truncate">{action}</span>
          </button>
        )}
        {!ended && (
          <span aria-hidden="true" className="kbd hidden lg:inline">
            →
          </span>
        )}
      </div>
    </section>
  )
}

/** When the button that had the focus goes away at the end, the sentence that takes its place gets it. */
function useFocusAtEnd(ended: boolean) {
  const text = useRef<HTMLParagraphElement>(null)
  const before = useRef(ended)
  useEffect(() => {
    const hasEnded = ended && !before.current
    before.current = ended
    if (hasEnded && document.activeElement === document.body) text.current?.focus({ preventScroll: true })
  }, [ended])
  return text
}
