import type { ClientMetadata } from '../oauth/client.ts'
import type { CodeChallengeMethod } from '../oauth/pkce.ts'
import { scopeValues } from '../oauth/scope.ts'
import type { Setting } from './flow.ts'

/** The client that the options name. Throws a RangeError when nobody has registered it. */
export function clientOf({ options, parties }: Setting): ClientMetadata {
  const known = parties.clients[options.client ?? '']
  if (!known) throw new RangeError(`Nobody has registered a client ${options.client}.`)
  return known
}

/** Whether the options ask for this scope value (RFC 6749 3.3). */
export const asksFor = ({ options }: Setting, value: string): boolean =>
  scopeValues(options.scope ?? '').includes(value)

/** How the code is bound to this client (RFC 7636 4.2); undefined without PKCE. */
export const challengeMethodOf = ({ options }: Setting): CodeChallengeMethod | undefined =>
  options.pkce === 'S256' || options.pkce === 'plain' ? options.pkce : undefined

/** Where the client wants the answer (RFC 6749 3.1.2). */
export const redirectUriOf = ({ parties }: Setting): string => `${parties.site}/callback`
