import { type Field, parameterOf } from '../../http/form.ts'
import type { HttpRequest, HttpResponse } from '../../http/message.ts'
import { runChecks, type Verdict } from '../../oauth/check.ts'
import { authorizationErrorResponse, codeResponse } from '../authorization-response.ts'
import { type Endpoint, fieldsOf } from '../endpoint.ts'
import type { AuthorizationFacts } from '../facts/authorization.ts'
import { beginInteraction, interactionPage } from '../interaction.ts'
import { errorPage } from '../pages/error.ts'
import { type Reply, reply } from '../reply.ts'
import type { Server } from '../server.ts'
import type { AuthorizationRequest } from '../store.ts'
import { authorizationChecks } from './authorization-checks.ts'

/** The authorization endpoint (RFC 6749 3.1, OIDC Core 3.1.2): by GET, or by POST with the same parameters. */
export const authorize: Endpoint = {
  methods: ['GET', 'POST'],
  cors: false,
  speaks: 'html',
  respond: async (server, request) => {
    const fields = fieldsOf(request)
    const verdict = await runChecks(authorizationChecks, { server, request, fields })
    if (!verdict.accepted) return refused(server, fields, verdict)
    const { facts, results } = verdict
    const about = { client_id: facts.client.client_id }
    const asked = authorizationRequest(facts)
    if (facts.session && facts.consented) {
      return reply(await codeResponse(server, asked, facts.session.record), results, about)
    }
    return reply(await interact(server, request, facts, asked), results, about)
  },
}

/** An error goes to the client as soon as its redirect URI has been proven, and stays here before. */
async function refused(
  server: Server,
  fields: readonly Field[],
  { facts, failure, results }: Verdict<AuthorizationFacts> & { readonly accepted: false },
): Promise<Reply> {
  const { error = 'invalid_request', description } = failure
  const about = { error, client_id: facts.client?.client_id }
  if (!facts.redirectUri) return reply(await errorPage(400, error, description ?? ''), results, about)
  const answer = { redirect_uri: facts.redirectUri.uri, ...stateOf(fields) }
  return reply(
    authorizationErrorResponse(server, answer, { error, error_description: description }),
    results,
    about,
  )
}

async function interact(
  server: Server,
  request: HttpRequest,
  { client, session, prompt, hinted_sub, fields }: AuthorizationFacts,
  asked: AuthorizationRequest,
): Promise<HttpResponse> {
  const login_hint = parameterOf(fields, 'login_hint')
  const { id, interaction, cookie } = await beginInteraction(server, request, {
    ...asked,
    ...(login_hint !== undefined && { login_hint }),
    ...(hinted_sub !== undefined && { hinted_sub }),
    ...(session && { session: session.id }),
    ask_consent: prompt.includes('consent'),
  })
  return interactionPage(server, { client, id, interaction, session }, [cookie])
}

function authorizationRequest(facts: AuthorizationFacts): AuthorizationRequest {
  const { client, redirectUri, scope, code_challenge, code_challenge_method, fields } = facts
  const nonce = parameterOf(fields, 'nonce')
  return {
    client_id: client.client_id,
    redirect_uri: redirectUri.uri,
    redirect_uri_sent: redirectUri.sent,
    scope,
    ...stateOf(fields),
    ...(nonce !== undefined && { nonce }),
    ...(code_challenge !== undefined && { code_challenge }),
    ...(code_challenge_method !== undefined && { code_challenge_method }),
  }
}

/** The state to give back; none when it was doubled, for neither of the two is the client's. */
function stateOf(fields: readonly Field[]): { state?: string } {
  const given = fields.filter(({ name }) => name === 'state')
  const [state] = given
  return given.length === 1 && state !== undefined && state.value !== '' ? { state: state.value } : {}
}
