import { fail, pass } from '../../oauth/check.ts'
import { codeChallenge } from '../../oauth/pkce.ts'
import { rfc } from '../../oauth/section.ts'
import { equalText } from '../equal-text.ts'
import { codeCheck } from '../facts/code.ts'

export const codeVerifier = codeCheck({
  id: 'code-verifier',
  title: 'The code verifier matches the challenge',
  section: rfc(7636, '4.6'),
  needs: ['code', 'code_verifier'],
  judge: async ({ code: { record }, code_verifier }) => {
    const { code_challenge, code_challenge_method = 'plain' } = record
    if (code_challenge === undefined || code_verifier === undefined) return pass({}, 'no PKCE')
    const received = await codeChallenge(code_verifier, code_challenge_method)
    if (equalText(code_challenge, received)) return pass({}, code_challenge_method)
    return fail({
      error: 'invalid_grant',
      description: 'The code_verifier does not match the code_challenge.',
      expected: code_challenge,
      received:
        code_challenge_method === 'plain'
          ? received
          : `${received}, the ${code_challenge_method} of what came`,
      hint: 'Whoever sends this verifier is not the one who started: a code alone is worth nothing. It stays unused.',
      parameter: 'code_verifier',
    })
  },
})
