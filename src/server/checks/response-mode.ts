import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { responseTypes } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const responseMode = authorizationCheck({
  id: 'response-mode',
  title: 'response_mode, if given, is one that this server knows',
  section: responseTypes('2.1'),
  needs: [],
  judge: ({ fields }) => {
    const mode = parameterOf(fields, 'response_mode')
    if (mode === undefined || mode === 'query') return pass({}, 'query')
    return fail({
      error: 'invalid_request',
      description: 'The authorization server does not support this response mode.',
      expected: 'query',
      received: mode,
      hint: 'It says how the answer travels. For a code that is the query of the redirect URI, unless asked otherwise.',
      parameter: 'response_mode',
    })
  },
})
