import { type Answer, type Handler, type HttpRequest, type HttpResponse, pathOf } from '../http/message.ts'
import { type CheckResult, runChecks } from '../oauth/check.ts'
import { type Clock, seconds } from '../oauth/clock.ts'
import { rfc } from '../oauth/section.ts'
import { jsonAnswer, preflightAnswer, refusal } from './answers.ts'
import { apiChecks } from './checks/index.ts'
import { createIssuer, type IntrospectionClient, type Issuer } from './issuer.ts'
import { type Operation, problem, routes } from './orders.ts'

/** Bytes of body that the API reads. */
const longestBody = 8 * 1024

/**
 * The protected API: orders, for who brings an access token of the issuer (RFC 6749 7, RFC 9068 4). It keeps nothing
 * but the issuer's metadata and keys, which it asks for when they are first needed.
 */
export function createApi(options: {
  /** Its own identifier, an absolute URI: the audience that it looks for. */
  readonly identifier: string
  /** Issuer identifier of the authorization server that it trusts. */
  readonly issuer: string
  readonly clock: Clock
  /** As whom to ask the issuer about every token. Without it, a revoked token works until it expires. */
  readonly introspection?: IntrospectionClient
}): { readonly handle: Handler } {
  const { identifier, clock, introspection } = options
  const issuerFor = createIssuer(options.issuer, clock, introspection)
  const introspects = introspection !== undefined
  const checks = apiChecks(introspects)

  async function guarded(operation: Operation, request: HttpRequest, issuer: Issuer): Promise<Answer> {
    const { scope } = operation
    const now = seconds(clock)
    const verdict = await runChecks(checks, { request, identifier, issuer, introspects, now, scope })
    const response = verdict.accepted
      ? operation.respond(request, verdict.facts.jwt.payload, now)
      : refusal(identifier, scope, verdict.failure)
    return { response, checks: verdict.results }
  }

  return {
    /** Answers one request, whatever it holds; `send` is how it asks the issuer. */
    handle: async (request, send) => {
      const routed = operationOf(request)
      if ('status' in routed) return { response: routed, checks: turnedAway(request, routed) }
      const { response, checks } = await guarded(routed, request, issuerFor(send))
      return { response: request.method === 'HEAD' ? { ...response, body: '' } : response, checks }
    },
  }
}

/** The check behind an answer that no operation gave (RFC 9110 15.5); none for that to a preflight. */
function turnedAway({ method, target }: HttpRequest, { status }: HttpResponse): CheckResult[] {
  if (status < 400) return []
  return [
    {
      id: 'operation-known',
      title: 'There is an operation for this method and path',
      section: rfc(9110, '15.5'),
      outcome: 'failed',
      expected: `GET /orders or POST /orders, with at most ${longestBody} bytes`,
      received: `${method} ${pathOf(target)}`,
      hint: 'The request was turned away by its outside alone. The token was not looked at.',
    },
  ]
}

/** Which operation a request is for, or the answer where it is for none. */
function operationOf(request: HttpRequest): Operation | HttpResponse {
  const route = routes.get(pathOf(request.target))
  if (!route)
    return jsonAnswer(404, { error: 'not_found', error_description: 'There is nothing at this path.' })
  const methods = [...route.keys()]
  if (request.method === 'OPTIONS') return preflightAnswer(methods)
  const operation = route.get(request.method === 'HEAD' ? 'GET' : request.method)
  if (!operation) {
    const allow = [...methods, 'HEAD', 'OPTIONS'].join(', ')
    return jsonAnswer(405, problem(`This path answers ${allow}.`), [['Allow', allow]])
  }
  const bytes = new TextEncoder().encode(request.body).length
  return bytes > longestBody ? jsonAnswer(413, problem(`A body may have ${longestBody} bytes.`)) : operation
}
