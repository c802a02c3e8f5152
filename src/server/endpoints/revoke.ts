import { type Check, runChecks } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { clientAuthenticationChecks, formChecks } from '../checks/client-authentication.ts'
import { tokenIssuedToClient } from '../checks/token-issued-to-client.ts'
import { tokenKnown } from '../checks/token-known.ts'
import { tokenPresent } from '../checks/token-present.ts'
import { type Endpoint, fieldsOf } from '../endpoint.ts'
import type { FoundTokenFacts } from '../facts/found-token.ts'
import { empty, errorResponse, noStore, reply } from '../reply.ts'
import { revokeAuthorization } from '../revoke-authorization.ts'

/** Those from `tokenKnown` on have no error code: what fails them changes nothing, and is answered with 200. */
export const revocationChecks: readonly Check<FoundTokenFacts>[] = [
  ...formChecks,
  ...clientAuthenticationChecks,
  tokenPresent(rfc(7009, '2.1')),
  tokenKnown(rfc(7009, '2.2')),
  tokenIssuedToClient,
]

/** The revocation endpoint (RFC 7009 2): an access token ends alone, a refresh token takes everything with it. */
export const revoke: Endpoint = {
  methods: ['POST'],
  cors: true,
  speaks: 'json',
  respond: async (server, request) => {
    const verdict = await runChecks(revocationChecks, { server, request, fields: fieldsOf(request) })
    const client_id = verdict.facts.claimed?.client_id
    if (!verdict.accepted && verdict.failure.error !== undefined) {
      const response = errorResponse(server.configuration.issuer, verdict.failure)
      return reply(response, verdict.results, { client_id, error: verdict.failure.error })
    }
    if (verdict.accepted) {
      const { found, authorizationId } = verdict.facts
      if (found.kind === 'refresh_token') await revokeAuthorization(server, authorizationId)
      else await server.store.take('access_token', found.id)
    }
    return reply(empty(200, noStore), verdict.results, { client_id })
  },
}
