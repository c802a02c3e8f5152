import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { clientCheck } from '../facts/client.ts'

export const clientIdAgrees = clientCheck({
  id: 'client-id-agrees',
  title: 'client_id in the body is the one that authenticates',
  section: rfc(6749, '2.3'),
  needs: ['basic'],
  judge: ({ fields, basic }) => {
    const inBody = parameterOf(fields, 'client_id')
    if (!basic || inBody === undefined || inBody === basic.client_id) return pass()
    return fail({
      error: 'invalid_request',
      description: 'The client_id in the body is not the one in the Authorization header.',
      expected: basic.client_id,
      received: inBody,
      hint: 'The request names two clients. Leave client_id out of the body, or send the same one.',
      parameter: 'client_id',
    })
  },
})
