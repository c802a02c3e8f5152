import { fail, pass } from '../../oauth/check.ts'
import { scopeBeyond } from '../../oauth/scope.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const scopeAllowed = authorizationCheck({
  id: 'scope-allowed',
  title: 'The client may ask for every one of them',
  section: rfc(7591, '2'),
  needs: ['client', 'scope'],
  judge: ({ client, scope }) => {
    const beyond = scopeBeyond(scope, client.scope)
    if (beyond.length === 0) return pass()
    return fail({
      error: 'invalid_scope',
      description: 'The client may not request this scope.',
      expected: `some of: ${client.scope}`,
      received: scope,
      hint: `${client.client_id} is not registered for ${beyond.join(' and ')}.`,
      parameter: 'scope',
    })
  },
})
