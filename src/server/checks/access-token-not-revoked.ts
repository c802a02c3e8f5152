import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { bearerCheck } from '../facts/bearer.ts'

export const accessTokenNotRevoked = bearerCheck({
  id: 'access-token-not-revoked',
  title: 'The access token has not been revoked',
  section: rfc(7009, '2.1'),
  needs: ['jwt'],
  judge: async ({ server, jwt }) => {
    const { jti } = jwt.payload
    const entry = typeof jti === 'string' ? await server.store.get('access_token', jti) : undefined
    if (entry && !entry.taken) return pass({ authorizationId: entry.record.authorization })
    return fail({
      error: 'invalid_token',
      description: 'The access token was revoked.',
      expected: 'a jti that is in force',
      received: entry ? 'one that was revoked' : 'one that this server does not remember',
      hint: 'This endpoint asks the server that issued the token. One that only reads the JWT would not know.',
      parameter: 'Authorization',
    })
  },
})
