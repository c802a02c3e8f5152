import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { foundTokenCheck } from '../facts/found-token.ts'

export const tokenIssuedToClient = foundTokenCheck({
  id: 'token-issued-to-client',
  title: 'The token was issued to the client that revokes it',
  section: rfc(7009, '2.1'),
  needs: ['client', 'found'],
  judge: ({ client, found }) => {
    if (found.record.client_id === client.client_id) return pass({}, client.client_id)
    return fail({
      expected: found.record.client_id,
      received: client.client_id,
      hint: "Nobody can end another client's access. The answer is as for an unknown token, and the token lives on.",
      parameter: 'token',
    })
  },
})
