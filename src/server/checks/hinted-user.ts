import { fail, pass } from '../../oauth/check.ts'
import { oidcCore } from '../../oauth/section.ts'
import { signInCheck } from '../facts/interaction.ts'

export const hintedUser = signInCheck({
  id: 'hinted-user',
  title: 'Who signed in is who id_token_hint names, if it names somebody',
  section: oidcCore('3.1.2.1'),
  needs: ['interaction', 'user'],
  judge: ({ interaction: { record }, user }) => {
    const expected = record.hinted_sub
    if (expected === undefined || expected === user.sub) return pass({}, expected ?? 'it names nobody')
    return fail({
      error: 'login_required',
      description: 'The end-user who signed in is not the one that id_token_hint names.',
      expected,
      received: user.sub,
      hint: 'The client asked for one person, and must not be given another.',
      parameter: 'username',
    })
  },
})
