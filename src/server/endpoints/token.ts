import { parameterOf } from '../../http/form.ts'
import type { Check } from '../../oauth/check.ts'
import { clientAuthenticationChecks, formChecks } from '../checks/client-authentication.ts'
import { grantTypeAllowed } from '../checks/grant-type-allowed.ts'
import { grantTypePresent } from '../checks/grant-type-present.ts'
import { grantTypeSupported } from '../checks/grant-type-supported.ts'
import { type Endpoint, fieldsOf } from '../endpoint.ts'
import type { TokenFacts } from '../facts/token.ts'
import { defineGrant } from '../grants/grant.ts'
import { grantOf, grantTypes } from '../grants/index.ts'
import { errorResponse, reply } from '../reply.ts'
import { drawConsequence } from '../revoke-authorization.ts'

/** What holds for every grant (RFC 6749 3.2, 5.2); a grant's own checks come after these. */
export const tokenChecks: readonly Check<TokenFacts>[] = [
  ...formChecks,
  ...clientAuthenticationChecks,
  grantTypePresent,
  grantTypeSupported(grantTypes),
  grantTypeAllowed,
]

/** For a grant_type that does not exist: the shared checks alone, one of which refuses it. */
const noGrant = defineGrant<TokenFacts>({
  checks: [],
  issue: () => Promise.reject(new Error('a grant type that is not in the registry passed its check')),
})

/** The token endpoint (RFC 6749 3.2). */
export const token: Endpoint = {
  methods: ['POST'],
  cors: true,
  speaks: 'json',
  respond: async (server, request) => {
    const fields = fieldsOf(request)
    const grant = grantOf(parameterOf(fields, 'grant_type')) ?? noGrant
    const granted = await grant.respond(tokenChecks, { server, request, fields })
    const { verdict } = granted
    await drawConsequence(server, verdict)
    const client_id = verdict.facts.claimed?.client_id
    if ('response' in granted) return reply(granted.response, verdict.results, { client_id })
    const { failure } = granted.verdict
    const response = errorResponse(server.configuration.issuer, failure)
    return reply(response, verdict.results, { client_id, error: failure.error })
  },
}
