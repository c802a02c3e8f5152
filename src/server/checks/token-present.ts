import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { foundTokenCheck } from '../facts/found-token.ts'

export const tokenPresent = foundTokenCheck({
  id: 'token-present',
  title: 'token is given',
  section: rfc(7009, '2.1'),
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
