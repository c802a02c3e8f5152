import { type Fail, fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { codeCheck } from '../facts/code.ts'

export const codeUnused = codeCheck({
  id: 'code-unused',
  title: 'The code is used for the first time',
  section: rfc(6749, '4.1.2'),
  needs: ['code', 'authorizationId'],
  judge: ({ code, authorizationId }) => (code.taken ? codeReplayed(authorizationId) : pass()),
})

/** Also what the loser of a race for the same code is told. */
export const codeReplayed = (authorizationId: string): Fail =>
  fail({
    error: 'invalid_grant',
    description: 'The authorization code is not valid.',
    expected: 'a code that was not redeemed yet',
    received: 'one that was redeemed before',
    hint: 'A code works once. If it comes twice, somebody else may have it, and nobody can tell who came first.',
    parameter: 'code',
    consequence: {
      revokeAuthorization: authorizationId,
      says: 'Every token that this code bought was revoked.',
    },
  })
