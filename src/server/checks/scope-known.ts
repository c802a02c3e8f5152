import { fail, pass } from '../../oauth/check.ts'
import { scopeBeyond } from '../../oauth/scope.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const scopeKnown = authorizationCheck({
  id: 'scope-known',
  title: 'Every scope value is one that this server knows',
  section: rfc(6749, '4.1.2.1'),
  needs: ['scope'],
  judge: ({ server, scope }) => {
    const unknown = scopeBeyond(scope, server.configuration.scopes.join(' '))
    if (unknown.length === 0) return pass({}, scope)
    return fail({
      error: 'invalid_scope',
      description: 'The requested scope is not known.',
      expected: `some of: ${server.configuration.scopes.join(' ')}`,
      received: scope,
      hint: `Nothing here is called ${unknown.join(' or ')}. The metadata lists scopes_supported.`,
      parameter: 'scope',
    })
  },
})
