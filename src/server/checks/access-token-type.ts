import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { accessTokenType as expected } from '../access-token.ts'
import { bearerCheck } from '../facts/bearer.ts'

export const accessTokenType = bearerCheck({
  id: 'access-token-type',
  title: 'The JWT says that it is an access token',
  section: rfc(9068, '4'),
  needs: ['jwt'],
  judge: ({ jwt }) => {
    const { typ } = jwt.header
    // The type is a media type, and may leave its `application/` out (RFC 9068 2.1).
    const type = typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : undefined
    if (type === expected) return pass({}, expected)
    return fail({
      error: 'invalid_token',
      description: 'The access token is not valid.',
      expected: `typ ${expected}`,
      received: typeof typ === 'string' ? `typ ${typ}` : 'no typ',
      hint: 'An ID Token tells the client who signed in. It opens nothing.',
      parameter: 'Authorization',
    })
  },
})
