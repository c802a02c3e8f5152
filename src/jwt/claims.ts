import type { Meaning, Registry } from '../oauth/meaning.ts'
import { oidcCore, rfc } from '../oauth/section.ts'
import { userClaims } from '../oauth/user-claims.ts'

/** What a claim means; `time` marks a NumericDate, seconds since the epoch (RFC 7519 2). */
export interface ClaimMeaning extends Meaning {
  readonly time?: true
}

/** What the claims mean that ID Tokens (OIDC Core 2) and JWT access tokens (RFC 9068 2.2) carry, those about the person included. */
export const claims: Registry<ClaimMeaning> = {
  iss: {
    says: 'The issuer: the authorization server that made this token and whose keys verify it. It must equal the expected one exactly.',
    section: rfc(7519, '4.1.1'),
  },
  sub: {
    says: 'The subject: who this token is about, as an identifier that this issuer never gives to anybody else.',
    section: rfc(7519, '4.1.2'),
  },
  aud: {
    says: 'The audience: whom this token is meant for. An ID Token names the client, an access token the API; anybody else must refuse it.',
    section: rfc(7519, '4.1.3'),
  },
  exp: {
    says: 'When this token expires. From then on it must be refused.',
    section: rfc(7519, '4.1.4'),
    time: true,
  },
  nbf: {
    says: 'When this token begins to be valid. Before, it must be refused.',
    section: rfc(7519, '4.1.5'),
    time: true,
  },
  iat: {
    says: 'When this token was issued.',
    section: rfc(7519, '4.1.6'),
    time: true,
  },
  jti: {
    says: 'The token’s own identifier, different for every token: by it one token can be told from another, or revoked.',
    section: rfc(7519, '4.1.7'),
  },
  auth_time: {
    says: 'When the person signed in, which may be long before this token was issued.',
    section: oidcCore('2'),
    time: true,
  },
  nonce: {
    says: 'The value from the authorization request, unchanged. The client compares: an ID Token that was made for another sign-in does not fit.',
    section: oidcCore('2'),
  },
  at_hash: {
    says: 'The left half of the access token’s hash: it ties the ID Token to the access token that came with it.',
    section: oidcCore('3.1.3.6'),
  },
  c_hash: {
    says: 'The left half of the authorization code’s hash: it ties the ID Token to the code that came with it.',
    section: oidcCore('3.3.2.11'),
  },
  acr: {
    says: 'Which class of authentication the person passed.',
    section: oidcCore('2'),
  },
  amr: {
    says: 'By which methods the person was authenticated, such as pwd for a password.',
    section: oidcCore('2'),
  },
  azp: {
    says: 'The client that this ID Token was issued to.',
    section: oidcCore('2'),
  },
  client_id: {
    says: 'The client that asked for this access token.',
    section: rfc(9068, '2.2'),
  },
  scope: {
    says: 'What this access token may be used for: names separated by spaces. The API compares them with what the request needs.',
    section: rfc(9068, '2.2.3'),
  },
  cnf: {
    says: 'The key that the sender must prove to hold: without it, the token is of no use.',
    section: rfc(7800, '3.1'),
  },
  ...userClaims,
  updated_at: { ...userClaims.updated_at, time: true },
}

/** What the parameters of a JWT's header mean (RFC 7515 4.1). */
export const headerParameters: Registry = {
  alg: {
    says: 'The algorithm of the signature. Who verifies decides which ones are good enough; none must never be one of them.',
    section: rfc(7515, '4.1.1'),
  },
  typ: {
    says: 'What kind of token this is: at+jwt is an access token, JWT any JWT. It keeps one kind from passing for another.',
    section: rfc(7515, '4.1.9'),
  },
  kid: {
    says: 'Which of the issuer’s keys made the signature: its name in the key set. It helps to find the key and proves nothing.',
    section: rfc(7515, '4.1.4'),
  },
  cty: {
    says: 'What the payload is, when it is not a set of claims: JWT for a token within this one.',
    section: rfc(7515, '4.1.10'),
  },
  crit: {
    says: 'Header parameters that must be understood: who does not know one of them must refuse the token.',
    section: rfc(7515, '4.1.11'),
  },
  jwk: {
    says: 'The public key that fits the signature, in the token itself. It proves nothing unless that key is trusted for another reason.',
    section: rfc(7515, '4.1.3'),
  },
  jku: {
    says: 'An address from which to load keys. An attacker can put any address here, so it must not be followed unasked.',
    section: rfc(7515, '4.1.2'),
  },
  x5u: {
    says: 'An address from which to load a certificate. An attacker can put any address here, so it must not be followed unasked.',
    section: rfc(7515, '4.1.5'),
  },
  x5c: {
    says: 'The certificate of the key, and the chain above it.',
    section: rfc(7515, '4.1.6'),
  },
  x5t: {
    says: 'The SHA-1 thumbprint of the key’s certificate.',
    section: rfc(7515, '4.1.7'),
  },
  'x5t#S256': {
    says: 'The SHA-256 thumbprint of the key’s certificate.',
    section: rfc(7515, '4.1.8'),
  },
}
