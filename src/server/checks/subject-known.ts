import { fail, pass } from '../../oauth/check.ts'
import { oidcCore } from '../../oauth/section.ts'
import { bearerCheck } from '../facts/bearer.ts'

export const subjectKnown = bearerCheck({
  id: 'subject-known',
  title: 'The person it speaks of is known',
  section: oidcCore('5.3.3'),
  needs: ['jwt'],
  judge: ({ server, jwt }) => {
    const user = server.configuration.users.find(({ sub }) => sub === jwt.payload.sub)
    if (user) return pass({ user }, user.username)
    return fail({
      error: 'invalid_token',
      description: 'The access token is not valid.',
      expected: 'the sub of somebody who can sign in here',
      received: String(jwt.payload.sub),
      hint: 'The account is gone.',
      parameter: 'Authorization',
    })
  },
})
