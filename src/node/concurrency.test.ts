import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeJwt } from '../jwt/decode.ts'
import { oauth4webapi } from './libraries/oauth4webapi.fixture.ts'
import { close } from './listen.ts'
import { person } from './person.fixture.ts'
import { startServers } from './servers.ts'

const redirect_uri = 'http://localhost:3000/callback'
let servers: Awaited<ReturnType<typeof startServers>>

beforeAll(async () => {
  servers = await startServers({ port: 0, apiPort: 0, redirectUris: [redirect_uri], introspect: false })
})

afterAll(() => servers.sockets.forEach(close))

test('226 fifty flows of two users and four clients at once: nobody gets another’s sub, code or token', async () => {
  const { configuration, issuer } = servers
  const clients = configuration.clients.filter(({ redirect_uris }) => redirect_uris.length > 0)

  const flows = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const user = configuration.users[index % 2]
      const client = clients[index % clients.length]
      if (!user || !client) throw new Error('The first-run configuration has no users or no clients.')
      const scope = 'openid profile orders:read'
      // The library itself compares state, nonce and iss.
      const app = await oauth4webapi.application({ issuer, client, redirect_uri, scope })
      const callback = await person(user).goTo(await app.begin())
      const tokens = await app.finish(callback)
      const refreshed = await app.refresh(tokens)
      return { user, client, callback, tokens, refreshed, profile: await app.userinfo(refreshed) }
    }),
  )

  for (const { user, client, tokens, refreshed, profile } of flows) {
    const ids = { sub: user.sub, client_id: client.client_id }
    expect(tokens.claims).toMatchObject({ sub: user.sub, aud: client.client_id })
    expect(refreshed.claims).toMatchObject({ sub: user.sub, aud: client.client_id })
    expect(decodeJwt(tokens.access_token)?.payload).toMatchObject(ids)
    expect(decodeJwt(refreshed.access_token)?.payload).toMatchObject(ids)
    expect(profile).toMatchObject({ sub: user.sub, name: user.claims.name })
  }
  const distinct = (values: readonly unknown[]) => new Set(values).size
  expect(distinct(flows.map(({ callback }) => callback.searchParams.get('code')))).toBe(50)
  expect(distinct(flows.map(({ tokens }) => tokens.claims.nonce))).toBe(50)
  expect(
    distinct(flows.flatMap(({ tokens, refreshed }) => [tokens.refresh_token, refreshed.refresh_token])),
  ).toBe(100)
})
