import { readAuthorization } from '../../http/authorization.ts'
import { readBasicCredentials } from '../../http/basic-credentials.ts'
import { headerOf } from '../../http/message.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { clientCheck } from '../facts/client.ts'

export const basicCredentials = clientCheck({
  id: 'basic-credentials',
  title: 'The Authorization field, if there is one, holds Basic credentials',
  section: rfc(6749, '2.3.1'),
  needs: [],
  judge: ({ request }) => {
    const field = headerOf(request, 'authorization')
    if (field === undefined) return pass({ basic: undefined }, 'no Authorization field')
    const basic = readBasic(field)
    if (typeof basic === 'object') return pass({ basic })
    return fail({
      error: 'invalid_client',
      description: 'Client authentication failed.',
      expected: 'Basic base64(form-encoded client_id ":" form-encoded secret)',
      received: basic,
      hint: 'The id and the secret are each form-encoded first, then joined by a colon, then base64-encoded.',
      parameter: 'Authorization',
    })
  },
})

/** The credentials (RFC 7617 2, RFC 6749 2.3.1 and appendix B), or what is wrong with them. */
function readBasic(field: string): { client_id: string; client_secret: string } | string {
  const { scheme = '(none)', credentials = '' } = readAuthorization(field) ?? {}
  if (scheme.toLowerCase() !== 'basic') return `the scheme ${scheme}`
  const basic = readBasicCredentials(credentials)
  if (!basic) return 'Basic with something that is not base64 of UTF-8 with a colon in it'
  if (basic.malformed) return 'Basic with an id or a secret whose percent-encoding is broken'
  return { client_id: basic.id, client_secret: basic.secret }
}
