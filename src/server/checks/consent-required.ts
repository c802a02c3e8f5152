import { fail, pass } from '../../oauth/check.ts'
import { oidcCore } from '../../oauth/section.ts'
import { whyConsent } from '../consent.ts'
import { authorizationCheck } from '../facts/authorization.ts'

/** Whether consent must be asked for is a decision; that prompt=none forbids to ask makes it a failure. */
export const consentRequired = authorizationCheck({
  id: 'consent-required',
  title: 'The person has consented, or may be asked to',
  section: oidcCore('3.1.2.4'),
  needs: ['client', 'scope', 'prompt', 'session'],
  judge: async ({ server, client, scope, prompt, session }) => {
    if (!session) return pass({ consented: false }, 'known once somebody has signed in')
    const why = await whyConsent(server, client, session.record.sub, scope, prompt.includes('consent'))
    if (why === undefined) return pass({ consented: true }, 'given before')
    if (!prompt.includes('none')) return pass({ consented: false }, `the consent page is due: ${why}`)
    return fail({
      error: 'consent_required',
      description: 'Consent is needed, and prompt=none does not let the server ask for it.',
      expected: 'consent that was given before, for every scope value',
      received: why,
      hint: 'The client has to send the person here again without prompt=none.',
      parameter: 'prompt',
    })
  },
})
