import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const responseTypeSupported = authorizationCheck({
  id: 'response-type-supported',
  title: 'response_type is one that this server knows',
  section: rfc(6749, '4.1.2.1'),
  needs: [],
  judge: ({ fields }) => {
    const response_type = parameterOf(fields, 'response_type')
    if (response_type === 'code') return pass({ response_type })
    return fail({
      error: 'unsupported_response_type',
      description: 'The authorization server does not support this response type.',
      expected: 'code',
      received: response_type ?? 'none',
      hint: 'The metadata lists what is supported as response_types_supported.',
      parameter: 'response_type',
    })
  },
})
