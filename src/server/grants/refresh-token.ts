import { authorizationNotRevoked } from '../checks/authorization-not-revoked.ts'
import { refreshScope } from '../checks/refresh-scope.ts'
import { refreshTokenIssuedToClient } from '../checks/refresh-token-issued-to-client.ts'
import { refreshTokenKnown } from '../checks/refresh-token-known.ts'
import { refreshTokenNotExpired } from '../checks/refresh-token-not-expired.ts'
import { refreshTokenReplayed, refreshTokenUnused } from '../checks/refresh-token-unused.ts'
import type { RefreshFacts } from '../facts/refresh-token.ts'
import { tokenResponse } from '../token-response.ts'
import { defineGrant } from './grant.ts'

/** RFC 6749 6, with rotation at every use and the family revoked on reuse (RFC 9700 4.14.2). */
export const refreshToken = defineGrant<RefreshFacts>({
  checks: [
    refreshTokenKnown,
    refreshTokenIssuedToClient,
    refreshTokenUnused,
    refreshTokenNotExpired,
    authorizationNotRevoked('refresh_token', 'invalid_grant'),
    refreshScope,
  ],
  issue: async ({ server, client, refreshToken, authorizationId, authorization, scope }) => {
    if (!(await server.store.take('refresh_token', refreshToken.text))) {
      return { id: refreshTokenUnused.id, failure: refreshTokenReplayed(authorizationId) }
    }
    // A refreshed ID Token should have no nonce (OIDC Core 12.2).
    return tokenResponse(server, client, { authorizationId, authorization, scope, nonce: undefined })
  },
})
