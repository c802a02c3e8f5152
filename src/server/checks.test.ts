import { describe, expect, it } from 'vitest'
import type { Check } from '../oauth/check.ts'
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
