import { type Fail, fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { refreshCheck } from '../facts/refresh-token.ts'

export const refreshTokenUnused = refreshCheck({
  id: 'refresh-token-unused',
  title: 'The refresh token is used for the first time',
  section: rfc(9700, '4.14.2'),
  needs: ['refreshToken', 'authorizationId'],
  judge: ({ refreshToken, authorizationId }) =>
    refreshToken.taken ? refreshTokenReplayed(authorizationId) : pass(),
})

/** Also what the loser of a race for the same refresh token is told. */
export const refreshTokenReplayed = (authorizationId: string): Fail =>
  fail({
    error: 'invalid_grant',
    description: 'The refresh token is not valid.',
    expected: 'the newest refresh token',
    received: 'one that was exchanged for a newer one before',
    hint: 'Every refresh gives a new refresh token. If an old one comes back, two parties hold it, and one is a thief.',
    parameter: 'refresh_token',
    consequence: {
      revokeAuthorization: authorizationId,
      says: 'The whole family was revoked: every refresh and access token of this authorization.',
    },
  })
