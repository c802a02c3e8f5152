import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { equalText } from '../equal-text.ts'
import { interactionCheck } from '../facts/interaction.ts'

export const csrf = interactionCheck({
  id: 'csrf',
  title: 'The form is the one that this server made',
  section: rfc(6749, '10.12'),
  needs: ['interaction'],
  judge: ({ fields, interaction: { record } }) => {
    const received = parameterOf(fields, 'csrf')
    if (received !== undefined && equalText(received, record.csrf)) return pass()
    return fail({
      error: 'invalid_request',
      description: 'This form was not made by this server.',
      expected: record.csrf,
      received: received ?? 'none',
      hint: 'The value is hidden in the page, where no other site can read it. Start again at the client.',
      parameter: 'csrf',
    })
  },
})
