import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const clientRegistered = authorizationCheck({
  id: 'client-registered',
  title: 'The client is registered',
  section: rfc(6749, '4.1.2.1'),
  needs: ['client_id'],
  judge: ({ server, client_id }) => {
    const client = server.configuration.clients.find((registered) => registered.client_id === client_id)
    if (client) return pass({ client }, client.client_name)
    return fail({
      error: 'invalid_request',
      description: 'The client is not known.',
      expected: server.configuration.clients.map((registered) => registered.client_id).join(', '),
      received: client_id,
      hint: 'No client has this client_id, so there is no redirect URI to trust: the error is shown here.',
      parameter: 'client_id',
    })
  },
})
