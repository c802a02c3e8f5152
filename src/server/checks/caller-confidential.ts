import { fail, pass } from '../../oauth/check.ts'
import { isPublic } from '../../oauth/client.ts'
import { rfc } from '../../oauth/section.ts'
import { clientCheck } from '../facts/client.ts'

export const callerConfidential = clientCheck({
  id: 'caller-confidential',
  title: 'Who asks has proven who it is',
  section: rfc(7662, '2.1'),
  needs: ['client'],
  judge: ({ client }) => {
    if (!isPublic(client)) return pass({}, client.client_id)
    return fail({
      error: 'invalid_client',
      description: 'Client authentication failed.',
      expected: 'a client with a secret',
      received: `${client.client_id}, a public client`,
      hint: 'Anybody can send the client_id of a public client, and could then try tokens until one is active.',
      parameter: 'client_id',
    })
  },
})
