import { type Check, overturn, runChecks, type Verdict } from '../../oauth/check.ts'
import { authorizationErrorResponse, codeResponse } from '../authorization-response.ts'
import { consentSession } from '../checks/consent-session.ts'
import { decision } from '../checks/decision.ts'
import { interactionChecks } from '../checks/interaction.ts'
import { interactionAnswered, interactionUnanswered } from '../checks/interaction-unanswered.ts'
import { rememberConsent } from '../consent.ts'
import { type Endpoint, fieldsOf } from '../endpoint.ts'
import type { ConsentFacts } from '../facts/interaction.ts'
import { errorPage } from '../pages/error.ts'
import { type Reply, reply } from '../reply.ts'

/** The form that can be trusted first, then who decides, then what. */
export const consentChecks: readonly Check<ConsentFacts>[] = [...interactionChecks, consentSession, decision]

/** Where the form of the consent page goes (OIDC Core 3.1.2.4). */
export const consent: Endpoint = {
  methods: ['POST'],
  cors: false,
  speaks: 'html',
  respond: async (server, request) => {
    const verdict = await runChecks(consentChecks, { server, request, fields: fieldsOf(request) })
    if (!verdict.accepted) return refused(verdict)
    const { client, interaction, session, decision } = verdict.facts
    if (!(await server.store.take('interaction', interaction.id))) {
      return refused(overturn(verdict, interactionUnanswered.id, interactionAnswered()))
    }
    const about = { client_id: client.client_id }
    if (decision === 'deny') {
      const denied = { error: 'access_denied', error_description: 'The resource owner denied the request.' }
      const response = authorizationErrorResponse(server, interaction.record, denied)
      return reply(response, verdict.results, { ...about, error: denied.error })
    }
    await rememberConsent(server, client, session.record.sub, interaction.record.scope)
    return reply(await codeResponse(server, interaction.record, session.record), verdict.results, about)
  },
}

async function refused({
  facts,
  failure,
  results,
}: Verdict<ConsentFacts> & { readonly accepted: false }): Promise<Reply> {
  const { error = 'invalid_request', description = '' } = failure
  return reply(await errorPage(400, error, description), results, {
    error,
    client_id: facts.client?.client_id,
  })
}
