import { parameterOf } from '../../http/form.ts'
import { headersOf } from '../../http/message.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { clientCheck } from '../facts/client.ts'

export const oneAuthenticationMethod = clientCheck({
  id: 'one-authentication-method',
  title: 'The client authenticates in one way only',
  section: rfc(6749, '2.3'),
  needs: [],
  judge: ({ request, fields }) => {
    const ways = [
      ...headersOf(request, 'authorization').map(() => 'an Authorization field'),
      ...['client_secret', 'client_assertion'].filter((name) => parameterOf(fields, name) !== undefined),
    ]
    if (ways.length <= 1) return pass()
    return fail({
      error: 'invalid_request',
      description: 'The client must not use more than one authentication method.',
      expected: 'at most one of Authorization, client_secret and client_assertion',
      received: ways.join(' and '),
      hint: 'Remove all but the one that is registered for the client.',
      parameter: ways.includes('client_secret') ? 'client_secret' : 'Authorization',
    })
  },
})
