import { promptValues } from '../checks/prompt.ts'
import type { Configuration } from '../configuration.ts'
import type { Endpoint } from '../endpoint.ts'
import { grantTypes } from '../grants/index.ts'
import { signingAlgorithms } from '../keys.ts'
import { paths, urlOf } from '../paths.ts'
import { json, reply } from '../reply.ts'

/** How clients authenticate: `none` only where a public client may call. */
const confidentialMethods = ['client_secret_basic', 'client_secret_post']
const everyMethod = ['none', ...confidentialMethods]

/** What this server is and can do: made of its configuration alone, and nothing is announced that it has not. */
export const metadataOf = ({ issuer, scopes, users, policies }: Configuration) => ({
  issuer,
  authorization_endpoint: urlOf(issuer, paths.authorization),
  token_endpoint: urlOf(issuer, paths.token),
  userinfo_endpoint: urlOf(issuer, paths.userinfo),
  jwks_uri: urlOf(issuer, paths.jwks),
  revocation_endpoint: urlOf(issuer, paths.revocation),
  introspection_endpoint: urlOf(issuer, paths.introspection),
  scopes_supported: scopes,
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  grant_types_supported: grantTypes,
  token_endpoint_auth_methods_supported: everyMethod,
  revocation_endpoint_auth_methods_supported: everyMethod,
  introspection_endpoint_auth_methods_supported: confidentialMethods,
  code_challenge_methods_supported: policies.allowPlainPkce ? ['S256', 'plain'] : ['S256'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: signingAlgorithms,
  claim_types_supported: ['normal'],
  claims_supported: ['iss', 'sub', 'aud', 'exp', 'iat', 'auth_time', 'nonce', 'at_hash', ...claimsOf(users)],
  prompt_values_supported: promptValues,
  authorization_response_iss_parameter_supported: true,
  claims_parameter_supported: false,
  request_parameter_supported: false,
  request_uri_parameter_supported: false,
})

const claimsOf = (users: Configuration['users']): string[] => [
  ...new Set(users.flatMap(({ claims }) => Object.keys(claims))),
]

/** Both metadata documents: OIDC Discovery 4 and RFC 8414 3 say the same of this server. */
export const metadata: Endpoint = {
  methods: ['GET'],
  cors: true,
  speaks: 'json',
  respond: async ({ configuration }) =>
    reply(json(200, metadataOf(configuration), [['Cache-Control', 'no-cache']]), []),
}
