import { accessTokenType as expectedType, isAccessTokenType } from '../../oauth/access-token-type.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { bearerCheck } from '../facts/bearer.ts'

export const accessTokenType = bearerCheck({
  id: 'access-token-type',
  title: 'The JWT says that it is an access token',
  section: rfc(9068, '4'),
  needs: ['jwt'],
  judge: ({ jwt }) => {
    const { typ } = jwt.header
    if (isAccessTokenType(typ)) return pass({}, typ)
    return fail({
      error: 'invalid_token',
      description: 'The access token is not valid.',
      expected: `typ ${expectedType}`,
      received: typeof typ === 'string' ? `typ ${typ}` : 'no typ',
      hint: 'An ID Token tells the client who signed in. It opens nothing.',
      parameter: 'Authorization',
    })
  },
})
