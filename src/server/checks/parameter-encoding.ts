import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { receivedCheck } from '../facts/received.ts'

export const parameterEncoding = receivedCheck({
  id: 'parameter-encoding',
  title: 'Every parameter is percent-encoded UTF-8',
  section: rfc(6749, 'B'),
  needs: [],
  judge: ({ fields }) => {
    const broken = fields.find(({ malformed }) => malformed)
    if (!broken) return pass()
    return fail({
      error: 'invalid_request',
      description: 'A parameter is not well-formed percent-encoded UTF-8.',
      expected: 'two hexadecimal digits after every %, and UTF-8 once decoded',
      received: `a ${broken.name} that cannot be decoded`,
      hint: 'A % that stands for itself is written %25. Bytes above 7F must form valid UTF-8.',
      parameter: broken.name,
    })
  },
})
