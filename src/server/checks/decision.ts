import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { oidcCore } from '../../oauth/section.ts'
import { consentCheck } from '../facts/interaction.ts'

/** To deny is a decision like the other one, not a failed check. */
export const decision = consentCheck({
  id: 'decision',
  title: 'The decision is to allow or to deny',
  section: oidcCore('3.1.2.4'),
  needs: [],
  judge: ({ fields }) => {
    const received = parameterOf(fields, 'decision')
    if (received === 'allow' || received === 'deny') return pass({ decision: received }, received)
    return fail({
      error: 'invalid_request',
      description: 'The form says neither allow nor deny.',
      expected: 'decision=allow or decision=deny',
      received: received ?? 'none',
      hint: 'The two buttons of the page send one of them.',
      parameter: 'decision',
    })
  },
})
