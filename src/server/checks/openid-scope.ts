import { fail, pass } from '../../oauth/check.ts'
import { scopeValues } from '../../oauth/scope.ts'
import { oidcCore } from '../../oauth/section.ts'
import { bearerCheck } from '../facts/bearer.ts'

export const openidScope = bearerCheck({
  id: 'openid-scope',
  title: 'The access token has the scope openid',
  section: oidcCore('5.3'),
  needs: ['jwt'],
  judge: ({ jwt }) => {
    const scope = String(jwt.payload.scope ?? '')
    if (scopeValues(scope).includes('openid')) return pass({}, scope)
    return fail({
      error: 'insufficient_scope',
      description: 'The access token lacks the scope openid.',
      expected: 'openid among its scope values',
      received: scope || 'none',
      hint: 'Without openid it is plain OAuth: the client may act, and is not told for whom.',
      parameter: 'scope',
    })
  },
})
