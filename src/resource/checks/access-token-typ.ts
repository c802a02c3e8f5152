import { accessTokenType, isAccessTokenType } from '../../oauth/access-token-type.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { apiCheck } from '../facts.ts'
import { shown } from '../shown.ts'

/** RFC 9068 4: no other type is taken. */
export const accessTokenTyp = apiCheck({
  id: 'access-token-typ',
  title: 'The JWT says that it is an access token',
  section: rfc(9068, '4'),
  needs: ['jwt'],
  judge: ({ jwt }) => {
    const { typ } = jwt.header
    if (isAccessTokenType(typ)) return pass({ typ }, typ)
    return fail({
      error: 'invalid_token',
      description: 'The JWT is not an access token.',
      expected: `typ ${accessTokenType}`,
      received: `typ ${shown(typ)}`,
      hint: 'Without this, an ID Token would pass for an access token. An ID Token is for the client; send the access_token here.',
      parameter: 'Authorization',
    })
  },
})
