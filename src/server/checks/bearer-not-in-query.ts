import { readFields } from '../../http/form.ts'
import { type HttpRequest, queryOf } from '../../http/message.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { bearerCheck } from '../facts/bearer.ts'

/** Answered without an error code, as a way of authenticating that this server does not know (RFC 6750 3.1). */
export const bearerNotInQuery = bearerCheck({
  id: 'bearer-not-in-query',
  title: 'The token is not in the URI',
  section: rfc(9700, '4.3.2'),
  needs: [],
  judge: ({ request }) => {
    if (tokensInQuery(request) === 0) return pass()
    return fail({
      expected: 'no access_token in the query',
      received: 'access_token in the query',
      hint: 'URIs are kept in histories and logs, where a token is there for the taking.',
      parameter: 'access_token',
    })
  },
})

/** How many access tokens stand in the query, whatever the method (RFC 6750 2.3). */
export const tokensInQuery = (request: HttpRequest): number =>
  readFields(queryOf(request.target)).filter(({ name }) => name === 'access_token').length
