import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { codeCheck } from '../facts/code.ts'

export const codeRedirectUri = codeCheck({
  id: 'code-redirect-uri',
  title: 'redirect_uri equals the one in the authorization request',
  section: rfc(6749, '4.1.3'),
  needs: ['client', 'code'],
  judge: ({ fields, client, code }) => {
    const expected = code.record.redirect_uri
    const received = parameterOf(fields, 'redirect_uri')
    // The request had none: then none is due here, and if there is one it can only be the registered one.
    const others = expected === undefined ? [undefined, ...client.redirect_uris] : [expected]
    if (others.includes(received)) return pass()
    return fail({
      error: 'invalid_grant',
      description: 'The redirect_uri is not the one in the authorization request.',
      expected: expected ?? 'none',
      received: received ?? 'none',
      hint: 'It is compared character by character with what the authorization request said.',
      parameter: 'redirect_uri',
    })
  },
})
