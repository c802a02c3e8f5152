import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { codeCheck } from '../facts/code.ts'

export const codeKnown = codeCheck({
  id: 'code-known',
  title: 'The code is one that this server issued',
  section: rfc(6749, '4.1.3'),
  needs: [],
  judge: async ({ server, fields }) => {
    const text = parameterOf(fields, 'code')
    const entry = text === undefined ? undefined : await server.store.get('code', text)
    if (text !== undefined && entry) {
      return pass({ code: { text, ...entry }, authorizationId: entry.record.authorization })
    }
    return fail({
      error: text === undefined ? 'invalid_request' : 'invalid_grant',
      description:
        text === undefined ? 'The code parameter is missing.' : 'The authorization code is not valid.',
      expected: 'a code from an authorization response of this server',
      received: text ?? 'none',
      hint: 'No code with this value was ever issued here, or that was more than a day ago.',
      parameter: 'code',
    })
  },
})
