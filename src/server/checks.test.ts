import { describe, expect, it } from 'vitest'
import type { Check } from '../oauth/check.ts'
import { cite } from '../oauth/section.ts'
import { authorizationChecks } from './endpoints/authorization-checks.ts'
import { consentChecks } from './endpoints/consent.ts'
import { introspectionChecks } from './endpoints/introspect.ts'
import { revocationChecks } from './endpoints/revoke.ts'
import { signInChecks } from './endpoints/sign-in.ts'
import { tokenChecks } from './endpoints/token.ts'
import { userinfoChecks } from './endpoints/userinfo.ts'
import { grants } from './grants/index.ts'

type Described = Pick<Check<object>, 'id' | 'title' | 'section'>

const lists: readonly (readonly [string, readonly Described[]])[] = [
  ['authorize', authorizationChecks],
  ['sign-in', signInChecks],
  ['consent', consentChecks],
  ...Object.entries(grants).map(
    ([name, grant]) => [name, [...tokenChecks, ...grant.checks]] as [string, readonly Described[]],
  ),
  ['userinfo', userinfoChecks],
  ['introspect', introspectionChecks],
  ['revoke', revocationChecks],
]

/**
 * What each check cites, by its id; where endpoints cite different sections, by their name too. Here on purpose once
 * more: to change a citation is a decision, made with the document open.
 */
