import { fail, pass } from '../../oauth/check.ts'
import { isPublic } from '../../oauth/client.ts'
import { rfc } from '../../oauth/section.ts'
import { equalText } from '../equal-text.ts'
import { clientCheck } from '../facts/client.ts'

export const clientSecret = clientCheck({
  id: 'client-secret',
  title: 'The client secret is right',
  section: rfc(6749, '2.3.1'),
  needs: ['credentials', 'claimed'],
  judge: ({ credentials, claimed }) => {
    if (isPublic(claimed)) return pass({ client: claimed }, 'a public client has none')
    const expected = claimed.client_secret
    if (expected !== undefined && equalText(expected, credentials.client_secret)) {
      return pass({ client: claimed })
    }
    return fail({
      error: 'invalid_client',
      description: 'Client authentication failed.',
      expected: `the secret of ${claimed.client_id}`,
      received: credentials.client_secret === '' ? 'no secret' : 'another secret',
      hint: 'The secret is not the one that this client was registered with.',
      parameter: credentials.method === 'client_secret_basic' ? 'Authorization' : 'client_secret',
    })
  },
})
