import { type HttpRequest, pathOf } from '../http/message.ts'
import type { Reply } from './reply.ts'

/**
 * One line: `POST /token 400 invalid_grant web-app`. The query, the header fields and the bodies stay out of it,
 * and so does every text that could start a new line (RFC 9700 4.2.4 on what leaks through logs).
 */
export const logLine = (request: HttpRequest, { response, error, client_id }: Reply): string =>
  [inOneWord(request.method), inOneWord(pathOf(request.target)), response.status, error, client_id]
    .filter((part) => part !== undefined)
    .join(' ')

const inOneWord = (text: string): string => text.slice(0, 100).replace(/[^\x21-\x7E]/g, '?')
