import { fail, pass } from '../../oauth/check.ts'
import { seconds } from '../../oauth/clock.ts'
import { oidcCore } from '../../oauth/section.ts'
import { type AuthorizationFacts, authorizationCheck } from '../facts/authorization.ts'
import { sessionOf } from '../session.ts'

/** Whether somebody must sign in is a decision; that prompt=none forbids to ask makes it a failure. */
export const loginRequired = authorizationCheck({
  id: 'login-required',
  title: 'Somebody is signed in, or may be asked to',
  section: oidcCore('3.1.2.3'),
  needs: ['prompt', 'max_age', 'hinted_sub'],
  judge: async ({ server, request, prompt, max_age, hinted_sub }) => {
    const session = await sessionOf(server, request)
    const age = session && seconds(server.clock) - session.record.auth_time
    const why = whySignIn(session, { prompt, max_age, hinted_sub, age })
    if (why === undefined) {
      const user = server.configuration.users.find(({ sub }) => sub === session?.record.sub)
      return pass({ session }, `${user?.username} signed in ${age} s ago`)
    }
    if (!prompt.includes('none')) return pass({ session: undefined }, `the sign-in page is due: ${why}`)
    return fail({
      error: 'login_required',
      description: 'The end-user is not signed in, and prompt=none does not let the server ask.',
      expected: 'a session that may answer this request',
      received: why,
      hint: 'The client has to send the person here again without prompt=none.',
      parameter: 'prompt',
    })
  },
})

function whySignIn(
  session: AuthorizationFacts['session'],
  {
    prompt,
    max_age,
    hinted_sub,
    age = 0,
  }: Pick<AuthorizationFacts, 'prompt' | 'max_age' | 'hinted_sub'> & { readonly age: number | undefined },
): string | undefined {
  if (!session) return 'nobody is signed in'
  const asked = prompt.find((value) => value === 'login' || value === 'select_account')
  if (asked) return `prompt=${asked}`
  // max_age=0 is prompt=login in other words (OIDC Core 3.1.2.1).
  if (max_age !== undefined && (age > max_age || max_age === 0)) {
    return `signed in ${age} s ago, max_age is ${max_age}`
  }
  if (hinted_sub !== undefined && hinted_sub !== session.record.sub) {
    return 'id_token_hint names somebody else'
  }
  return undefined
}
