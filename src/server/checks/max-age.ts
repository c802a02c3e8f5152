import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { oidcCore } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const maxAge = authorizationCheck({
  id: 'max-age',
  title: 'max_age, if given, is a number of seconds',
  section: oidcCore('3.1.2.1'),
  needs: [],
  judge: ({ fields }) => {
    const received = parameterOf(fields, 'max_age')
    if (received === undefined) return pass({ max_age: undefined })
    if (/^\d{1,10}$/.test(received)) return pass({ max_age: Number(received) }, `${received} s`)
    return fail({
      error: 'invalid_request',
      description: 'The max_age parameter is not a number of seconds.',
      expected: 'a whole number, 0 or more',
      received,
      hint: 'It says how long ago the person may have signed in at most.',
      parameter: 'max_age',
    })
  },
})
