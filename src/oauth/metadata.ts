import type { Registry } from './meaning.ts'
import { oidcDiscovery, rfc, type Section } from './section.ts'

const promptCreate: Section = {
  document: 'OIDC Prompt Create',
  section: '4.2',
  url: 'https://openid.net/specs/openid-connect-prompt-create-1_0.html#section-4.2',
}

/** What the members of a server's metadata and of its key set mean (RFC 8414 2, OIDC Discovery 3, RFC 7517 5). */
export const metadata: Registry = {
  issuer: {
    says: 'The server’s identifier. It must equal the address that these metadata were asked for at, and the iss of every token, character by character.',
    section: rfc(8414, '2'),
  },
  authorization_endpoint: {
    says: 'Where the browser is sent, so that the person signs in and consents.',
    section: rfc(8414, '2'),
  },
  token_endpoint: {
    says: 'Where the client exchanges a code or a refresh token for tokens.',
    section: rfc(8414, '2'),
  },
  userinfo_endpoint: {
    says: 'Where an access token is exchanged for claims about the person.',
    section: oidcDiscovery('3'),
  },
  jwks_uri: {
    says: 'Where the server’s public keys are, with which its signatures are verified.',
    section: rfc(8414, '2'),
  },
  registration_endpoint: {
    says: 'Where a client can register itself.',
    section: rfc(8414, '2'),
  },
  revocation_endpoint: {
    says: 'Where a client says that a token is not to be used any more.',
    section: rfc(8414, '2'),
  },
  introspection_endpoint: {
    says: 'Where an API asks whether a token is good, and what it allows.',
    section: rfc(8414, '2'),
  },
  scopes_supported: {
    says: 'Scope values that can be asked for. The server need not name them all.',
    section: rfc(8414, '2'),
  },
  response_types_supported: {
    says: 'What response_type may ask for here.',
    section: rfc(8414, '2'),
  },
  response_modes_supported: {
    says: 'How an authorization response can travel. Where this is missing, by query and by fragment.',
    section: rfc(8414, '2'),
  },
  grant_types_supported: {
    says: 'What grant_type may be at the token endpoint.',
    section: rfc(8414, '2'),
  },
  token_endpoint_auth_methods_supported: {
    says: 'How a client can authenticate at the token endpoint; none is for public clients. Where this is missing, with client_secret_basic.',
    section: rfc(8414, '2'),
  },
  revocation_endpoint_auth_methods_supported: {
    says: 'How a client can authenticate where it revokes tokens.',
    section: rfc(8414, '2'),
  },
  introspection_endpoint_auth_methods_supported: {
    says: 'How who asks about tokens can authenticate. An open door would let anybody try tokens out.',
    section: rfc(8414, '2'),
  },
  code_challenge_methods_supported: {
    says: 'How a code challenge may be made. S256 is the one to use; where this is missing, the server does not know PKCE.',
    section: rfc(8414, '2'),
  },
  subject_types_supported: {
    says: 'public: every client is told the same sub for a person. pairwise: each client is told another.',
    section: oidcDiscovery('3'),
  },
  id_token_signing_alg_values_supported: {
    says: 'With which algorithms ID Tokens can be signed. RS256 must be among them.',
    section: oidcDiscovery('3'),
  },
  claim_types_supported: {
    says: 'normal: the server asserts the claims itself. The other types point to claims of others.',
    section: oidcDiscovery('3'),
  },
  claims_supported: {
    says: 'Claims that the server may have values for. It need not name them all.',
    section: oidcDiscovery('3'),
  },
  prompt_values_supported: {
    says: 'What prompt may ask for here.',
    section: promptCreate,
  },
  authorization_response_iss_parameter_supported: {
    says: 'Whether every authorization response says by iss which server it comes from.',
    section: rfc(9207, '3'),
  },
  claims_parameter_supported: {
    says: 'Whether the claims parameter can ask for single claims.',
    section: oidcDiscovery('3'),
  },
  request_parameter_supported: {
    says: 'Whether an authorization request may come as a JWT, in the request parameter.',
    section: oidcDiscovery('3'),
  },
  request_uri_parameter_supported: {
    says: 'Whether an authorization request may be fetched from a request_uri. Where this is missing, it may.',
    section: oidcDiscovery('3'),
  },
  keys: {
    says: 'The public keys of this server, each a JSON Web Key. Which of them signed a token, the token’s kid says.',
    section: rfc(7517, '5.1'),
  },
}

/** What the members of a JSON Web Key mean (RFC 7517 4), of an RSA and of an elliptic curve key (RFC 7518 6). */
export const keyMembers: Registry = {
  kty: {
    says: 'The family of the key: RSA or EC, for an elliptic curve.',
    section: rfc(7517, '4.1'),
  },
  use: {
    says: 'What the key is for: sig to verify signatures, enc to encrypt.',
    section: rfc(7517, '4.2'),
  },
  key_ops: {
    says: 'What may be done with the key, operation by operation.',
    section: rfc(7517, '4.3'),
  },
  alg: {
    says: 'The algorithm that the key is meant for. It must not be used with another.',
    section: rfc(7517, '4.4'),
  },
  kid: {
    says: 'The key’s name, by which a token says which key signed it.',
    section: rfc(7517, '4.5'),
  },
  crv: {
    says: 'The curve that the key is a point of.',
    section: rfc(7518, '6.2.1.1'),
  },
  x: {
    says: 'The point’s first coordinate, in base64url.',
    section: rfc(7518, '6.2.1.2'),
  },
  y: {
    says: 'The point’s second coordinate, in base64url.',
    section: rfc(7518, '6.2.1.3'),
  },
  n: {
    says: 'The modulus: the product of two primes that only the owner knows, in base64url.',
    section: rfc(7518, '6.3.1.1'),
  },
  e: {
    says: 'The public exponent, in base64url: AQAB is 65537.',
    section: rfc(7518, '6.3.1.2'),
  },
}