const citations: Readonly<Record<string, string>> = {
  'form-media-type': 'RFC 6749 §B',
  'parameter-encoding': 'RFC 6749 §B',
  'parameter-characters': 'RFC 6749 §A',
  'parameters-in-body': 'RFC 6749 §2.3.1',
  'parameters-once': 'RFC 6749 §3.1',
  'revoke parameters-once': 'RFC 6749 §3.2',
  'introspect parameters-once': 'RFC 6749 §3.2',
  'authorization_code parameters-once': 'RFC 6749 §3.2',
  'refresh_token parameters-once': 'RFC 6749 §3.2',
  'userinfo parameters-once': 'RFC 6750 §3.1',

  'client-id-once': 'RFC 6749 §4.1.2.1',
  'client-registered': 'RFC 6749 §4.1.2.1',
  'redirect-uri-once': 'RFC 6749 §3.1',
  'redirect-uri-present': 'RFC 6749 §3.1.2.3',
  'redirect-uri-scheme': 'RFC 7591 §5',
  'redirect-uri-fragment': 'RFC 6749 §3.1.2',
  'redirect-uri-registered': 'RFC 9700 §2.1',
  'response-type-present': 'RFC 6749 §3.1.1',
  'response-type-supported': 'RFC 6749 §4.1.2.1',
  'response-type-allowed': 'RFC 6749 §4.1.2.1',
  'response-mode': 'OAuth Response Types §2.1',
  'no-request-object': 'OIDC Core §3.1.2.6',
  'no-request-uri': 'OIDC Core §3.1.2.6',
  'scope-syntax': 'RFC 6749 §3.3',
  'scope-known': 'RFC 6749 §4.1.2.1',
  'scope-allowed': 'RFC 7591 §2',
  'code-challenge-present': 'RFC 9700 §2.1.1',
  'code-challenge-method-known': 'RFC 7636 §4.3',
  'code-challenge-method-allowed': 'RFC 9700 §2.1.1',
  'code-challenge-syntax': 'RFC 7636 §4.2',
  prompt: 'OIDC Core §3.1.2.1',
  'max-age': 'OIDC Core §3.1.2.1',
  'id-token-hint': 'OIDC Core §3.1.2.1',
  'login-required': 'OIDC Core §3.1.2.3',
  'consent-required': 'OIDC Core §3.1.2.4',

  'interaction-known': 'RFC 6749 §10.12',
  'interaction-unanswered': 'OIDC Core §3.1.2.3',
  'interaction-not-expired': 'OIDC Core §3.1.2.3',
  'interaction-browser': 'RFC 6749 §10.12',
  csrf: 'RFC 6749 §10.12',
  password: 'RFC 6749 §3.1',
  'hinted-user': 'OIDC Core §3.1.2.1',
  'consent-session': 'RFC 6749 §10.12',
  decision: 'OIDC Core §3.1.2.4',

  'one-authentication-method': 'RFC 6749 §2.3',
  'basic-credentials': 'RFC 6749 §2.3.1',
  'client-id-agrees': 'RFC 6749 §2.3',
  'client-identified': 'RFC 6749 §3.2.1',
  'client-known': 'RFC 6749 §5.2',
  'authentication-method': 'RFC 7591 §2',
  'client-secret': 'RFC 6749 §2.3.1',
  'grant-type-present': 'RFC 6749 §5.2',
  'grant-type-supported': 'RFC 6749 §5.2',
  'grant-type-allowed': 'RFC 6749 §5.2',

  'authorization-not-revoked': 'RFC 7009 §2.1',
  'code-known': 'RFC 6749 §4.1.3',
  'code-issued-to-client': 'RFC 6749 §4.1.3',
  'code-unused': 'RFC 6749 §4.1.2',
  'code-not-expired': 'RFC 6749 §4.1.2',
  'code-redirect-uri': 'RFC 6749 §4.1.3',
  'code-verifier-due': 'RFC 9700 §4.8.2',
  'code-verifier-syntax': 'RFC 7636 §4.1',
  'code-verifier': 'RFC 7636 §4.6',
  'refresh-token-known': 'RFC 6749 §6',
  'refresh-token-issued-to-client': 'RFC 6749 §6',
  'refresh-token-unused': 'RFC 9700 §4.14.2',
  'refresh-token-not-expired': 'RFC 6749 §5.2',
  'refresh-scope': 'RFC 6749 §6',

  'one-bearer-method': 'RFC 6750 §2',
  'bearer-not-in-query': 'RFC 9700 §4.3.2',
  'bearer-present': 'RFC 6750 §3.1',
  'access-token-signature': 'RFC 9068 §4',
  'access-token-type': 'RFC 9068 §4',
  'access-token-issuer': 'RFC 9068 §4',
  'access-token-not-expired': 'RFC 9068 §4',
  'access-token-not-revoked': 'RFC 7009 §2.1',
  'openid-scope': 'OIDC Core §5.3',
  'access-token-audience': 'RFC 9068 §4',
  'subject-known': 'OIDC Core §5.3.3',

  'caller-confidential': 'RFC 7662 §2.1',
  'introspect token-present': 'RFC 7662 §2.1',
  'introspect token-known': 'RFC 7662 §2.2',
  'token-visible': 'RFC 7662 §4',
  'token-unspent': 'RFC 7662 §2.2',
  'token-not-expired': 'RFC 7662 §2.2',
  'revoke token-present': 'RFC 7009 §2.1',
  'revoke token-known': 'RFC 7009 §2.2',
  'token-issued-to-client': 'RFC 7009 §2.1',
}

const keyOf = (list: string, id: string): string => (`${list} ${id}` in citations ? `${list} ${id}` : id)

it('every citation is one that was decided on', () => {
  const cited = lists.flatMap(([list, checks]) =>
    checks.map(({ id, section }) => [keyOf(list, id), cite(section)] as const),
  )
  expect(cited.filter(([key, section]) => citations[key] !== section)).toEqual([])
  expect(Object.keys(citations).filter((key) => !cited.some(([other]) => other === key))).toEqual([])
})

describe.each(lists)('the checks of %s', (_, checks) => {
  it('each cite a section with an address, and state what must hold', () => {
    for (const { id, title, section } of checks) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(title).toMatch(/^[A-Za-z][^.]+$/)
      expect(section.document).toMatch(/^(RFC \d{4}|OIDC Core|OAuth Response Types)$/)
      expect(section.section).toMatch(/^(\d+(\.\d+)*|[A-Z])$/)
      expect(URL.canParse(section.url)).toBe(true)
    }
  })
  it('have ids of their own', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
  })
})
