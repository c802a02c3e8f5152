import { fail, pass } from '../../oauth/check.ts'
import { isRegisteredRedirectUri } from '../../oauth/redirect-uri.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'
import { staysHere } from './stays-here.ts'

export const redirectUriRegistered = authorizationCheck({
  id: 'redirect-uri-registered',
  title: 'redirect_uri equals a registered one',
  section: rfc(9700, '2.1'),
  needs: ['client', 'claimedRedirectUri'],
  judge: ({ client, claimedRedirectUri }) => {
    const { uri } = claimedRedirectUri
    if (isRegisteredRedirectUri(client, uri)) {
      const exact = client.redirect_uris.includes(uri)
      return pass(
        { redirectUri: claimedRedirectUri },
        exact ? 'character by character' : 'but for the loopback port',
      )
    }
    return fail({
      error: 'invalid_request',
      description: 'The redirect_uri is not registered for this client.',
      expected: client.redirect_uris.join(' or ') || 'none: this client has no redirect URI',
      received: uri,
      hint: `They are compared character by character: no prefix, no wildcard, no resolving. ${staysHere}`,
      parameter: 'redirect_uri',
    })
  },
})
