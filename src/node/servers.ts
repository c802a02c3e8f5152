import { randomBytes } from 'node:crypto'
import type { RequestListener, Server } from 'node:http'
import type { Clock } from '../oauth/clock.ts'
import type { RandomBytes } from '../oauth/random.ts'
import { createApi } from '../resource/api.ts'
import type { IntrospectionClient } from '../resource/issuer.ts'
import { createAuthorizationServer } from '../server/authorization-server.ts'
import type { Configuration } from '../server/configuration.ts'
import { firstRunConfiguration } from '../server/first-run.ts'
import { logLine } from '../server/log.ts'
import { createMemoryStore } from '../server/memory-store.ts'
import type { Store } from '../server/store.ts'
import { httpHost } from './http-host.ts'
import { close, listen, portOf, refusedPort } from './listen.ts'
import { pooledRandom } from './pooled-random.ts'

interface Policy {
  /** Added to every first-run client that has redirect URIs. */
  readonly redirectUris: readonly string[]
  /** Whether the API asks the server about each token too (RFC 7662). */
  readonly introspect: boolean
  readonly clock?: Clock
  readonly random?: RandomBytes
  readonly store?: Store
  /** One line for every request to either server; never a secret. */
  readonly log?: (line: string) => void
}

/** The same two servers as in the page, as handlers and as listeners for node:http. */
function createServers({
  issuer,
  api,
  redirectUris,
  introspect,
  clock = Date.now,
  random = pooledRandom(randomBytes),
  store = createMemoryStore({ clock }),
  log,
}: Policy & {
  /** Issuer identifier, the prefix of every endpoint's URL. */
  readonly issuer: string
  /** The API's identifier: where it is reached. */
  readonly api: string
}) {
  const configuration = configurationFor(issuer, api, redirectUris)
  const server = createAuthorizationServer({
    configuration,
    store,
    clock,
    random,
    ...(log && { log }),
    onException: console.error,
  })
  const protectedApi = createApi({
    identifier: api,
    issuer,
    clock,
    ...(introspect && { introspection: introspectionClient(configuration) }),
  })
  /** It reaches its server within the process: the issuer's name need not lead here. */
  const apiHandle: typeof server.handle = async (request) => {
    const answer = await protectedApi.handle(request, async (asked) => (await server.handle(asked)).response)
    log?.(logLine(request, answer))
    return answer
  }
  return {
    configuration,
    store,
    server,
    apiHandle,
    serverListener: httpHost(server.handle, new URL(issuer).origin),
    apiListener: httpHost(apiHandle, new URL(api).origin),
  }
}

/** Both servers at their ports. Port 0 is any free one, and an issuer that is not given is where the server is. */
export async function startServers({
  port,
  apiPort,
  issuer,
  ...policy
}: Policy & { readonly port: number; readonly apiPort: number; readonly issuer?: string | undefined }) {
  // Who the servers are is known once both ports are open; whoever comes sooner waits that long.
  let created!: (servers: ReturnType<typeof createServers>) => void
  const servers = new Promise<ReturnType<typeof createServers>>((resolve) => {
    created = resolve
  })
  const listenerOf =
    (which: 'serverListener' | 'apiListener'): RequestListener =>
    async (...message) =>
      (await servers)[which](...message)

  const socket = await listen(listenerOf('serverListener'), port).catch(refusedPort('--port'))
  const apiSocket = await listen(listenerOf('apiListener'), apiPort).catch((error: unknown) => {
    close(socket)
    return refusedPort('--api-port')(error)
  })
  const addresses = { issuer: issuer ?? addressOf(socket), api: addressOf(apiSocket) }
  created(createServers({ ...policy, ...addresses }))
  return { ...addresses, ...(await servers), sockets: [socket, apiSocket] as const }
}

const addressOf = (socket: Server): string => `http://localhost:${portOf(socket)}`

const configurationFor = (
  issuer: string,
  audience: string,
  redirectUris: readonly string[],
): Configuration => ({
  ...firstRunConfiguration,
  issuer,
  audience,
  clients: firstRunConfiguration.clients.map((client) =>
    client.redirect_uris.length === 0
      ? client
      : { ...client, redirect_uris: [...client.redirect_uris, ...redirectUris] },
  ),
})

function introspectionClient({ clients, audienceClient }: Configuration): IntrospectionClient {
  const client = clients.find(({ client_id }) => client_id === audienceClient)
  return { client_id: audienceClient, client_secret: client?.client_secret ?? '' }
}
