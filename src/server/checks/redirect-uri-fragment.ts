import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'
import { staysHere } from './stays-here.ts'

export const redirectUriFragment = authorizationCheck({
  id: 'redirect-uri-fragment',
  title: 'redirect_uri has no fragment',
  section: rfc(6749, '3.1.2'),
  needs: ['claimedRedirectUri'],
  judge: ({ claimedRedirectUri: { uri } }) => {
    if (!uri.includes('#')) return pass()
    return fail({
      error: 'invalid_request',
      description: 'The redirect_uri must not include a fragment.',
      expected: 'an absolute URI without #',
      received: uri,
      hint: `The answer goes into the query, which a fragment would swallow. ${staysHere}`,
      parameter: 'redirect_uri',
    })
  },
})
