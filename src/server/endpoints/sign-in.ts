import { parameterOf } from '../../http/form.ts'
import { type Check, overturn, runChecks, type Verdict } from '../../oauth/check.ts'
import { authorizationErrorResponse, codeResponse } from '../authorization-response.ts'
import { hintedUser } from '../checks/hinted-user.ts'
import { interactionChecks } from '../checks/interaction.ts'
import { interactionAnswered, interactionUnanswered } from '../checks/interaction-unanswered.ts'
import { password } from '../checks/password.ts'
import { whyConsent } from '../consent.ts'
import { type Endpoint, fieldsOf } from '../endpoint.ts'
import type { SignInFacts } from '../facts/interaction.ts'
import { interactionPage } from '../interaction.ts'
import { errorPage } from '../pages/error.ts'
import { signInPage } from '../pages/sign-in.ts'
import { type Reply, reply } from '../reply.ts'
import type { Server } from '../server.ts'
import { startSession } from '../session.ts'

/** The form that can be trusted first, then who signs in. */
export const signInChecks: readonly Check<SignInFacts>[] = [...interactionChecks, password, hintedUser]

/** Where the form of the sign-in page goes (OIDC Core 3.1.2.3). */
export const signIn: Endpoint = {
  methods: ['POST'],
  cors: false,
  speaks: 'html',
  respond: async (server, request) => {
    const verdict = await runChecks(signInChecks, { server, request, fields: fieldsOf(request) })
    if (!verdict.accepted) return refused(server, verdict)
    const { client, interaction, user } = verdict.facts
    const { id, record } = interaction
    const about = { client_id: client.client_id }
    const consentDue = await whyConsent(server, client, user.sub, record.scope, record.ask_consent)
    if (consentDue === undefined && !(await server.store.take('interaction', id))) {
      return refused(server, overturn(verdict, interactionUnanswered.id, interactionAnswered()))
    }
    const { session, cookie } = await startSession(server, request, user)
    if (consentDue === undefined) {
      return reply(await codeResponse(server, record, session.record, [cookie]), verdict.results, about)
    }
    const known = { ...record, session: session.id }
    await server.store.put('interaction', id, known)
    const next = await interactionPage(server, { client, id, interaction: known, session }, [cookie])
    return reply(next, verdict.results, about)
  },
}

/** A wrong password shows the form again; who is not the person asked for goes back to the client; the rest stays. */
async function refused(
  server: Server,
  { facts, failure, results }: Verdict<SignInFacts> & { readonly accepted: false },
): Promise<Reply> {
  const { error = 'invalid_request', description } = failure
  const { client, interaction, fields = [] } = facts
  const about = { error, client_id: client?.client_id }
  if (client && interaction && failure.id === password.id) {
    const { issuer } = server.configuration
    const form = { issuer, client, id: interaction.id, interaction: interaction.record }
    return reply(await signInPage(form, parameterOf(fields, 'username') ?? ''), results, about)
  }
  if (
    interaction &&
    failure.id === hintedUser.id &&
    (await server.store.take('interaction', interaction.id))
  ) {
    const answer = { error, error_description: description }
    return reply(authorizationErrorResponse(server, interaction.record, answer), results, about)
  }
  return reply(await errorPage(400, error, description ?? ''), results, about)
}
