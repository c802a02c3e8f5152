import type { ReactNode } from 'react'
import { type Entry, isExchange } from '../../flows/run.ts'
import type { Mend } from '../../flows/verdicts.ts'
import type { JwkSet } from '../../jwt/verify.ts'
import type { Role } from '../../oauth/roles.ts'
import { ChecksPanel } from '../checks/checks-panel.tsx'
import { MessagePanel } from '../message/message-panel.tsx'
import type { Shown } from '../walk/view.ts'

export { BrowserPanel } from '../browser/browser-panel.tsx'

interface EvidenceProps {
  readonly shown: Shown
  readonly roles: readonly Role[]
  /** What Edit request would edit, e.g. `POST /token`. */
  readonly editTarget: string | undefined
  readonly onEdit: () => void
  readonly onSendAgain: (() => void) | undefined
  readonly onContinue: () => void
  readonly onMend: (mend: Mend) => void
  readonly keys: JwkSet | undefined
  readonly editor: ReactNode
}

/** What was sent and answered, and why. With {@link BrowserPanel} all that is needed from the first message on. */
export function Evidence({ shown, onMend, ...message }: EvidenceProps) {
  const { entry, index, did, verdicts, mend } = shown
  return (
    <div className={`grid h-full min-h-0 content-start ${rowsFor(entry, Boolean(message.editor))}`}>
      <div className="min-h-0 lg:overflow-y-auto lg:[scrollbar-width:thin]">
        <MessagePanel subject={entry} number={index + 1} did={did} {...message} />
      </div>
      <div className="min-h-0 border-t border-line lg:overflow-y-auto lg:[scrollbar-width:thin]">
        <ChecksPanel
          verdicts={verdicts}
          mend={mend}
          onMend={() => mend && onMend(mend)}
          {...(isExchange(entry) && { note: 'No check was needed for this answer.' })}
        />
      </div>
    </div>
  )
}

/** Which of the two gives way where both do not fit. */
function rowsFor(entry: Entry, editing: boolean): string {
  if (editing) return 'lg:grid-rows-[minmax(0,1fr)_fit-content(25%)]'
  return isExchange(entry)
    ? 'lg:grid-rows-[minmax(0,1fr)_fit-content(55%)]'
    : 'lg:grid-rows-[auto_minmax(0,1fr)]'
}
