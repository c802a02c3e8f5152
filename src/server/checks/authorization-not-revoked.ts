import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { descentCheck } from '../facts/descent.ts'

/**
 * For everything that descends from an authorization. `parameter` is what brought it here; `error` is the endpoint's
 * word for what is dead.
 */
export const authorizationNotRevoked = (parameter: string, error?: 'invalid_grant' | 'invalid_token') =>
  descentCheck({
    id: 'authorization-not-revoked',
    title: 'The authorization behind it has not been revoked',
    section: rfc(7009, '2.1'),
    needs: ['authorizationId'],
    judge: async ({ server, authorizationId }) => {
      const entry = await server.store.get('authorization', authorizationId)
      if (entry && !entry.taken) return pass({ authorization: entry.record })
      return fail({
        ...(error !== undefined && { error, description: 'The grant has been revoked.' }),
        expected: 'an authorization that is in force',
        received: entry ? 'one that was revoked' : 'one that is not known any more',
        hint: 'A code or refresh token that was used twice, or a revocation, ended everything that came from it.',
        parameter,
      })
    },
  })
