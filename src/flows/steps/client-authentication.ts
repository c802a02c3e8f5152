import { basicCredentials } from '../../http/basic-credentials.ts'
import { formOf } from '../../http/form.ts'
import { type Header, type HttpRequest, requestTo } from '../../http/message.ts'
import type { ClientMetadata } from '../../oauth/client.ts'

/** A form sent by the client, with the authentication it registered (RFC 6749 2.3, RFC 7591 2). */
export function clientPost(
  url: string,
  client: ClientMetadata,
  parameters: readonly (readonly [string, string])[],
  headers: readonly Header[] = [],
): HttpRequest {
  const { client_id, client_secret = '', token_endpoint_auth_method: method } = client
  const inBody = {
    none: [['client_id', client_id]],
    client_secret_basic: [],
    client_secret_post: [
      ['client_id', client_id],
      ['client_secret', client_secret],
    ],
  } satisfies Record<typeof method, [string, string][]>
  return requestTo(url, {
    method: 'POST',
    headers: [
      ...headers,
      ...(method === 'client_secret_basic'
        ? [['Authorization', basicCredentials(client_id, client_secret)] as const]
        : []),
      ['Content-Type', 'application/x-www-form-urlencoded'],
    ],
    body: formOf([...parameters, ...inBody[method]]),
  })
}

/** What a browser adds to a script's request to another origin (Fetch 3.2); a client on a server adds nothing. */
export const originOf = (client: ClientMetadata, site: string): Header[] =>
  client.token_endpoint_auth_method === 'none' ? [['Origin', site]] : []
