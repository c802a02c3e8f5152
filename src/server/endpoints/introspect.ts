import { type Check, runChecks } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationNotRevoked } from '../checks/authorization-not-revoked.ts'
import { callerConfidential } from '../checks/caller-confidential.ts'
import { clientAuthenticationChecks, formChecks } from '../checks/client-authentication.ts'
import { tokenKnown } from '../checks/token-known.ts'
import { tokenNotExpired } from '../checks/token-not-expired.ts'
import { tokenPresent } from '../checks/token-present.ts'
import { tokenUnspent } from '../checks/token-unspent.ts'
import { tokenVisible } from '../checks/token-visible.ts'
import { type Endpoint, fieldsOf } from '../endpoint.ts'
import type { FoundToken, FoundTokenFacts } from '../facts/found-token.ts'
import { errorResponse, json, reply } from '../reply.ts'
import type { AuthorizationRecord } from '../store.ts'

/** Those from `tokenKnown` on have no error code: what fails them is not active, which is no error (RFC 7662 2.2). */
export const introspectionChecks: readonly Check<FoundTokenFacts>[] = [
  ...formChecks,
  ...clientAuthenticationChecks,
  callerConfidential,
  tokenPresent(rfc(7662, '2.1')),
  tokenKnown(rfc(7662, '2.2')),
  tokenVisible,
  tokenUnspent,
  tokenNotExpired,
  authorizationNotRevoked('token'),
]

/** The introspection endpoint (RFC 7662 2). */
export const introspect: Endpoint = {
  methods: ['POST'],
  cors: false,
  speaks: 'json',
  respond: async (server, request) => {
    const verdict = await runChecks(introspectionChecks, { server, request, fields: fieldsOf(request) })
    const { issuer } = server.configuration
    const client_id = verdict.facts.claimed?.client_id
    if (verdict.accepted) {
      const { found, authorization } = verdict.facts
      return reply(json(200, activeToken(issuer, found, authorization)), verdict.results, { client_id })
    }
    const { error } = verdict.failure
    const response =
      error === undefined ? json(200, { active: false }) : errorResponse(issuer, verdict.failure)
    return reply(response, verdict.results, { client_id, error })
  },
}

/** What is told of a live token (RFC 7662 2.2). */
const activeToken = (iss: string, found: FoundToken, { sub, scope }: AuthorizationRecord): object => ({
  active: true,
  iss,
  sub,
  client_id: found.record.client_id,
  iat: found.record.issued_at,
  exp: found.record.expires_at,
  ...(found.kind === 'access_token'
    ? { token_type: 'Bearer', scope: found.record.scope, aud: found.record.aud, jti: found.id }
    : { scope }),
})
