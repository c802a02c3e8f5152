import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { apiCheck } from '../facts.ts'
import { shown } from '../shown.ts'

/** `at+jwt` or `application/at+jwt`, compared without case as media types are (RFC 9068 4, RFC 7515 4.1.9). */
export const accessTokenTyp = apiCheck({
  id: 'access-token-typ',
  title: 'The JWT says that it is an access token',
  section: rfc(9068, '4'),
  needs: ['jwt'],
  judge: ({ jwt }) => {
    const { typ } = jwt.header
    if (typeof typ === 'string' && /^(?:application\/)?at\+jwt$/i.test(typ)) return pass({ typ }, typ)
    return fail({
      error: 'invalid_token',
      description: 'The JWT is not an access token.',
      expected: 'typ at+jwt',
      received: `typ ${shown(typ)}`,
      hint: 'Without this, an ID Token would pass for an access token. An ID Token is for the client; send the access_token here.',
      parameter: 'Authorization',
    })
  },
})
