import type { Check } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { clientIdOnce } from '../checks/client-id-once.ts'
import { clientRegistered } from '../checks/client-registered.ts'
import { codeChallengeMethodAllowed } from '../checks/code-challenge-method-allowed.ts'
import { codeChallengeMethodKnown } from '../checks/code-challenge-method-known.ts'
import { codeChallengePresent } from '../checks/code-challenge-present.ts'
import { codeChallengeSyntax } from '../checks/code-challenge-syntax.ts'
import { consentRequired } from '../checks/consent-required.ts'
import { formMediaType } from '../checks/form-media-type.ts'
import { idTokenHint } from '../checks/id-token-hint.ts'
import { loginRequired } from '../checks/login-required.ts'
import { maxAge } from '../checks/max-age.ts'
import { parameterCharacters } from '../checks/parameter-characters.ts'
import { parameterEncoding } from '../checks/parameter-encoding.ts'
import { parametersOnce } from '../checks/parameters-once.ts'
import { prompt } from '../checks/prompt.ts'
import { redirectUriFragment } from '../checks/redirect-uri-fragment.ts'
import { redirectUriOnce } from '../checks/redirect-uri-once.ts'
import { redirectUriPresent } from '../checks/redirect-uri-present.ts'
import { redirectUriRegistered } from '../checks/redirect-uri-registered.ts'
import { redirectUriScheme } from '../checks/redirect-uri-scheme.ts'
import { noRequestObject, noRequestUri } from '../checks/request-object.ts'
import { responseMode } from '../checks/response-mode.ts'
import { responseTypeAllowed } from '../checks/response-type-allowed.ts'
import { responseTypePresent } from '../checks/response-type-present.ts'
import { responseTypeSupported } from '../checks/response-type-supported.ts'
import { scopeAllowed } from '../checks/scope-allowed.ts'
import { scopeKnown } from '../checks/scope-known.ts'
import { scopeSyntax } from '../checks/scope-syntax.ts'
import type { AuthorizationFacts } from '../facts/authorization.ts'

/**
 * The order is the security argument. Up to `redirectUriRegistered` nobody is redirected, for nobody is known to be
 * safe to redirect to (RFC 6749 4.1.2.1, RFC 9700 4.11); from there on every error goes to the client.
 */
export const authorizationChecks: readonly Check<AuthorizationFacts>[] = [
  formMediaType,
  parameterEncoding,
  parameterCharacters,
  clientIdOnce,
  clientRegistered,
  redirectUriOnce,
  redirectUriPresent,
  redirectUriScheme,
  redirectUriFragment,
  redirectUriRegistered,

  parametersOnce(rfc(6749, '3.1')),
  responseTypePresent,
  responseTypeSupported,
  responseTypeAllowed,
  responseMode,
  noRequestObject,
  noRequestUri,
  scopeSyntax,
  scopeKnown,
  scopeAllowed,
  codeChallengePresent,
  codeChallengeMethodKnown,
  codeChallengeMethodAllowed,
  codeChallengeSyntax,
  prompt,
  maxAge,
  idTokenHint,

  loginRequired,
  consentRequired,
]
