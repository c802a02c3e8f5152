import * as Tabs from '@radix-ui/react-tabs'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type Entry, type ExchangeEntry, isExchange } from '../../flows/run.ts'
import type { JwkSet } from '../../jwt/verify.ts'
import type { Role } from '../../oauth/roles.ts'
import { CodeTab } from './code-tab.tsx'
import { DecodedTab } from './decoded-tab.tsx'
import { LocalEntry } from './local-entry.tsx'
import { ParametersTab } from './parameters-tab.tsx'
import { RawExchange } from './raw-exchange.tsx'
import { SubjectLine } from './subject-line.tsx'
import { useTop } from './use-top.ts'

interface MessagePanelProps {
  readonly subject: Entry
  /** The subject's number in the story, from 1. */
  readonly number: number
  /** What a local subject did, e.g. `make verifier, state`. */
  readonly did?: string | undefined
  /** Who is called what. */
  readonly roles: readonly Role[]
  /** What there is to edit, e.g. `POST /token`. */
  readonly editTarget: string | undefined
  readonly onEdit: () => void
  readonly onSendAgain?: (() => void) | undefined
  readonly onContinue?: (() => void) | undefined
  /** The server's public keys; undefined while nobody has them. */
  readonly keys: JwkSet | undefined
  /** Takes the tabs' place while it is open. */
  readonly editor?: ReactNode
}

interface View {
  readonly name: string
  readonly draw: (entry: ExchangeEntry, props: MessagePanelProps) => ReactNode
}

const views: readonly View[] = [
  {
    name: 'Message',
    draw: ({ exchange, prepared }, { roles }) => (
      <RawExchange exchange={exchange} prepared={prepared} nameOf={namesOf(roles)} />
    ),
  },
  { name: 'Parameters', draw: ({ exchange }) => <ParametersTab exchange={exchange} /> },
  { name: 'Decoded', draw: ({ exchange }, { keys }) => <DecodedTab exchange={exchange} keys={keys} /> },
  { name: 'Code', draw: ({ exchange }) => <CodeTab request={exchange.request} /> },
]

/** The selected message: as sent, explained, decoded and as a command. */
export function MessagePanel(props: MessagePanelProps) {
  const { subject, number, did, roles, editTarget, onEdit, onSendAgain, onContinue, editor } = props
  const [view, setView] = useState('Message')
  const open = Boolean(editor)
  const editButton = useReturningFocus(open)
  const top = useTop<HTMLElement>(subject)
  return (
    <section ref={top} aria-label="Message" className="relative">
      <h2 className="sr-only">Message</h2>
      {open && (
        <>
          <p className="flex h-[45px] items-center gap-2 border-b border-line px-[18px]">
            <span className="font-medium">Edit before sending</span>
            <span className="truncate text-soft">{editTarget}</span>
          </p>
          {editor}
        </>
      )}
      <Tabs.Root value={view} onValueChange={setView} hidden={open}>
        <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 border-b border-line bg-panel px-[18px]">
          <Tabs.List aria-label="Views of the message" className="flex gap-5">
            {views.map(({ name }) => (
              <Tabs.Trigger
                key={name}
                value={name}
                className="-mb-px border-b-2 border-transparent py-[11px] text-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink"
              >
                {name}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <span className="ml-auto flex min-w-0 items-center gap-2.5 py-1.5">
            {editTarget !== undefined && (
              <>
                <span id="edit-target" className="max-w-28 truncate text-xs text-soft">
                  {editTarget}
                </span>
                <button
                  ref={editButton}
                  type="button"
                  onClick={onEdit}
                  aria-describedby="edit-target"
                  className="rounded-lg border border-line bg-panel px-3 py-1 text-[12.5px] leading-5 whitespace-nowrap hover:border-edge"
                >
                  Edit request
                </button>
              </>
            )}
          </span>
        </div>
        <SubjectLine
          subject={subject}
          number={number}
          did={did}
          nameOf={namesOf(roles)}
          onSendAgain={onSendAgain}
          onContinue={onContinue}
        />
        {views.map(({ name, draw }) => (
          <Tabs.Content key={name} value={name} className="-outline-offset-2">
            {isExchange(subject) ? (
              <div key={number}>{draw(subject, props)}</div>
            ) : (
              <LocalEntry entry={subject} />
            )}
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </section>
  )
}

/** The name of a role as at the head of its lane. */
const namesOf = (roles: readonly Role[]) => (id: string) => roles.find((role) => role.id === id)?.name ?? id

/** Gives the focus back to the button behind what was open, unless it has gone elsewhere. */
function useReturningFocus(open: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(open)
  useEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body) button.current?.focus()
    wasOpen.current = open
  }, [open])
  return button
}
