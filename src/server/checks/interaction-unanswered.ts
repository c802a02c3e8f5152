import { type Fail, fail, pass } from '../../oauth/check.ts'
import { oidcCore } from '../../oauth/section.ts'
import { interactionCheck } from '../facts/interaction.ts'

export const interactionUnanswered = interactionCheck({
  id: 'interaction-unanswered',
  title: 'The authorization request was not answered yet',
  section: oidcCore('3.1.2.3'),
  needs: ['interaction'],
  judge: ({ interaction }) => (interaction.taken ? interactionAnswered() : pass()),
})

/** Also what the loser of a race for the same interaction is told. */
export const interactionAnswered = (): Fail =>
  fail({
    error: 'invalid_request',
    description: 'This request was answered already.',
    expected: 'a request that waits for an answer',
    received: 'one that ended in a redirect before',
    hint: 'A form that was sent twice gives one answer. Start again at the client.',
    parameter: 'interaction',
  })
