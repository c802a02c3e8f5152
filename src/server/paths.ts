/** Where each endpoint is, below the issuer's path. */
export const paths = {
  authorization: '/authorize',
  signIn: '/sign-in',
  consent: '/consent',
  token: '/token',
  userinfo: '/userinfo',
  revocation: '/revoke',
  introspection: '/introspect',
  jwks: '/jwks',
} as const

/** The issuer's path without a slash at its end: empty for most issuers. */
export const issuerPath = (issuer: string): string => new URL(issuer).pathname.replace(/\/$/, '')

/** The absolute address of an endpoint. Made of the issuer alone: a request's Host says nothing (RFC 8414 3.3). */
export const urlOf = (issuer: string, path: (typeof paths)[keyof typeof paths]): string =>
  issuer.replace(/\/$/, '') + path

/** Where the metadata is: OIDC appends to the issuer (Discovery 4.1), OAuth inserts before its path (RFC 8414 3.1). */
export const wellKnownPaths = (issuer: string): { readonly openid: string; readonly oauth: string } => ({
  openid: `${issuerPath(issuer)}/.well-known/openid-configuration`,
  oauth: `/.well-known/oauth-authorization-server${issuerPath(issuer)}`,
})
