import { fail, pass } from '../../oauth/check.ts'
import { isCodeVerifier } from '../../oauth/pkce.ts'
import { rfc } from '../../oauth/section.ts'
import { codeCheck } from '../facts/code.ts'

export const codeVerifierSyntax = codeCheck({
  id: 'code-verifier-syntax',
  title: 'The code verifier is 43 to 128 unreserved characters',
  section: rfc(7636, '4.1'),
  needs: ['code_verifier'],
  judge: ({ code_verifier }) => {
    if (code_verifier === undefined) return pass({}, 'no PKCE')
    if (isCodeVerifier(code_verifier)) return pass({}, `${code_verifier.length} characters`)
    return fail({
      error: 'invalid_grant',
      description: 'The code_verifier is not well-formed.',
      expected: '43 to 128 characters of A-Z a-z 0-9 - . _ ~',
      received: `${code_verifier} (${code_verifier.length} characters)`,
      hint: 'A shorter verifier could be guessed; other characters may not survive the way here.',
      parameter: 'code_verifier',
    })
  },
})
