import { type Field, readFields } from '../http/form.ts'
import { type HttpRequest, mediaTypeOf, queryOf } from '../http/message.ts'
import type { Reply } from './reply.ts'
import type { Server } from './server.ts'

/** One address of the server. */
export interface Endpoint {
  /** `HEAD` is `GET` without the body, and `OPTIONS` is answered for those that other origins may call. */
  readonly methods: readonly ('GET' | 'POST')[]
  /** Whether scripts of any origin may call it and read its answer. */
  readonly cors: boolean
  /** Who reads its answers, errors too: a person or a program. */
  readonly speaks: 'html' | 'json'
  respond(server: Server, request: HttpRequest): Promise<Reply>
}

/**
 * The parameters of a request: in the query for GET, in the body for POST, provided that it is a form (RFC 6749 3.1,
 * 3.2). A body of another kind has none.
 */
export const fieldsOf = (request: HttpRequest): readonly Field[] => {
  if (request.method !== 'POST') return readFields(queryOf(request.target))
  return mediaTypeOf(request) === 'application/x-www-form-urlencoded' ? readFields(request.body) : []
}
