import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { isExchange } from '../../flows/run.ts'
import type { Next } from '../../flows/walk.ts'
import type { JwkSet } from '../../jwt/verify.ts'
import { loadApi, type World } from '../composition/world.ts'
import { Ledger } from '../ledger/ledger.tsx'
import { NextStep } from '../next-step/next-step.tsx'
import { useArrowKeys } from '../next-step/use-arrow-keys.ts'
import type { Session } from '../session/session.ts'
import { branchOf } from '../session/state.ts'
import { useSessionState } from '../session/use-session.ts'
import { Stage } from '../stage/stage.tsx'
import { LitProvider } from '../values/lit.tsx'
import { Outline } from './outline.tsx'
import { type Draft, draftOf, type Picked, titleOf, upcomingOf, viewOf } from './view.ts'

const loadEvidence = () => import('../evidence/evidence.tsx')
const loadEditor = () => import('../message/request-editor.tsx')
const Evidence = lazy(async () => ({ default: (await loadEvidence()).Evidence }))
const BrowserPanel = lazy(async () => ({ default: (await loadEvidence()).BrowserPanel }))
const RequestEditor = lazy(loadEditor)

/** Loads what is needed from the first message on. */
export const fetchAhead = () => Promise.all([loadEvidence(), loadEditor(), loadApi()])

/** The stage, the evidence and the next thing to do of one session. */
export function Walk({ session }: { session: Session }) {
  const { world } = session
  const state = useSessionState(session)
  const { run } = branchOf(state)
  const [picked, setPicked] = useState<Picked>()
  const [editing, setEditing] = useState(false)
  const [drafts] = useState(() => new Map<string, string>())
  const view = useMemo(() => viewOf(run, world, picked), [run, world, picked])
  const keys = usePublicKeys(session, run.entries.length)
  const { next, shown } = view
  const draft = draftOf(next, shown, picked !== undefined)

  const pick = useCallback((entry: number | undefined, path?: string) => {
    setPicked(entry === undefined ? undefined : { entry, path })
    setEditing(false)
  }, [])
  /** After whatever is done, the stage shows what came of it. */
  const act = (action: Promise<void>) => {
    pick(undefined)
    void action
  }
  const index = shown?.index ?? -1
  /** An open editor is where the next message is sent from. */
  const busy = state.busy || editing
  const goNext = () => {
    if (!busy) act(session.advance())
  }
  const goBack = () => index > 0 && pick(index - 1)
  useArrowKeys({ onRight: goNext, onLeft: goBack, busy })

  return (
    <LitProvider>
      <div className="grid min-h-0 flex-1 border-t border-line lg:grid-cols-[minmax(0,1fr)_minmax(0,560px)]">
        <div className="flex min-h-0 flex-col">
          <Stage
            roles={view.roles}
            rows={view.rows}
            selected={shown?.index}
            onSelect={pick}
            upcoming={upcomingOf(next)}
            onFollow={() => pick(undefined)}
          >
            {view.browser && (
              <Suspense>
                <BrowserPanel
                  {...view.browser}
                  user={world.setting.parties.user}
                  busy={state.busy}
                  onSubmit={(submission) => act(session.submit(submission))}
                />
              </Suspense>
            )}
          </Stage>
          <Ledger roles={view.roles} ledger={view.ledger} after={index + 1} />
        </div>
        <div className="min-h-0 border-line bg-panel max-lg:border-t lg:border-l">
          <Suspense fallback={<section aria-label="Message" aria-busy="true" />}>
            {shown ? (
              <Evidence
                shown={shown}
                roles={view.roles}
                editTarget={draft && titleOf(draft.request)}
                onEdit={() => setEditing(true)}
                onSendAgain={
                  isExchange(shown.entry) && !shown.nested ? () => act(session.sendAgain(index)) : undefined
                }
                onContinue={() => act(session.continueFrom(index))}
                onMend={(mend) => act(session.mend(index, mend))}
                keys={keys}
                editor={editing && draft && editorFor(draft)}
              />
            ) : (
              <Outline steps={world.flow.steps(world.setting)} />
            )}
          </Suspense>
        </div>
      </div>
      <NextStep
        progress={view.progress}
        says={editing ? 'The editor is open: send the request from there, or cancel.' : saysOf(next, world)}
        {...(next.kind !== 'end' && { section: next.step.section })}
        action={next.kind === 'end' ? undefined : next.kind === 'local' ? next.step.action : next.action}
        onAction={goNext}
        busy={busy}
        onBack={goBack}
        canBack={index > 0}
        onRestart={() => act(session.restart())}
      />
    </LitProvider>
  )

  function editorFor({ request, again }: Draft) {
    return (
      <Suspense fallback={<p className="p-4 text-soft">Opening the editor …</p>}>
        <RequestEditor
          request={request}
          drafts={drafts}
          onSend={(edited) =>
            act(again === undefined ? session.advance(edited) : session.sendAgain(again, edited))
          }
          onClose={() => setEditing(false)}
        />
      </Suspense>
    )
  }
}

/** What is about to happen; at the end, what the last step showed. */
const saysOf = (next: Next, { flow, setting }: World): string =>
  (next.kind === 'end' ? flow.steps(setting).at(-1) : next.step)?.says ?? ''

/** The server's keys, read anew whenever something happened: any message may have made one. */
function usePublicKeys(session: Session, happened: number): JwkSet | undefined {
  const [keys, setKeys] = useState<JwkSet>()
  useEffect(() => {
    let current = happened > 0
    if (current) {
      void session.world
        .publicKeys()
        .then(
          (read) => current && setKeys((old) => (JSON.stringify(old) === JSON.stringify(read) ? old : read)),
        )
    }
    return () => {
      current = false
    }
  }, [session, happened])
  return keys
}
