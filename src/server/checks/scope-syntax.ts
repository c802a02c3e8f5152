import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { isScope, scopeValues } from '../../oauth/scope.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const scopeSyntax = authorizationCheck({
  id: 'scope-syntax',
  title: 'scope is a list of values, one space between them',
  section: rfc(6749, '3.3'),
  needs: [],
  judge: ({ fields }) => {
    const scope = parameterOf(fields, 'scope')
    if (scope !== undefined && isScope(scope)) return pass({ scope: scopeValues(scope).join(' ') })
    return fail({
      error: 'invalid_scope',
      description: scope === undefined ? 'The scope parameter is missing.' : 'The scope is malformed.',
      expected: 'printable ASCII without " and \\, one space between two values',
      received: scope ?? 'none',
      hint:
        scope === undefined
          ? 'This server has no default scope, and then the RFC asks it to refuse.'
          : 'A value that breaks the syntax cannot be compared with anything.',
      parameter: 'scope',
    })
  },
})
