import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { clientCheck } from '../facts/client.ts'

/** On the wire this failure and a wrong secret are the same: nobody learns here which clients exist. */
export const clientKnown = clientCheck({
  id: 'client-known',
  title: 'The client is registered',
  section: rfc(6749, '5.2'),
  needs: ['credentials'],
  judge: ({ server, credentials }) => {
    const claimed = server.configuration.clients.find(({ client_id }) => client_id === credentials.client_id)
    if (claimed) return pass({ claimed }, claimed.client_id)
    return fail({
      error: 'invalid_client',
      description: 'Client authentication failed.',
      expected: server.configuration.clients.map(({ client_id }) => client_id).join(', '),
      received: credentials.client_id,
      hint: 'No client has this client_id. On the wire the answer is the same as for a wrong secret.',
      parameter: credentials.method === 'client_secret_basic' ? 'Authorization' : 'client_id',
    })
  },
})
