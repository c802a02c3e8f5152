import type { Field } from '../../http/form.ts'
import type { HttpRequest } from '../../http/message.ts'
import { checkOver } from '../../oauth/check.ts'
import type { Server } from '../server.ts'

/** What every check of every endpoint is given. */
export interface Received {
  readonly server: Server
  readonly request: HttpRequest
  /** The parameters, of the query or of the body as the method says. */
  readonly fields: readonly Field[]
}

/** The facts that are there before the first check. */
export type Given = keyof Received

/** A check that any endpoint can use. */
export const receivedCheck = checkOver<Received, Given>()
