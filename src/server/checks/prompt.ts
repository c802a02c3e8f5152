import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { oidcCore } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const promptValues = ['none', 'login', 'consent', 'select_account']

export const prompt = authorizationCheck({
  id: 'prompt',
  title: 'prompt, if given, has known values, and none stands alone',
  section: oidcCore('3.1.2.1'),
  needs: [],
  judge: ({ fields }) => {
    const received = parameterOf(fields, 'prompt')
    const values = (received ?? '').split(' ').filter(Boolean)
    const known = values.every((value) => promptValues.includes(value))
    if (known && !(values.includes('none') && values.length > 1)) return pass({ prompt: values }, received)
    return fail({
      error: 'invalid_request',
      description: 'The prompt parameter is not acceptable.',
      expected: 'none, or some of: login consent select_account',
      received: received ?? 'none',
      hint: known
        ? 'none asks for no page at all, the others ask for one.'
        : 'A value that is not known cannot be followed, and to ignore it could skip a page that was asked for.',
      parameter: 'prompt',
    })
  },
})
