import { parameterOf } from '../../http/form.ts'
import { fail, pass } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import { interactionCheck } from '../facts/interaction.ts'

export const interactionKnown = interactionCheck({
  id: 'interaction-known',
  title: 'The form belongs to an authorization request',
  section: rfc(6749, '10.12'),
  needs: [],
  judge: async ({ server, fields }) => {
    const id = parameterOf(fields, 'interaction')
    const entry = id === undefined ? undefined : await server.store.get('interaction', id)
    const client = server.configuration.clients.find(({ client_id }) => client_id === entry?.record.client_id)
    if (id !== undefined && entry && client) {
      return pass({ interaction: { id, ...entry }, client }, `of ${client.client_id}`)
    }
    return fail({
      error: 'invalid_request',
      description: 'This form does not belong to a request that this server knows.',
      expected: 'the interaction that the page was made for',
      received: id ?? 'none',
      hint: 'Start again at the client.',
      parameter: 'interaction',
    })
  },
})
