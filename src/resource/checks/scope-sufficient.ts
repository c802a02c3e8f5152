import { fail, pass } from '../../oauth/check.ts'
import { scopeValues } from '../../oauth/scope.ts'
import { rfc } from '../../oauth/section.ts'
import { apiCheck } from '../facts.ts'
import { shown } from '../shown.ts'

/** The token's scope has the value that the route and method ask for (RFC 6750 3.1, RFC 9068 4). */
export const scopeSufficient = apiCheck({
  id: 'scope-sufficient',
  title: 'The scope allows this request',
  section: rfc(6750, '3.1'),
  needs: ['jwt'],
  judge: ({ jwt, request, scope }) => {
    const granted = jwt.payload.scope
    if (typeof granted === 'string' && scopeValues(granted).includes(scope)) return pass({}, scope)
    return fail({
      error: 'insufficient_scope',
      description: 'The request requires a scope that the access token does not have.',
      expected: scope,
      received: granted === '' ? 'an empty scope' : shown(granted),
      hint: `Ask for ${scope} in the authorization request: ${shown(request.method)} needs it here, and nobody gets more than they asked for.`,
      parameter: 'Authorization',
    })
  },
})
