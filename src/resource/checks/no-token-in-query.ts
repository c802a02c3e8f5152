import { readFields } from '../../http/form.ts'
import { queryOf } from '../../http/message.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { apiCheck } from '../facts.ts'

/**
 * Clients must not pass access tokens in a URI query (RFC 9700 4.3.2). Answered without an error code, as a way of
 * authenticating that this API does not know (RFC 6750 3.1).
 */
export const noTokenInQuery = apiCheck({
  id: 'no-token-in-query',
  title: 'No token in the URL',
  section: rfc(9700, '4.3.2'),
  needs: [],
  judge: ({ request }) => {
    if (!readFields(queryOf(request.target)).some(({ name }) => name === 'access_token')) return pass()
    return fail({
      expected: 'Authorization: Bearer …',
      received: 'access_token in the query',
      hint: 'Send it in the Authorization header field: a URL ends up in logs, in the history and in Referer.',
      parameter: 'access_token',
    })
  },
})
