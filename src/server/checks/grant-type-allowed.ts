import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { tokenCheck } from '../facts/token.ts'

export const grantTypeAllowed = tokenCheck({
  id: 'grant-type-allowed',
  title: 'The client may use this grant type',
  section: rfc(6749, '5.2'),
  needs: ['grant_type', 'client'],
  judge: ({ grant_type, client }) => {
    if (client.grant_types.includes(grant_type)) return pass()
    return fail({
      error: 'unauthorized_client',
      description: 'The client is not authorized to use this grant type.',
      expected: client.grant_types.join(', ') || 'no grant type at all',
      received: grant_type,
      hint: `${client.client_id} is registered for other grant types.`,
      parameter: 'grant_type',
    })
  },
})
