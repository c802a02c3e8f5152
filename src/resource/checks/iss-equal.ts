import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { apiCheck } from '../facts.ts'
import { shown } from '../shown.ts'

/** The issuer identifier, exactly: no normalization (RFC 9068 4). */
export const issEqual = apiCheck({
  id: 'iss-equal',
  title: 'iss is the issuer that this API trusts',
  section: rfc(9068, '4'),
  needs: ['jwt'],
  judge: ({ jwt, issuer }) => {
    const { iss } = jwt.payload
    if (iss === issuer.identifier) return pass({ iss }, iss)
    return fail({
      error: 'invalid_token',
      description: 'The access token was issued by another server.',
      expected: issuer.identifier,
      received: shown(iss),
      hint: 'The two must be equal, character by character: a slash at the end makes another issuer.',
      parameter: 'Authorization',
    })
  },
})
