import type { Registry } from './meaning.ts'
import { oidcCore, responseTypes, rfc } from './section.ts'
import { userClaims } from './user-claims.ts'

/**
 * What every request and response parameter means that the authorization code grant meets: authorization, token,
 * refresh, revocation, introspection, UserInfo and the error answers (RFC 6749 18, OIDC Core 18.2).
 */
export const parameters: Registry = {
  // The authorization request
  response_type: {
    says: 'What the client wants back from the authorization endpoint: code asks for an authorization code, to be exchanged for tokens in a second request.',
    section: rfc(6749, '3.1.1'),
  },
  client_id: {
    says: 'The client’s name at this server, as registered. It is not a secret: knowing it proves nothing.',
    section: rfc(6749, '2.2'),
  },
  redirect_uri: {
    says: 'Where the browser is sent with the answer. It must equal a registered one, character by character, so that a code never goes to a stranger.',
    section: rfc(6749, '3.1.2'),
  },
  scope: {
    says: 'What the access token may be used for: names separated by spaces. The server may grant less than was asked, and then says what it granted.',
    section: rfc(6749, '3.3'),
  },
  state: {
    says: 'A value that the client ties to this browser, and that the server returns unchanged. An answer that brings another belongs to a request that somebody else began: cross-site request forgery.',
    section: rfc(6749, '10.12'),
  },
  response_mode: {
    says: 'How the answer travels to the redirect URI: in the query, in the fragment, or as a form post. For code, the query is the default.',
    section: responseTypes('2.1'),
  },
  nonce: {
    says: 'A value that the client makes for this sign-in and the server copies into the ID Token, so that an ID Token from elsewhere does not fit.',
    section: oidcCore('3.1.2.1'),
  },
  code_challenge: {
    says: 'The hash of a secret that the client keeps. Whoever redeems the code must show the secret itself: a stolen code is of no use alone.',
    section: rfc(7636, '4.3'),
  },
  code_challenge_method: {
    says: 'How the challenge was made: S256 is the SHA-256 hash of the verifier; plain is the verifier itself, which protects less. Absent means plain.',
    section: rfc(7636, '4.3'),
  },
  prompt: {
    says: 'Whether the server may or must show its pages: none forbids them, login asks to sign in again, consent asks for permission again.',
    section: oidcCore('3.1.2.1'),
  },
  max_age: {
    says: 'How long ago, in seconds, the person may have signed in. If it was longer, the server asks to sign in again; the ID Token then says when that was.',
    section: oidcCore('3.1.2.1'),
  },
  login_hint: {
    says: 'Who the client thinks will sign in, such as an e-mail address. The server may fill it into its form; the person may be somebody else.',
    section: oidcCore('3.1.2.1'),
  },
  id_token_hint: {
    says: 'An ID Token that the client had before, to say whom it expects. If somebody else is signed in, the server answers with an error.',
    section: oidcCore('3.1.2.1'),
  },
  display: {
    says: 'How the server’s pages should appear: page, popup, touch or wap. A wish, which a server may ignore.',
    section: oidcCore('3.1.2.1'),
  },
  ui_locales: {
    says: 'Languages for the server’s pages, the preferred one first, such as “fr-CA fr en”. A wish, which a server may ignore.',
    section: oidcCore('3.1.2.1'),
  },
  claims_locales: {
    says: 'Languages for the claims that the server returns, the preferred one first. A wish, which a server may ignore.',
    section: oidcCore('5.2'),
  },
  acr_values: {
    says: 'How strongly the person should be authenticated, as a list of classes, the preferred one first. The ID Token’s acr says what was done.',
    section: oidcCore('3.1.2.1'),
  },
  claims: {
    says: 'Single claims that the client asks for, as JSON, for the ID Token or the UserInfo answer.',
    section: oidcCore('5.5'),
  },
  request: {
    says: 'The authorization request as a signed JWT, so that nobody on the way can change it. A server that does not support it says so.',
    section: oidcCore('6.1'),
  },
  request_uri: {
    says: 'Where the authorization request lies, instead of the request itself. A server that does not support it says so.',
    section: oidcCore('6.2'),
  },
  registration: {
    says: 'What a self-issued provider should know about the client, as JSON. A server that does not support it says so.',
    section: oidcCore('7.2.1'),
  },
  resource: {
    says: 'The API that the token is meant for, as an absolute URI. It may stand several times.',
    section: rfc(8707, '2'),
  },

  // The authorization response
  code: {
    says: 'The authorization code: what the person’s consent comes to. It is short-lived, bound to this client and redirect URI, and good for one exchange.',
    section: rfc(6749, '4.1.2'),
  },
  iss: {
    says: 'Which authorization server answers. The client compares it with the one it sent the browser to, so that one server’s answer cannot pass for another’s.',
    section: rfc(9207, '2'),
  },
  error: {
    says: 'Why the request was refused, as a code that programs can act on.',
    section: rfc(6749, '5.2'),
  },
  error_description: {
    says: 'Why the request was refused, as a sentence for the developer of the client. It is not meant for the person in front of it.',
    section: rfc(6749, '5.2'),
  },
  error_uri: {
    says: 'The address of a page that tells the developer more about the error.',
    section: rfc(6749, '5.2'),
  },

  // Token and refresh requests
  grant_type: {
    says: 'What the client brings in exchange for tokens: authorization_code brings a code, refresh_token a refresh token.',
    section: rfc(6749, '4.1.3'),
  },
  code_verifier: {
    says: 'The secret behind the code challenge. The server hashes it and compares: only who began this authorization can finish it.',
    section: rfc(7636, '4.5'),
  },
  client_secret: {
    says: 'The client’s password at this server. Sent in the body it is client_secret_post; the Authorization header is the recommended place.',
    section: rfc(6749, '2.3.1'),
  },

  // Token responses
  access_token: {
    says: 'The token that opens the API. Whoever holds it can use it, until it expires: send it to that API only, and never in a URL.',
    section: rfc(6749, '1.4'),
  },
  token_type: {
    says: 'How the access token is used. Bearer means that showing it is enough.',
    section: rfc(6749, '7.1'),
  },
  expires_in: {
    says: 'How long the access token lives, in seconds from this answer.',
    section: rfc(6749, '5.1'),
  },
  refresh_token: {
    says: 'Gets new access tokens without the person. It goes to the authorization server only, never to an API; this server replaces it at each use.',
    section: rfc(6749, '1.5'),
  },
  id_token: {
    says: 'Who signed in, when and how, as a signed JWT for the client. The client must verify it, and must not send it to an API in an access token’s place.',
    section: oidcCore('2'),
  },

  // Revocation and introspection
  token: {
    says: 'The token that this request is about: to be revoked, or to be told about.',
    section: rfc(7009, '2.1'),
  },
  token_type_hint: {
    says: 'Whether the token is an access_token or a refresh_token, so that the server finds it sooner. If the hint is wrong, it searches on.',
    section: rfc(7009, '2.1'),
  },
  active: {
    says: 'Whether the token is good at this moment: issued here, not expired, not revoked. If it is false, the server says nothing more about it.',
    section: rfc(7662, '2.2'),
  },
  username: {
    says: 'The person’s name for signing in. In an introspection answer: who authorized the token, to be read by people.',
    section: rfc(7662, '2.2'),
  },
  password: {
    says: 'What the person signs in with. It goes to the authorization server alone: that no client ever sees it is why OAuth exists.',
    section: rfc(6749, '1'),
  },
  exp: {
    says: 'When the token expires, in seconds since 1970.',
    section: rfc(7662, '2.2'),
  },
  iat: {
    says: 'When the token was issued, in seconds since 1970.',
    section: rfc(7662, '2.2'),
  },
  nbf: {
    says: 'When the token begins to be valid, in seconds since 1970.',
    section: rfc(7662, '2.2'),
  },
  aud: {
    says: 'Whom the token is meant for: the API’s identifier. Any other API must refuse it.',
    section: rfc(7662, '2.2'),
  },
  jti: {
    says: 'The token’s own identifier, different for every token.',
    section: rfc(7662, '2.2'),
  },

  // UserInfo responses
  sub: {
    says: 'The subject: who this is about, as an identifier that this server never gives to anybody else. In UserInfo it must equal the ID Token’s sub.',
    section: oidcCore('5.3.2'),
  },
  ...userClaims,
}
