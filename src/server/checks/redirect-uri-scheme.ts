import { fail, pass } from '../../oauth/check.ts'
import { isScriptUri } from '../../oauth/redirect-uri.ts'
import { rfc } from '../../oauth/section.ts'
import { authorizationCheck } from '../facts/authorization.ts'

export const redirectUriScheme = authorizationCheck({
  id: 'redirect-uri-scheme',
  title: 'redirect_uri is a place to go to, not something to run',
  section: rfc(7591, '5'),
  needs: ['claimedRedirectUri'],
  judge: ({ claimedRedirectUri: { uri } }) => {
    if (!isScriptUri(uri)) return pass()
    return fail({
      error: 'invalid_request',
      description: 'The redirect_uri is not acceptable.',
      expected: 'no javascript:, data: or vbscript: URI',
      received: uri,
      hint: `A user agent would run or show it in the name of this server. It is refused even if registered.`,
      parameter: 'redirect_uri',
    })
  },
})
