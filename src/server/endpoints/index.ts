import type { Endpoint } from '../endpoint.ts'
import { issuerPath, paths, wellKnownPaths } from '../paths.ts'
import { authorize } from './authorize.ts'
import { consent } from './consent.ts'
import { introspect } from './introspect.ts'
import { jwks } from './jwks.ts'
import { metadata } from './metadata.ts'
import { revoke } from './revoke.ts'
import { signIn } from './sign-in.ts'
import { token } from './token.ts'
import { userinfo } from './userinfo.ts'

const endpoints = {
  authorization: authorize,
  signIn,
  consent,
  token,
  userinfo,
  revocation: revoke,
  introspection: introspect,
  jwks,
} as const satisfies Readonly<Record<keyof typeof paths, Endpoint>>

/** Every endpoint by its path on the server's origin. */
export const endpointsOf = (issuer: string): ReadonlyMap<string, Endpoint> => {
  const base = issuerPath(issuer)
  const names = Object.keys(paths) as (keyof typeof paths)[]
  return new Map<string, Endpoint>([
    ...names.map((name) => [base + paths[name], endpoints[name]] as const),
    [wellKnownPaths(issuer).openid, metadata],
    [wellKnownPaths(issuer).oauth, metadata],
  ])
}
