import { headersOf, mediaTypeOf } from '../../http/message.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { receivedCheck } from '../facts/received.ts'

export const formMediaType = receivedCheck({
  id: 'form-media-type',
  title: 'The body is application/x-www-form-urlencoded',
  section: rfc(6749, 'B'),
  needs: [],
  judge: ({ request }) => {
    if (request.method === 'GET') return pass({}, 'a GET has no body')
    const received = headersOf(request, 'content-type').join(', ')
    const once = headersOf(request, 'content-type').length === 1
    if (once && mediaTypeOf(request) === 'application/x-www-form-urlencoded') return pass()
    return fail({
      error: 'invalid_request',
      description: 'The Content-Type must be application/x-www-form-urlencoded.',
      expected: 'Content-Type: application/x-www-form-urlencoded',
      received: received === '' ? 'no Content-Type' : `Content-Type: ${received}`,
      hint: 'OAuth parameters travel as a form. A JSON body is not read, whatever it says.',
      parameter: 'Content-Type',
    })
  },
})
