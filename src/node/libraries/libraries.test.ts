import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type HttpRequest, requestTo } from '../../http/message.ts'
import type { StoreSnapshot } from '../../server/store.ts'
import { sendTo } from '../connection.fixture.ts'
import { close } from '../listen.ts'
import { person } from '../person.fixture.ts'
import { startServers } from '../servers.ts'
import type { Application, Library } from './library.fixture.ts'
import { oauth4webapi } from './oauth4webapi.fixture.ts'
import { oidcClientTs } from './oidc-client-ts.fixture.ts'
import { openidClient } from './openid-client.fixture.ts'

const libraries: readonly Library[] = [openidClient, oauth4webapi, oidcClientTs]

/** One for each way in which a client proves who it is, and where its browser comes back to. Nobody listens there. */
const clients = {
  'web-app': 'http://localhost:3000/callback',
  'back-office': 'http://localhost:3000/callback',
  spa: 'http://localhost:3000/callback',
  'native-app': 'http://127.0.0.1:51004/callback',
} as const

type ClientId = keyof typeof clients

const everyone = libraries.flatMap((library) =>
  (Object.keys(clients) as ClientId[]).map((client) => ({ name: library.name, library, client })),
)

/** Revokes with its secret in the body, whatever was registered: other libraries and clients have the right one. */
const cannotRevoke = { library: oidcClientTs, client: 'web-app' } as const

let servers: Awaited<ReturnType<typeof startServers>>
let untouched: StoreSnapshot

beforeAll(async () => {
  servers = await startServers({
    port: 0,
    apiPort: 0,
    redirectUris: [clients['web-app']],
    introspect: true,
  })
  await servers.server.keys.jwks()
  untouched = await servers.store.snapshot()
})

beforeEach(() => servers.store.restore(untouched))

afterAll(() => servers.sockets.forEach(close))

function application(library: Library, client_id: ClientId): Promise<Application> {
  const client = servers.configuration.clients.find((each) => each.client_id === client_id)
  if (!client) throw new Error(`There is no client ${client_id}.`)
  const scope = 'openid profile email offline_access orders:read'
  return library.application({ issuer: servers.issuer, client, redirect_uri: clients[client_id], scope })
}

/** An application, what brought its browser back, and the tokens that it got for it. */
async function signedIn({ library, client }: { library: Library; client: ClientId }) {
  const app = await application(library, client)
  const callback = await person().goTo(await app.begin())
  return { app, callback, tokens: await app.finish(callback) }
}

/** The status with which the API, which asks the server about every token, answers this one. */
async function statusOfOrders(access_token: string): Promise<number> {
  const headers: HttpRequest['headers'] = [['Authorization', `Bearer ${access_token}`]]
  const { port } = new URL(servers.api)
  return (await sendTo(Number(port))(requestTo(`${servers.api}/orders`, { headers }))).status
}

const errorOf = (app: Application, attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'no error',
    (thrown: unknown) => app.errorIn(thrown) ?? thrown,
  )

describe.each(everyone)('$name as $client', (each) => {
  test('completes the code grant with PKCE: it knows who is there, and the API knows the token', async () => {
    const { tokens } = await signedIn(each)
    expect(tokens.claims).toMatchObject({ sub: '248289761001', iss: servers.issuer })
    expect([tokens.claims.aud].flat()).toEqual([each.client])
    expect(await statusOfOrders(tokens.access_token)).toBe(200)
  })

  test('reads UserInfo', async () => {
    const { app, tokens } = await signedIn(each)
    expect(await app.userinfo(tokens)).toMatchObject({
      sub: '248289761001',
      name: 'Alice Liddell',
      email: 'alice@wonderland.example',
    })
  })

  test('refreshes with a refresh token that rotates, and a stolen old one ends it all', async () => {
    const { app, tokens } = await signedIn(each)
    const fresh = await app.refresh(tokens)
    expect(fresh.claims.sub).toBe(tokens.claims.sub)
    expect(fresh.claims.auth_time).toBe(tokens.claims.auth_time)
    expect(fresh.access_token).not.toBe(tokens.access_token)
    expect(fresh.refresh_token).not.toBe(tokens.refresh_token)
    expect(await statusOfOrders(fresh.access_token)).toBe(200)

    expect(await errorOf(app, app.refresh(tokens))).toBe('invalid_grant')
    expect(await errorOf(app, app.refresh(fresh))).toBe('invalid_grant')
    expect(await statusOfOrders(fresh.access_token)).toBe(401)
  })

  test('hears access_denied when the person denies', async () => {
    const app = await application(each.library, each.client)
    const callback = await person({ decision: 'Deny' }).goTo(await app.begin())
    expect(callback.href.startsWith(clients[each.client])).toBe(true)
    expect(await errorOf(app, app.finish(callback))).toBe('access_denied')
  })

  test('hears invalid_grant for a code that was used, and what it bought dies', async () => {
    const { app, callback, tokens } = await signedIn(each)
    expect(await errorOf(app, app.finish(callback))).toBe('invalid_grant')
    expect(await statusOfOrders(tokens.access_token)).toBe(401)
    expect(await errorOf(app, app.refresh(tokens))).toBe('invalid_grant')
  })
})

describe.each(
  everyone.filter((each) => each.library !== cannotRevoke.library || each.client !== cannotRevoke.client),
)('$name as $client', (each) => {
  test('revokes its access token, which then opens nothing; the refresh token lives', async () => {
    const { app, tokens } = await signedIn(each)
    await app.revoke(tokens, 'access_token')
    expect(await statusOfOrders(tokens.access_token)).toBe(401)
    const fresh = await app.refresh(tokens)
    expect(await statusOfOrders(fresh.access_token)).toBe(200)
  })

  test('revokes its refresh token, and every access token that came of it dies', async () => {
    const { app, tokens } = await signedIn(each)
    await app.revoke(tokens, 'refresh_token')
    expect(await statusOfOrders(tokens.access_token)).toBe(401)
    expect(await errorOf(app, app.refresh(tokens))).toBe('invalid_grant')
  })
})

test('oidc-client-ts as web-app cannot revoke: it uses another method than the registered one', async () => {
  const { app, tokens } = await signedIn(cannotRevoke)
  expect(await errorOf(app, app.revoke(tokens, 'access_token'))).toBe('invalid_client')
  expect(await statusOfOrders(tokens.access_token)).toBe(200)
})

describe.each(
  everyone.filter(
    ({ library, client }) => library !== oidcClientTs && ['web-app', 'back-office'].includes(client),
  ),
)('$name as $client', (each) => {
  test('asks whether its tokens are alive', async () => {
    const { app, tokens } = await signedIn(each)
    const introspect = (token: string) => app.introspect?.(token)
    expect(await introspect(tokens.access_token)).toMatchObject({
      active: true,
      client_id: each.client,
      sub: '248289761001',
    })
    expect(await introspect(tokens.refresh_token)).toMatchObject({ active: true })
    await app.revoke(tokens, 'refresh_token')
    expect(await introspect(tokens.access_token)).toEqual({ active: false })
    expect(await introspect(tokens.refresh_token)).toEqual({ active: false })
  })
})
