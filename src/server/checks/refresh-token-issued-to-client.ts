import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { refreshCheck } from '../facts/refresh-token.ts'

export const refreshTokenIssuedToClient = refreshCheck({
  id: 'refresh-token-issued-to-client',
  title: 'The refresh token was issued to this client',
  section: rfc(6749, '6'),
  needs: ['client', 'refreshToken'],
  judge: ({ client, refreshToken: { record } }) => {
    if (record.client_id === client.client_id) return pass({}, client.client_id)
    return fail({
      error: 'invalid_grant',
      description: 'The refresh token is not valid.',
      expected: record.client_id,
      received: client.client_id,
      hint: 'A refresh token is bound to the client it was issued to.',
      parameter: 'refresh_token',
    })
  },
})
