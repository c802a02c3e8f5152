import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { equalText } from '../equal-text.ts'
import { signInCheck } from '../facts/interaction.ts'

export const password = signInCheck({
  id: 'password',
  title: 'The password belongs to that user',
  section: rfc(6749, '3.1'),
  needs: [],
  judge: ({ server, fields }) => {
    const username = parameterOf(fields, 'username') ?? ''
    const received = parameterOf(fields, 'password') ?? ''
    const named = server.configuration.users.find((user) => user.username === username)
    // Compared for an unknown user too, so that both answers take the same way.
    const right = equalText(named?.password ?? '', received)
    if (named && right) return pass({ user: named }, named.username)
    return fail({
      error: 'access_denied',
      description: 'That user name and password do not belong together.',
      expected: named ? `the password of ${named.username}` : 'a user name that is known',
      received: named ? (received === '' ? 'no password' : 'another password') : username || 'no user name',
      hint: 'The page is shown again, and says the same for a wrong name and a wrong password.',
      parameter: named ? 'password' : 'username',
    })
  },
})
