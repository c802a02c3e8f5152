import { parameterOf } from '../../http/form.ts'
import { headersOf } from '../../http/message.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { bearerCheck } from '../facts/bearer.ts'
import type { Received } from '../facts/received.ts'
import { tokensInQuery } from './bearer-not-in-query.ts'

export const oneBearerMethod = bearerCheck({
  id: 'one-bearer-method',
  title: 'The token is sent in one way only',
  section: rfc(6750, '2'),
  needs: [],
  judge: ({ request, fields }) => {
    const inBody = tokenInBody({ request, fields }) !== undefined
    const ways = [
      ...headersOf(request, 'authorization').map(() => 'the Authorization field'),
      ...(inBody ? ['access_token in the body'] : []),
      ...Array.from({ length: tokensInQuery(request) }, () => 'access_token in the query'),
    ]
    if (ways.length <= 1) return pass({}, ways[0])
    return fail({
      error: 'invalid_request',
      description: 'The access token must not be sent in more than one way.',
      expected: 'the Authorization field, or access_token in the body',
      received: ways.join(' and '),
      hint: 'Which of them is meant cannot be told. Remove one.',
      parameter: inBody ? 'access_token' : 'Authorization',
    })
  },
})

/** The token of a form body (RFC 6750 2.2), which only a POST has. */
export const tokenInBody = ({ request, fields }: Pick<Received, 'request' | 'fields'>): string | undefined =>
  request.method === 'POST' ? parameterOf(fields, 'access_token') : undefined
