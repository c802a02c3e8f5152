import { type Answer, type Header, type HttpRequest, type HttpResponse, pathOf } from '../http/message.ts'
import type { CheckResult } from '../oauth/check.ts'
import type { Clock } from '../oauth/clock.ts'
import type { RandomBytes } from '../oauth/random.ts'
import { rfc } from '../oauth/section.ts'
import type { Configuration } from './configuration.ts'
import { preflightAnswer, sharedWithAnyOrigin } from './cors.ts'
import type { Endpoint } from './endpoint.ts'
import { endpointsOf } from './endpoints/index.ts'
import { createKeys, type Keys } from './keys.ts'
import { unreadable } from './limits.ts'
import { logLine } from './log.ts'
import { errorPage } from './pages/error.ts'
import { paths } from './paths.ts'
import { empty, json, noStore, type Reply, reply } from './reply.ts'
import type { Server } from './server.ts'
import type { Store } from './store.ts'

/** What {@link createAuthorizationServer} makes: the server itself, and its keys for who may rotate them. */
export interface AuthorizationServer {
  /** Answers one request. Never rejects, whatever the request holds. */
  handle(request: HttpRequest): Promise<Answer>
  readonly keys: Keys
}

/**
 * An authorization server: one function from a request to a response and the checks behind it. It remembers nothing
 * but in the store, so that two of them over the same store are the same server.
 */
export function createAuthorizationServer(options: {
  readonly configuration: Configuration
  readonly store: Store
  readonly clock: Clock
  readonly random: RandomBytes
  /** One line for every request: method, path, status, error code and client; never a secret. */
  readonly log?: (line: string) => void
  /** An exception that an endpoint let through: a bug of ours, answered with 500. For the developer's console. */
  readonly onException?: (exception: unknown) => void
}): AuthorizationServer {
  const { configuration, store, clock, random, log, onException } = options
  const keys = createKeys({ store, clock, random, lifetimes: configuration.lifetimes })
  const server: Server = { configuration, store, keys, clock, random }
  const endpoints = endpointsOf(configuration.issuer)

  async function handle(request: HttpRequest): Promise<Answer> {
    const endpoint = endpoints.get(pathOf(request.target))
    const answered = await replyOf(server, endpoint, request).catch((exception: unknown) => {
      onException?.(exception)
      return refusal(endpoint, 500, 'server_error', 'The server met a condition that it did not expect.')
    })
    const response = completed(answered.response, endpoint, request)
    log?.(logLine(request, { ...answered, response }))
    return { response, checks: answered.checks }
  }

  return { handle, keys }
}

async function replyOf(server: Server, endpoint: Endpoint | undefined, request: HttpRequest): Promise<Reply> {
  if (!endpoint) {
    const known = Object.values(paths).join(' ')
    const check = turnedAway(
      'path-known',
      'There is something at this path',
      '15.5.5',
      known,
      pathOf(request.target),
    )
    return refusal(endpoint, 404, 'not_found', 'There is nothing at this path.', [], [check])
  }
  const { methods, cors, speaks } = endpoint
  // A page begins something for a person; HEAD must begin nothing (RFC 9110 9.2.1).
  const safe = methods.includes('GET') && speaks === 'json'
  const allow = [...methods, ...(safe ? ['HEAD'] : []), ...(cors ? ['OPTIONS'] : [])]
  if (request.method === 'OPTIONS' && cors) return reply(empty(204, preflightAnswer(methods)), [])
  if (!allow.includes(request.method)) {
    const headers: Header[] = [['Allow', allow.join(', ')]]
    const answers = allow.join(', ')
    const check = turnedAway(
      'method-allowed',
      'This path answers the method',
      '15.5.6',
      answers,
      request.method,
    )
    return refusal(endpoint, 405, 'invalid_request', `This endpoint answers ${answers}.`, headers, [check])
  }
  const trouble = unreadable(request)
  if (trouble) {
    const { status, description, expected, received } = trouble
    const check = turnedAway(
      'request-readable',
      'The request is one that can be read',
      '15.5',
      expected,
      received,
    )
    return refusal(endpoint, status, 'invalid_request', description, [], [check])
  }
  return endpoint.respond(server, request.method === 'HEAD' ? { ...request, method: 'GET' } : request)
}

/** An answer that no endpoint made. */
async function refusal(
  endpoint: Endpoint | undefined,
  status: number,
  error: string,
  description: string,
  headers: readonly Header[] = [],
  checks: readonly CheckResult[] = [],
): Promise<Reply> {
  const response =
    endpoint?.speaks === 'html'
      ? await errorPage(status, error, description, headers)
      : json(status, { error, error_description: description }, [...noStore, ...headers])
  return reply(response, checks, { error })
}

/** The check that turned a request away before an endpoint had it (RFC 9110). */
const turnedAway = (
  id: string,
  title: string,
  section: string,
  expected: string,
  received: string,
): CheckResult => ({
  id,
  title,
  section: rfc(9110, section),
  outcome: 'failed',
  expected,
  received,
  hint: 'The request was turned away by its outside alone. Nothing in it was judged, and nothing was used up.',
})

/** What every answer of an endpoint has in common. */
function completed(
  response: HttpResponse,
  endpoint: Endpoint | undefined,
  request: HttpRequest,
): HttpResponse {
  const preflight = request.method === 'OPTIONS' && response.status === 204
  const headers =
    endpoint?.cors && !preflight ? [...response.headers, ...sharedWithAnyOrigin] : response.headers
  return { ...response, headers, body: request.method === 'HEAD' ? '' : response.body }
}
