import { authorizationNotRevoked } from '../checks/authorization-not-revoked.ts'
import { codeIssuedToClient } from '../checks/code-issued-to-client.ts'
import { codeKnown } from '../checks/code-known.ts'
import { codeNotExpired } from '../checks/code-not-expired.ts'
import { codeRedirectUri } from '../checks/code-redirect-uri.ts'
import { codeReplayed, codeUnused } from '../checks/code-unused.ts'
import { codeVerifier } from '../checks/code-verifier.ts'
import { codeVerifierDue } from '../checks/code-verifier-due.ts'
import { codeVerifierSyntax } from '../checks/code-verifier-syntax.ts'
import type { CodeFacts } from '../facts/code.ts'
import { tokenResponse } from '../token-response.ts'
import { defineGrant } from './grant.ts'

/** RFC 6749 4.1.3, with RFC 7636 4.6. A replay is looked for before expiry: it revokes, however late it comes. */
export const authorizationCode = defineGrant<CodeFacts>({
  checks: [
    codeKnown,
    codeIssuedToClient,
    codeUnused,
    codeNotExpired,
    authorizationNotRevoked('code', 'invalid_grant'),
    codeRedirectUri,
    codeVerifierDue,
    codeVerifierSyntax,
    codeVerifier,
  ],
  issue: async ({ server, client, code, authorizationId, authorization }) => {
    if (!(await server.store.take('code', code.text))) {
      return { id: codeUnused.id, failure: codeReplayed(authorizationId) }
    }
    const { scope, nonce } = authorization
    return tokenResponse(server, client, { authorizationId, authorization, scope, nonce })
  },
})
