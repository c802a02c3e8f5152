import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const responseTypePresent = authorizationCheck({
  id: 'response-type-present',
  title: 'response_type is given',
  section: rfc(6749, '3.1.1'),
  needs: [],
  judge: ({ fields }) => {
    const response_type = parameterOf(fields, 'response_type')
    if (response_type !== undefined) return pass({}, response_type)
    return fail({
      error: 'invalid_request',
      description: 'The response_type parameter is missing.',
      expected: 'response_type=code',
      received: 'none',
      hint: 'It says what the client wants back: a code, to be redeemed at the token endpoint.',
      parameter: 'response_type',
    })
  },
})
