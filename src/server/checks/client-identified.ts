import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { clientCheck } from '../facts/client.ts'

export const clientIdentified = clientCheck({
  id: 'client-identified',
  title: 'The client says who it is',
  section: rfc(6749, '3.2.1'),
  needs: ['basic'],
  judge: ({ fields, basic }) => {
    if (basic) {
      return pass({ credentials: { method: 'client_secret_basic', ...basic } }, 'client_secret_basic')
    }
    const client_id = parameterOf(fields, 'client_id')
    const client_secret = parameterOf(fields, 'client_secret')
    if (client_id === undefined) {
      return fail({
        error: 'invalid_client',
        description: 'Client authentication failed.',
        expected: 'an Authorization field, or client_id in the body',
        received: 'neither',
        hint: 'A confidential client authenticates at this endpoint; a public client sends its client_id.',
        parameter: 'client_id',
      })
    }
    const method = client_secret === undefined ? 'none' : 'client_secret_post'
    return pass({ credentials: { method, client_id, client_secret: client_secret ?? '' } }, method)
  },
})
