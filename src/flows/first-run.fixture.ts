import { parseHtml } from '../network/html.fixture.ts'
import { inPageNetwork } from '../network/in-page.ts'
import { simulatedBrowser } from '../network/simulated-browser.ts'
import { authorizationServer, resourceServer } from '../oauth/roles.ts'
import { createApi } from '../resource/api.ts'
import { createAuthorizationServer } from '../server/authorization-server.ts'
import { metadataOf } from '../server/endpoints/metadata.ts'
import { firstRunConfiguration, firstRunOrigins } from '../server/first-run.ts'
import { createMemoryStore } from '../server/memory-store.ts'
import type { StoreSnapshot } from '../server/store.ts'
import { authorizationCode } from './authorization-code.ts'
import { defaultOptions, type Options } from './flow.ts'
import type { Walker } from './walk.ts'

/** A walker against the first-run server and API, with a clock that a test moves. */
export function firstRun(options: Options = {}): Walker & { advance(seconds: number): void } {
  let now = Date.UTC(2026, 0, 1)
  const clock = () => now
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const chosen = { ...defaultOptions(authorizationCode), ...options }
  const configuration = {
    ...firstRunConfiguration,
    policies: { ...firstRunConfiguration.policies, allowPlainPkce: chosen.pkce === 'plain' },
  }
  const store = createMemoryStore({ clock })
  const server = createAuthorizationServer({ configuration, store, clock, random })
  const { issuer, api: identifier, site } = firstRunOrigins
  const introspection = { client_id: 'orders-api', client_secret: 'orders-api-secret' }
  const api = createApi({
    identifier,
    issuer,
    clock,
    ...(chosen.api === 'introspection' && { introspection }),
  })
  return {
    flow: authorizationCode,
    setting: {
      options: chosen,
      parties: {
        server: metadataOf(configuration),
        api: identifier,
        site,
        clients: Object.fromEntries(configuration.clients.map((client) => [client.client_id, client])),
        user: { name: 'Alice', username: 'alice', password: 'wonderland' },
      },
    },
    network: inPageNetwork(
      {
        [issuer]: { role: authorizationServer, handle: server.handle },
        [identifier]: { role: resourceServer, handle: api.handle },
      },
      clock,
    ),
    userAgent: simulatedBrowser({ parseHtml, clock }),
    world: { snapshot: store.snapshot, restore: (snapshot) => store.restore(snapshot as StoreSnapshot) },
    clock,
    random,
    advance: (seconds) => {
      now += seconds * 1000
    },
  }
}
