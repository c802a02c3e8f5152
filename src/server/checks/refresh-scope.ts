import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { isScope, scopeBeyond, scopeValues } from '../../oauth/scope.ts'
import { rfc } from '../../oauth/section.ts'
import { refreshCheck } from '../facts/refresh-token.ts'

export const refreshScope = refreshCheck({
  id: 'refresh-scope',
  title: 'scope asks for nothing that was not granted',
  section: rfc(6749, '6'),
  needs: ['authorization'],
  judge: ({ fields, authorization }) => {
    const wanted = parameterOf(fields, 'scope')
    if (wanted === undefined) return pass({ scope: authorization.scope }, 'as granted')
    const beyond = scopeBeyond(wanted, authorization.scope)
    const scope = scopeValues(wanted).join(' ')
    if (isScope(wanted) && beyond.length === 0) return pass({ scope }, scope)
    return fail({
      error: 'invalid_scope',
      description: 'The scope exceeds what the resource owner granted, or is malformed.',
      expected: `some of: ${authorization.scope}`,
      received: wanted,
      hint: 'A refresh may narrow the scope of the access token, never widen it. More needs a new consent.',
      parameter: 'scope',
    })
  },
})
