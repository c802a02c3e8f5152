import { fail, pass } from '../../oauth/check.ts'
import { seconds } from '../../oauth/clock.ts'
import { oidcCore } from '../../oauth/section.ts'
import { interactionCheck } from '../facts/interaction.ts'

export const interactionNotExpired = interactionCheck({
  id: 'interaction-not-expired',
  title: 'The page has not been open for too long',
  section: oidcCore('3.1.2.3'),
  needs: ['interaction'],
  judge: ({ server, interaction: { record } }) => {
    const left = record.expires_at - seconds(server.clock)
    if (left > 0) return pass({}, `${left} s left`)
    return fail({
      error: 'invalid_request',
      description: 'This page was open for too long.',
      expected: `at most ${server.configuration.lifetimes.interaction} s`,
      received: `${server.configuration.lifetimes.interaction - left} s`,
      hint: 'Start again at the client.',
      parameter: 'interaction',
    })
  },
})
