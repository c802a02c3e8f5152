import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { consentCheck } from '../facts/interaction.ts'
import { sessionOf } from '../session.ts'

export const consentSession = consentCheck({
  id: 'consent-session',
  title: 'Who decides is who the consent page was shown to',
  section: rfc(6749, '10.12'),
  needs: ['interaction'],
  judge: async ({ server, request, interaction: { record } }) => {
    const session = await sessionOf(server, request)
    if (session && session.id === record.session) return pass({ session }, session.record.sub)
    return fail({
      error: 'invalid_request',
      description: 'The session that this page was made for is over.',
      expected:
        record.session === undefined ? 'somebody who has signed in' : 'the session of the consent page',
      received: session ? 'another session' : 'no session',
      hint: 'Somebody else signed in meanwhile, or nobody is signed in any more. Start again at the client.',
      parameter: 'Cookie',
    })
  },
})
