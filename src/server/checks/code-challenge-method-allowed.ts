import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const codeChallengeMethodAllowed = authorizationCheck({
  id: 'code-challenge-method-allowed',
  title: 'The challenge does not show the verifier, or the policy lets it',
  section: rfc(9700, '2.1.1'),
  needs: ['code_challenge_method'],
  judge: ({ server, fields, code_challenge_method }) => {
    if (code_challenge_method !== 'plain') return pass({}, code_challenge_method ?? 'no PKCE')
    if (server.configuration.policies.allowPlainPkce) return pass({}, 'plain, which the policy allows')
    return fail({
      error: 'invalid_request',
      description: 'The code_challenge_method must be S256.',
      expected: 'code_challenge_method=S256',
      received: parameterOf(fields, 'code_challenge_method') ?? 'none, which means plain (RFC 7636 4.3)',
      hint: 'With plain, whoever reads the authorization request has the verifier.',
      parameter: 'code_challenge_method',
    })
  },
})
