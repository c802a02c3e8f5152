import type { ReactNode } from 'react'
import type { JwkSet } from '../../jwt/verify.ts'
import type { Role } from '../../oauth/roles.ts'
import { ChecksPanel } from '../checks/checks-panel.tsx'
import { MessagePanel } from '../message/message-panel.tsx'
import type { Mend, Shown } from '../walk/view.ts'

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
  const { verdicts, mend } = shown
  return (
    <>
      <div className="min-h-0 lg:overflow-y-auto lg:[scrollbar-width:thin]">
        <MessagePanel subject={shown.entry} number={shown.index + 1} did={shown.did} {...message} />
      </div>
      <div className="min-h-0 border-t border-line lg:overflow-y-auto lg:[scrollbar-width:thin]">
        <ChecksPanel verdicts={verdicts} mend={mend} onMend={() => mend && onMend(mend)} />
      </div>
    </>
  )
}
