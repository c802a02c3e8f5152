import { readFields } from '../../http/form.ts'
import { type HttpRequest, headersOf, mediaTypeOf, queryOf } from '../../http/message.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { apiCheck } from '../facts.ts'

/** A client must not use more than one method to transmit the token in each request (RFC 6750 2). */
export const oneToken = apiCheck({
  id: 'one-token',
  title: 'One token, sent in one way',
  section: rfc(6750, '2'),
  needs: [],
  judge: ({ request }) => {
    const places = placesOf(request)
    if (places.length <= 1) return pass()
    return fail({
      error: 'invalid_request',
      description: 'The request carries more than one access token.',
      expected: 'one Authorization header field and no other token',
      received: places.join(' and '),
      hint: 'Leave one of them out: with two, nobody can say which one counts.',
      parameter: 'Authorization',
    })
  },
})

/** Where credentials stand: header fields, query, and form body (RFC 6750 2.1 to 2.3). */
function placesOf(request: HttpRequest): string[] {
  const form = mediaTypeOf(request) === 'application/x-www-form-urlencoded' ? request.body : ''
  const tokensIn = (text: string) => readFields(text).filter(({ name }) => name === 'access_token')
  return [
    ...headersOf(request, 'authorization').map(() => 'an Authorization header field'),
    ...tokensIn(queryOf(request.target)).map(() => 'a token in the query'),
    ...tokensIn(form).map(() => 'a token in the body'),
  ].slice(0, 4)
}
