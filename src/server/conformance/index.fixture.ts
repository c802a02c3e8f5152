import { beforeAll, describe } from 'vitest'
import { authorizationCodeRules } from './authorization-code.fixture.ts'
import { authorizationRequestRules } from './authorization-request.fixture.ts'
import { clientAuthenticationRules } from './client-authentication.fixture.ts'
import { introspectionRules } from './introspection.fixture.ts'
import { metadataRules } from './metadata.fixture.ts'
import { pkceRules } from './pkce.fixture.ts'
import { redirectUriRules } from './redirect-uri.fixture.ts'
import { refreshTokenRules } from './refresh-token.fixture.ts'
import { revocationRules } from './revocation.fixture.ts'
import { robustnessRules } from './robustness.fixture.ts'
import { everyNumberIsCovered } from './rule.fixture.ts'
import { conformanceConfiguration, type Start, type Subject } from './subject.fixture.ts'
import { tokenEndpointRules } from './token-endpoint.fixture.ts'
import { userinfoRules } from './userinfo.fixture.ts'

/**
 * What an authorization server must do, seen over HTTP, as tests named by their numbers. The same suite runs against
 * the function and against a socket: `start` says how a server is reached.
 */
export function conformance(start: Start): void {
  let shared: Subject
  beforeAll(async () => {
    shared = await start(conformanceConfiguration)
  })
  const subject = () => shared
  describe('metadata and keys', () => metadataRules(subject, start))
  describe('who may be redirected', () => redirectUriRules(subject))
  describe('the authorization request', () => authorizationRequestRules(subject))
  describe('PKCE', () => pkceRules(subject, start))
  describe('token endpoint', () => tokenEndpointRules(subject))
  describe('client authentication', () => clientAuthenticationRules(subject))
  describe('authorization code', () => authorizationCodeRules(subject))
  describe('refresh token', () => refreshTokenRules(subject))
  describe('UserInfo', () => userinfoRules(subject))
  describe('introspection', () => introspectionRules(subject))
  describe('revocation', () => revocationRules(subject))
  describe('robustness', () => robustnessRules(subject, start))
  everyNumberIsCovered()
}
