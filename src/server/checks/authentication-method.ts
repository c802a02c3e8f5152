import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { clientCheck } from '../facts/client.ts'

export const authenticationMethod = clientCheck({
  id: 'authentication-method',
  title: 'The client authenticates as it registered',
  section: rfc(7591, '2'),
  needs: ['credentials', 'claimed'],
  judge: ({ credentials, claimed }) => {
    const expected = claimed.token_endpoint_auth_method
    if (credentials.method === expected) return pass({}, expected)
    return fail({
      error: 'invalid_client',
      description: 'Client authentication failed.',
      expected,
      received: credentials.method,
      hint:
        expected === 'none'
          ? `${claimed.client_id} is a public client: it has no secret, and a made-up one is not ignored.`
          : `${claimed.client_id} is registered with the method ${expected}, and no other is taken from it.`,
      parameter: credentials.method === 'client_secret_post' ? 'client_secret' : 'Authorization',
    })
  },
})
