import { type HttpRequest, requestTo } from '../../http/message.ts'
import { client, resourceServer } from '../../oauth/roles.ts'
import { rfc } from '../../oauth/section.ts'
import type { ExchangeStep, Known, Setting } from '../flow.ts'
import { clientOf } from '../setting.ts'
import { originOf } from './client-authentication.ts'

/** A GET with the access token in the Authorization field (RFC 6750 2.1). */
export const bearer = (url: string, setting: Setting, { access_token = '' }: Known): HttpRequest =>
  requestTo(url, {
    headers: [
      ...originOf(clientOf(setting), setting.parties.site),
      ['Authorization', `Bearer ${access_token}`],
      ['Accept', 'application/json'],
    ],
  })

/** The access token spent at the protected API. */
export const apiRequest = (setting: Setting, id: string, action: string, says: string): ExchangeStep => ({
  kind: 'exchange',
  id,
  from: client,
  to: resourceServer,
  action: `${action}: GET /orders`,
  says,
  section: rfc(6750, '2.1'),
  prepare: (known) => bearer(`${setting.parties.api}/orders`, setting, known),
  goesOn: true,
  read: async ({ response }) => ({ learned: {}, checks: [], done: response.status === 200 }),
})

/** The same once more, after revocation: whatever the API answers is what there is to learn. */
export const apiAgain = (setting: Setting): ExchangeStep => ({
  ...apiRequest(
    setting,
    'orders-again',
    'Call the API again',
    setting.options.api === 'introspection'
      ? 'What revocation stops: this API asks the server about each token, and hears that it is no longer active.'
      : 'What revocation does not stop: this API judges the access token by itself, so it works until it expires.',
  ),
  read: async () => ({ learned: {}, checks: [], done: true }),
})
