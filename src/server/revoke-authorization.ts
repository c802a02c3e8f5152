import type { Verdict } from '../oauth/check.ts'
import type { Server } from './server.ts'

/** Ends an authorization: every code, access and refresh token that names it is dead from now on. */
export const revokeAuthorization = async (server: Server, id: string): Promise<void> => {
  await server.store.take('authorization', id)
}

/** What the decisive failure of a verdict makes the server do, if anything. */
export async function drawConsequence(server: Server, verdict: Verdict<unknown>): Promise<void> {
  const consequence = verdict.accepted ? undefined : verdict.failure.consequence
  if (consequence) await revokeAuthorization(server, consequence.revokeAuthorization)
}
