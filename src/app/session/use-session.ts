import { useSyncExternalStore } from 'react'
import type { Flow, Options } from '../../flows/flow.ts'
import { createSession, type Session } from './session.ts'
import type { SessionState } from './state.ts'

/** Sessions outlive the page that shows them: back and forward find them as they were. */
const sessions = new Map<string, Session>()

export function sessionFor(flow: Flow, options: Options, key: string): Session {
  const session = sessions.get(key) ?? createSession(flow, options, key)
  sessions.set(key, session)
  return session
}

export const useSessionState = (session: Session): SessionState =>
  useSyncExternalStore(session.subscribe, session.state)
