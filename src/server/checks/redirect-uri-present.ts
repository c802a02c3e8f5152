import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { scopeValues } from '../../oauth/scope.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'
import { staysHere } from './stays-here.ts'

export const redirectUriPresent = authorizationCheck({
  id: 'redirect-uri-present',
  title: 'redirect_uri is given, or there is only one it could be',
  section: rfc(6749, '3.1.2.3'),
  needs: ['client'],
  judge: ({ fields, client }) => {
    const sent = parameterOf(fields, 'redirect_uri')
    if (sent !== undefined) return pass({ claimedRedirectUri: { uri: sent, sent: true } })
    const [only, ...others] = client.redirect_uris
    const openid = scopeValues(parameterOf(fields, 'scope') ?? '').includes('openid')
    if (only !== undefined && others.length === 0 && !openid) {
      return pass({ claimedRedirectUri: { uri: only, sent: false } }, 'the only one that is registered')
    }
    return fail({
      error: 'invalid_request',
      description: 'The redirect_uri parameter is missing.',
      expected: 'redirect_uri',
      received: 'none',
      hint: `${reason(client.redirect_uris.length, openid)} ${staysHere}`,
      parameter: 'redirect_uri',
    })
  },
})

/** Why none could be taken for it. */
function reason(registered: number, openid: boolean): string {
  if (registered === 0) return 'The client has none registered, so there is none that it could name here.'
  if (openid) return 'OpenID Connect asks for it in every authentication request (OIDC Core 3.1.2.1).'
  return `The client has ${registered} registered, so it must say which.`
}
