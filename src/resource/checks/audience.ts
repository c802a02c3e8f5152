import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { apiCheck } from '../facts.ts'
import { shown } from '../shown.ts'

/** `aud`, one or several, contains the API's own identifier (RFC 9068 4, RFC 7519 4.1.3). */
export const audience = apiCheck({
  id: 'audience',
  title: 'aud names this API',
  section: rfc(9068, '4'),
  needs: ['jwt'],
  judge: ({ jwt, identifier }) => {
    const aud: readonly unknown[] = [jwt.payload.aud].flat()
    if (aud.includes(identifier)) {
      return pass({ aud: aud.filter((value) => typeof value === 'string') }, identifier)
    }
    return fail({
      error: 'invalid_token',
      description: 'The access token is meant for another audience.',
      expected: identifier,
      received: shown(jwt.payload.aud),
      hint: 'The token was issued for somebody else. An API that takes it anyway lets that somebody act in its clients’ names.',
      parameter: 'Authorization',
    })
  },
})
