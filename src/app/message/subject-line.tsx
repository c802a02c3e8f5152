import { type Entry, isExchange } from '../../flows/run.ts'
import { pathOf } from '../../http/message.ts'

interface SubjectLineProps {
  readonly subject: Entry
  readonly number: number
  readonly did: string | undefined
  readonly nameOf: (role: string) => string
  readonly onSendAgain: (() => void) | undefined
  readonly onContinue: (() => void) | undefined
}

const quiet = 'rounded-md text-xs text-soft decoration-edge underline-offset-3 hover:text-ink hover:underline'

/** Which message is shown, and what else can be done from there. */
export function SubjectLine({ subject, number, did, nameOf, onSendAgain, onContinue }: SubjectLineProps) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line px-[18px] py-2 text-[13px]">
      <p className="min-w-0 flex-1 basis-48 wrap-anywhere">
        <span className="text-soft">{number} · </span>
        {isExchange(subject) ? (
          <>
            <span className="font-medium">
              {subject.exchange.request.method} {pathOf(subject.exchange.request.target).slice(0, 200)}
            </span>{' '}
            <span className="text-soft">to {nameOf(subject.exchange.to)}</span>
            {subject.prepared && <span className="text-accent"> · edited</span>}
            {subject.aside && <span className="text-soft"> · sent again</span>}
          </>
        ) : (
          <span className="font-medium">{did ?? 'work of its own'}</span>
        )}
      </p>
      <span className="flex gap-4">
        {onSendAgain && (
          <button type="button" onClick={onSendAgain} className={quiet}>
            Send again
          </button>
        )}
        {onContinue && (
          <button type="button" onClick={onContinue} className={quiet}>
            Continue from here
          </button>
        )}
      </span>
    </div>
  )
}
