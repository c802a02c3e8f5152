import type { Server } from 'node:http'
import { parseArgs } from 'node:util'
import { isScriptUri } from '../oauth/redirect-uri.ts'
import { wellKnownPaths } from '../server/paths.ts'
import { portNumber, portOf } from './listen.ts'
import { startServers } from './servers.ts'

/** `server`: the authorization server and the API over HTTP, on loopback. */
export async function serverCommand(args: string[]): Promise<readonly Server[]> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '9400' },
      'api-port': { type: 'string', default: '9401' },
      issuer: { type: 'string' },
      'redirect-uri': { type: 'string', multiple: true, default: [] },
      introspect: { type: 'boolean', default: false },
    },
  })
  const { issuer, api, configuration, sockets } = await startServers({
    port: portNumber(values.port),
    apiPort: portNumber(values['api-port']),
    issuer: values.issuer === undefined ? undefined : issuerIdentifier(values.issuer),
    redirectUris: values['redirect-uri'].map(redirectUri),
    introspect: values.introspect,
    log: console.log,
  })
  const users = configuration.users.map(({ username, password }) => `${username} / ${password}`)
  const clients = configuration.clients.map(({ client_id, client_secret }) =>
    client_secret === undefined ? client_id : `${client_id} / ${client_secret}`,
  )
  const port = portOf(sockets[0])
  console.log(`Authorization server  ${issuer} on port ${port}, metadata at ${wellKnownPaths(issuer).openid}`)
  console.log(
    `API                   ${api}/orders, ${values.introspect ? 'introspects tokens' : 'reads tokens itself'}`,
  )
  console.log(`Users                 ${users.join(', ')}`)
  console.log(`Clients               ${clients.join(', ')}`)
  return sockets
}

/**
 * An issuer identifier has no query and no fragment (RFC 8414 2). It is compared as text and quoted in header fields,
 * so it stands as a URL is written out, but for the slash at the end of one without a path.
 */
function issuerIdentifier(text: string): string {
  const href = URL.canParse(text) ? new URL(text).href : undefined
  const isCanonical = href === text || href === `${text}/`
  if (isCanonical && /^https?:\/\/[^?#@"\\]+$/.test(text)) return text
  throw new Error(
    `--issuer is an http or https URL in its normal spelling, without query or fragment, not "${text}".`,
  )
}

/** A redirect URI is absolute and has no fragment (RFC 6749 3.1.2). */
function redirectUri(text: string): string {
  if (URL.canParse(text) && !/[\s#]/.test(text) && !isScriptUri(text)) return text
  throw new Error(`--redirect-uri is an absolute URL without fragment, not "${text}".`)
}
