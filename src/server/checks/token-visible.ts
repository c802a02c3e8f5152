import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { foundTokenCheck } from '../facts/found-token.ts'

/** The policy of this server: a client sees its own tokens, and the API every access token that names it. */
export const tokenVisible = foundTokenCheck({
  id: 'token-visible',
  title: 'The token concerns who asks',
  section: rfc(7662, '4'),
  needs: ['client', 'found'],
  judge: ({ server, client, found }) => {
    const { audience, audienceClient } = server.configuration
    const isOwn = found.record.client_id === client.client_id
    if (isOwn) return pass({}, 'its own')
    const isForCaller = found.kind === 'access_token' && found.record.aud.includes(audience)
    if (isForCaller && client.client_id === audienceClient) return pass({}, `in aud as ${audience}`)
    return fail({
      expected: `${found.record.client_id}${isForCaller ? `, or ${audienceClient} as the audience` : ''}`,
      received: client.client_id,
      hint: 'Others are told that it is not active, so that introspection is no way to learn about foreign tokens.',
      parameter: 'token',
    })
  },
})
