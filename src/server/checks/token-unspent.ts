import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { foundTokenCheck } from '../facts/found-token.ts'

export const tokenUnspent = foundTokenCheck({
  id: 'token-unspent',
  title: 'The token was neither revoked nor exchanged',
  section: rfc(7662, '2.2'),
  needs: ['found'],
  judge: ({ found }) => {
    if (!found.taken) return pass()
    return fail({
      expected: 'a token that is in force',
      received:
        found.kind === 'access_token' ? 'one that was revoked' : 'one that was exchanged for a newer one',
      hint: 'An access token can be revoked alone; a refresh token is spent when it is used.',
      parameter: 'token',
    })
  },
})
