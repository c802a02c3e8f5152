import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { tokenCheck } from '../facts/token.ts'

export const grantTypePresent = tokenCheck({
  id: 'grant-type-present',
  title: 'grant_type is given',
  section: rfc(6749, '5.2'),
  needs: [],
  judge: ({ fields }) => {
    const grant_type = parameterOf(fields, 'grant_type')
    if (grant_type !== undefined) return pass({ grant_type }, grant_type)
    return fail({
      error: 'invalid_request',
      description: 'The grant_type parameter is missing.',
      expected: 'grant_type',
      received: 'none',
      hint: 'grant_type says what the client has in hand: a code, a refresh token.',
      parameter: 'grant_type',
    })
  },
})
