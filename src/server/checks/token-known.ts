import { fail, pass } from '../../oauth/check.ts'
import type { Section } from '../../oauth/section.ts'
import { foundTokenCheck } from '../facts/found-token.ts'
import { findToken } from '../find-token.ts'

/**
 * token_type_hint only says where to look first (RFC 7009 2.1, RFC 7662 2.1); both kinds are looked for anyway. What
 * an unknown token comes to is said by the document of each endpoint.
 */
export const tokenKnown = (section: Section) =>
  foundTokenCheck({
    id: 'token-known',
    title: 'The token is one that this server issued',
    section,
    needs: ['token'],
    judge: async ({ server, token }) => {
      const found = await findToken(server, token)
      if (found) {
        return pass({ found, authorizationId: found.record.authorization }, found.kind.replace('_', ' '))
      }
      return fail({
        expected: 'a refresh token of this server, or an access token with its signature intact',
        received: token,
        hint: 'What is not known is not alive, and that is all that the answer says.',
        parameter: 'token',
      })
    },
  })
