import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const clientIdOnce = authorizationCheck({
  id: 'client-id-once',
  title: 'client_id is given, once',
  section: rfc(6749, '4.1.2.1'),
  needs: [],
  judge: ({ fields }) => {
    const client_id = parameterOf(fields, 'client_id')
    const times = fields.filter(({ name }) => name === 'client_id').length
    if (client_id !== undefined && times === 1) return pass({ client_id }, client_id)
    return fail({
      error: 'invalid_request',
      description: times > 1 ? 'The client_id parameter is repeated.' : 'The client_id parameter is missing.',
      expected: 'one client_id',
      received: times > 1 ? `${times} of them` : 'none',
      hint: 'Nobody knows which client asks, so nobody is redirected: the error is shown here.',
      parameter: 'client_id',
    })
  },
})
