import type { Header, HttpResponse } from '../../http/message.ts'
import { type Check, type Fail, runChecks } from '../../oauth/check.ts'
import { scopeValues } from '../../oauth/scope.ts'
import { rfc } from '../../oauth/section.ts'
import { accessTokenAudience } from '../checks/access-token-audience.ts'
import { accessTokenIssuer } from '../checks/access-token-issuer.ts'
import { accessTokenNotExpired } from '../checks/access-token-not-expired.ts'
import { accessTokenNotRevoked } from '../checks/access-token-not-revoked.ts'
import { accessTokenSignature } from '../checks/access-token-signature.ts'
import { accessTokenType } from '../checks/access-token-type.ts'
import { authorizationNotRevoked } from '../checks/authorization-not-revoked.ts'
import { bearerNotInQuery } from '../checks/bearer-not-in-query.ts'
import { bearerPresent } from '../checks/bearer-present.ts'
import { oneBearerMethod } from '../checks/one-bearer-method.ts'
import { openidScope } from '../checks/openid-scope.ts'
import { parameterCharacters } from '../checks/parameter-characters.ts'
import { parameterEncoding } from '../checks/parameter-encoding.ts'
import { parametersOnce } from '../checks/parameters-once.ts'
import { subjectKnown } from '../checks/subject-known.ts'
import type { User } from '../configuration.ts'
import { type Endpoint, fieldsOf } from '../endpoint.ts'
import type { BearerFacts } from '../facts/bearer.ts'
import { empty, json, noStore, reply } from '../reply.ts'

/** RFC 6750 for how the token came, RFC 9068 4 for the token, OIDC Core 5.3 for what it may open. */
export const userinfoChecks: readonly Check<BearerFacts>[] = [
  parameterEncoding,
  parameterCharacters,
  parametersOnce(rfc(6750, '3.1')),
  oneBearerMethod,
  bearerNotInQuery,
  bearerPresent,
  accessTokenSignature,
  accessTokenType,
  accessTokenIssuer,
  accessTokenNotExpired,
  accessTokenNotRevoked,
  authorizationNotRevoked('Authorization', 'invalid_token'),
  openidScope,
  accessTokenAudience,
  subjectKnown,
]

/** The UserInfo endpoint (OIDC Core 5.3). */
export const userinfo: Endpoint = {
  methods: ['GET', 'POST'],
  cors: true,
  speaks: 'json',
  respond: async (server, request) => {
    const verdict = await runChecks(userinfoChecks, { server, request, fields: fieldsOf(request) })
    if (verdict.accepted) {
      const { user, jwt } = verdict.facts
      const claims = claimsOf(user, scopeValues(String(jwt.payload.scope)))
      return reply(json(200, claims), verdict.results, { client_id: String(jwt.payload.client_id) })
    }
    const { failure, results } = verdict
    return reply(challenge(server.configuration.issuer, failure), results, { error: failure.error })
  },
}

/** Which claims a scope value asks for (OIDC Core 5.4). */
const claimsByScope: Readonly<Record<'profile' | 'email', readonly string[]>> = {
  profile: [
    'name family_name given_name middle_name nickname preferred_username profile picture website gender',
    'birthdate zoneinfo locale updated_at',
  ].flatMap((names) => names.split(' ')),
  email: ['email', 'email_verified'],
}

function claimsOf({ sub, claims }: User, scope: readonly string[]): object {
  const told = Object.entries(claimsByScope).flatMap(([value, names]) => (scope.includes(value) ? names : []))
  return { sub, ...Object.fromEntries(Object.entries(claims).filter(([name]) => told.includes(name))) }
}

const statuses: Readonly<Record<string, number>> = { invalid_request: 400, insufficient_scope: 403 }

/** The refusal of a protected resource (RFC 6750 3): without a token, no error code either. */
function challenge(realm: string, { error, description }: Fail): HttpResponse {
  if (error === undefined) return empty(401, [...noStore, ['WWW-Authenticate', `Bearer realm="${realm}"`]])
  const attributes = [
    `realm="${realm}"`,
    `error="${error}"`,
    ...(description === undefined ? [] : [`error_description="${description}"`]),
    ...(error === 'insufficient_scope' ? ['scope="openid"'] : []),
  ]
  const header: Header = ['WWW-Authenticate', `Bearer ${attributes.join(', ')}`]
  return json(statuses[error] ?? 401, { error, error_description: description }, [...noStore, header])
}
