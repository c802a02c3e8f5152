import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { bearerCheck } from '../facts/bearer.ts'

export const accessTokenIssuer = bearerCheck({
  id: 'access-token-issuer',
  title: 'The access token names this server as its issuer',
  section: rfc(9068, '4'),
  needs: ['jwt'],
  judge: ({ server, jwt }) => {
    const { issuer } = server.configuration
    if (jwt.payload.iss === issuer) return pass({}, issuer)
    return fail({
      error: 'invalid_token',
      description: 'The access token is not valid.',
      expected: `iss ${issuer}`,
      received: `iss ${jwt.payload.iss}`,
      hint: 'Issuer identifiers are compared character by character.',
      parameter: 'Authorization',
    })
  },
})
