import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const responseTypeAllowed = authorizationCheck({
  id: 'response-type-allowed',
  title: 'The client may use this response type',
  section: rfc(6749, '4.1.2.1'),
  needs: ['client', 'response_type'],
  judge: ({ client, response_type }) => {
    if (client.response_types.includes(response_type)) return pass()
    return fail({
      error: 'unauthorized_client',
      description: 'The client is not authorized to use this response type.',
      expected: client.response_types.join(', ') || 'no response type at all',
      received: response_type,
      hint: `${client.client_id} is not registered for it.`,
      parameter: 'response_type',
    })
  },
})
