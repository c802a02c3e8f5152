import { checkOver } from '../../oauth/check.ts'
import type { CodeRecord, Entry } from '../store.ts'
import type { DescentFacts } from './descent.ts'
import type { Given } from './received.ts'
import type { TokenFacts } from './token.ts'

/** What the authorization_code grant learns (RFC 6749 4.1.3). */
export interface CodeFacts extends TokenFacts, DescentFacts {
  readonly code: { readonly text: string } & Entry<CodeRecord>
  /** Undefined when there is none and none is due. */
  readonly code_verifier: string | undefined
}

/** A check of the authorization_code grant. */
export const codeCheck = checkOver<CodeFacts, Given>()
