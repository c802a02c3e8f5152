import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { codeCheck } from '../facts/code.ts'

export const codeIssuedToClient = codeCheck({
  id: 'code-issued-to-client',
  title: 'The code was issued to this client',
  section: rfc(6749, '4.1.3'),
  needs: ['client', 'code'],
  judge: ({ client, code }) => {
    if (code.record.client_id === client.client_id) return pass({}, client.client_id)
    return fail({
      error: 'invalid_grant',
      description: 'The authorization code is not valid.',
      expected: code.record.client_id,
      received: client.client_id,
      hint: 'Only the client that asked for a code can redeem it, so that a stolen code is worth nothing to another.',
      parameter: 'code',
    })
  },
})
