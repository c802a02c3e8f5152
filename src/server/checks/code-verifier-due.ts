import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { codeCheck } from '../facts/code.ts'

/** Both ways: without the second, PKCE could be stripped from a request unnoticed (RFC 9700 4.8.2). */
export const codeVerifierDue = codeCheck({
  id: 'code-verifier-due',
  title: 'There is a code_verifier exactly when there was a code_challenge',
  section: rfc(9700, '4.8.2'),
  needs: ['code'],
  judge: ({ fields, code }) => {
    const challenged = code.record.code_challenge !== undefined
    const code_verifier = parameterOf(fields, 'code_verifier')
    if (challenged === (code_verifier !== undefined)) {
      return pass({ code_verifier }, challenged ? 'both' : 'neither')
    }
    return fail({
      error: 'invalid_grant',
      description: challenged
        ? 'The code_verifier parameter is missing.'
        : 'A code_verifier was sent, but the authorization request had no code_challenge.',
      expected: challenged ? 'the code_verifier of the code_challenge' : 'no code_verifier',
      received: code_verifier ?? 'none',
      hint: challenged
        ? 'The code was asked for with a challenge; who redeems it must know the verifier behind it.'
        : 'Somebody may have taken the challenge out of the authorization request, so the code is not trusted.',
      parameter: 'code_verifier',
    })
  },
})
