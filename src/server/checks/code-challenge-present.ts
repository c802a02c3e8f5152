import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { isPublic } from '../../oauth/client.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const codeChallengePresent = authorizationCheck({
  id: 'code-challenge-present',
  title: 'There is a code_challenge where one is due',
  section: rfc(9700, '2.1.1'),
  needs: ['client'],
  judge: ({ fields, client }) => {
    const code_challenge = parameterOf(fields, 'code_challenge')
    const method = parameterOf(fields, 'code_challenge_method')
    if (code_challenge !== undefined) return pass({ code_challenge })
    if (!isPublic(client) && method === undefined) {
      return pass({ code_challenge: undefined }, 'no PKCE; the client has a secret')
    }
    return fail({
      error: 'invalid_request',
      description: 'The code_challenge parameter is missing.',
      expected: 'code_challenge',
      received: method === undefined ? 'none' : `none, but code_challenge_method=${method}`,
      hint: isPublic(client)
        ? 'A public client has no secret, so PKCE is all that keeps a stolen code from being redeemed.'
        : 'There is a method without the challenge that it is about.',
      parameter: 'code_challenge',
    })
  },
})
