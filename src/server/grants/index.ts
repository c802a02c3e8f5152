import { authorizationCode } from './authorization-code.ts'
import type { Grant } from './grant.ts'
import { refreshToken } from './refresh-token.ts'

/** Every grant type that the token endpoint knows, by its name on the wire. A new one is a file and a line here. */
export const grants = {
  authorization_code: authorizationCode,
  refresh_token: refreshToken,
} as const satisfies Readonly<Record<string, Grant>>

/** The names on the wire, as the metadata announces them. */
export const grantTypes: readonly string[] = Object.keys(grants)

/** The grant of that name; undefined when there is none, whatever every object may have of that name. */
export const grantOf = (grant_type: string | undefined): Grant | undefined =>
  Object.entries<Grant>(grants).find(([name]) => name === grant_type)?.[1]
