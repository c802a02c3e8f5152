import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import type { Section } from '../../oauth/section.ts'
import { foundTokenCheck } from '../facts/found-token.ts'

/** Revocation and introspection each ask for it, in a document of their own. */
export const tokenPresent = (section: Section) =>
  foundTokenCheck({
    id: 'token-present',
    title: 'token is given',
    section,
    needs: [],
    judge: ({ fields }) => {
      const token = parameterOf(fields, 'token')
      if (token !== undefined) return pass({ token })
      return fail({
        error: 'invalid_request',
        description: 'The token parameter is missing.',
        expected: 'token',
        received: 'none',
        hint: 'It is the access token or refresh token that the request is about.',
        parameter: 'token',
      })
    },
  })
