import type { Flow, Options, Parties } from '../../flows/flow.ts'
import type { Walker } from '../../flows/walk.ts'
import type { JwkSet } from '../../jwt/verify.ts'
import { inPageNetwork } from '../../network/in-page.ts'
import { simulatedBrowser } from '../../network/simulated-browser.ts'
import type { Clock } from '../../oauth/clock.ts'
import { authorizationServer, resourceServer } from '../../oauth/roles.ts'
import { createAuthorizationServer } from '../../server/authorization-server.ts'
import { metadataOf } from '../../server/endpoints/metadata.ts'
import { createMemoryStore } from '../../server/memory-store.ts'
import type { StoreSnapshot } from '../../server/store.ts'
import { parseHtml } from '../browser/parse-html.ts'
import { firstRunConfiguration, firstRunOrigins } from './first-run.ts'

/** The API is called late in a walk, so its code comes after the page is there. */
export const loadApi = () => import('../../resource/api.ts')

/** A run's whole world, in this page: who answers, what they remember, and the clock that they all go by. */
export interface World extends Walker {
  /** Forgets everything but the server's keys, which are dear to make. */
  reset(): Promise<void>
  /** The server's public keys as they are now. */
  publicKeys(): Promise<JwkSet>
}

export function createWorld(flow: Flow, options: Options, clock: Clock): World {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const configuration = {
    ...firstRunConfiguration,
    // A walk with PKCE plain needs a server that takes it.
    policies: { ...firstRunConfiguration.policies, allowPlainPkce: options.pkce === 'plain' },
  }
  const store = createMemoryStore({ clock })
  const server = createAuthorizationServer({ configuration, store, clock, random })
  const { issuer, api: identifier, site } = firstRunOrigins
  const apiSecret =
    configuration.clients.find(({ client_id }) => client_id === 'orders-api')?.client_secret ?? ''
  const introspection = { client_id: 'orders-api', client_secret: apiSecret }
  const makeApi = async () =>
    (await loadApi()).createApi({
      identifier,
      issuer,
      clock,
      ...(options.api === 'introspection' && { introspection }),
    })
  let api: ReturnType<typeof makeApi> | undefined
  const metadata = metadataOf(configuration)
  const [alice] = configuration.users
  const parties: Parties = {
    server: metadata,
    api: identifier,
    site,
    clients: Object.fromEntries(configuration.clients.map((client) => [client.client_id, client])),
    user: { name: 'Alice', username: alice?.username ?? '', password: alice?.password ?? '' },
  }
  /** Keys that were made meanwhile stay: what they signed must still verify, and an RSA key is dear to make. */
  async function restore(snapshot: unknown): Promise<void> {
    const { key, ...rest } = snapshot as StoreSnapshot
    // What the API has fetched was of the time that is undone.
    api = undefined
    await store.restore({ ...rest, key: { ...key, ...(await store.snapshot()).key } })
  }
  return {
    flow,
    setting: { options, parties },
    clock,
    random,
    network: inPageNetwork(
      {
        [issuer]: { role: authorizationServer, handle: server.handle },
        [identifier]: {
          role: resourceServer,
          handle: async (request, send) => {
            api ??= makeApi()
            const { handle } = await api.catch((error: unknown) => {
              api = undefined
              throw error
            })
            return handle(request, send)
          },
        },
      },
      clock,
    ),
    userAgent: simulatedBrowser({ parseHtml, clock }),
    world: { snapshot: store.snapshot, restore },
    reset: () => restore({}),
    publicKeys: server.keys.jwks,
  }
}
