import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const codeChallengeMethodKnown = authorizationCheck({
  id: 'code-challenge-method-known',
  title: 'code_challenge_method, if given, is S256 or plain',
  section: rfc(7636, '4.3'),
  needs: ['code_challenge'],
  judge: ({ fields, code_challenge }) => {
    const method = parameterOf(fields, 'code_challenge_method')
    if (code_challenge === undefined) return pass({ code_challenge_method: undefined }, 'no PKCE')
    if (method === undefined) return pass({ code_challenge_method: 'plain' }, 'absent, which means plain')
    if (method === 'S256' || method === 'plain') return pass({ code_challenge_method: method }, method)
    return fail({
      error: 'invalid_request',
      description: 'The code_challenge_method is not supported.',
      expected: 'S256',
      received: method,
      hint: 'The metadata lists what is supported as code_challenge_methods_supported. Upper and lower case differ.',
      parameter: 'code_challenge_method',
    })
  },
})
