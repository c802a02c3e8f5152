import { duplicatesOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import type { Section } from '../../oauth/section.ts'
import { receivedCheck } from '../facts/received.ts'

/** Parameters that may repeat (RFC 8707 2, RFC 8693 2.1). */
const mayRepeat = ['resource', 'audience']

/** Each kind of endpoint has it from a section of its own: RFC 6749 3.1 and 3.2, RFC 6750 3.1. */
export const parametersOnce = (section: Section) =>
  receivedCheck({
    id: 'parameters-once',
    title: 'No parameter is given twice',
    section,
    needs: [],
    judge: ({ fields }) => {
      const twice = duplicatesOf(fields).filter((name) => !mayRepeat.includes(name))
      const [first] = twice
      if (first === undefined) return pass()
      return fail({
        error: 'invalid_request',
        description: 'A parameter is included more than once.',
        expected: 'every parameter at most once',
        received: `more than once: ${twice.join(', ')}`,
        hint: 'Two readers of such a request could each believe another value, so none of them is believed.',
        parameter: first,
      })
    },
  })
