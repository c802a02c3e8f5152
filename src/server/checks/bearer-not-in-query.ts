import { readFields } from '../../http/form.ts'
import { queryOf } from '../../http/message.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { bearerCheck } from '../facts/bearer.ts'

export const bearerNotInQuery = bearerCheck({
  id: 'bearer-not-in-query',
  title: 'The token is not in the URI',
  section: rfc(9700, '4.3.2'),
  needs: [],
  judge: ({ request }) => {
    if (!readFields(queryOf(request.target)).some(({ name }) => name === 'access_token')) return pass()
    return fail({
      error: 'invalid_request',
      description: 'The access token must not be sent in the query.',
      expected: 'no access_token in the query',
      received: 'access_token in the query',
      hint: 'URIs are kept in histories and logs, where a token is there for the taking.',
      parameter: 'access_token',
    })
  },
})
