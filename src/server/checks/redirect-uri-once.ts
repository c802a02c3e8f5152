import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'
import { staysHere } from './stays-here.ts'

export const redirectUriOnce = authorizationCheck({
  id: 'redirect-uri-once',
  title: 'redirect_uri is not given twice',
  section: rfc(6749, '3.1'),
  needs: [],
  judge: ({ fields }) => {
    const times = fields.filter(({ name }) => name === 'redirect_uri').length
    if (times <= 1) return pass()
    return fail({
      error: 'invalid_request',
      description: 'The redirect_uri parameter is repeated.',
      expected: 'one redirect_uri',
      received: `${times} of them`,
      hint: `Which of them is meant cannot be told. ${staysHere}`,
      parameter: 'redirect_uri',
    })
  },
})
