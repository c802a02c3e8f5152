import { fail, pass } from '../../oauth/check.ts'
import { isCodeVerifier } from '../../oauth/pkce.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const codeChallengeSyntax = authorizationCheck({
  id: 'code-challenge-syntax',
  title: 'The code challenge is 43 to 128 unreserved characters',
  section: rfc(7636, '4.2'),
  needs: ['code_challenge'],
  judge: ({ code_challenge }) => {
    if (code_challenge === undefined) return pass({}, 'no PKCE')
    if (isCodeVerifier(code_challenge)) return pass({}, `${code_challenge.length} characters`)
    return fail({
      error: 'invalid_request',
      description: 'The code_challenge is not well-formed.',
      expected: '43 to 128 characters of A-Z a-z 0-9 - . _ ~',
      received: `${code_challenge} (${code_challenge.length} characters)`,
      hint: 'The SHA-256 of a verifier is 43 characters of base64url, without = at its end.',
      parameter: 'code_challenge',
    })
  },
})
