import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer, HttpRequest, HttpResponse } from '../http/message.ts'
import { decodeJwt } from '../jwt/decode.ts'
import type { RandomBytes } from '../oauth/random.ts'
import { call, through, tokensIn } from '../server/conformance/grant.fixture.ts'
import type { Subject } from '../server/conformance/subject.fixture.ts'
import { formIn, redirected, userAgent } from '../server/conformance/user-agent.fixture.ts'
import type { StoreSnapshot } from '../server/store.ts'
import { sendTo } from './connection.fixture.ts'
import {
  authorize,
  type Prepared,
  redemption,
  redirect_uri,
  type Spoken,
  toTheApi,
  toTheServer,
  webApp,
} from './every-endpoint.fixture.ts'
import { close } from './listen.ts'
import { startServers } from './servers.ts'

/** What belongs to the connection and not to the answer (RFC 9110 7.6.1), and what the host adds to every answer. */
const ofTheConnection = ['connection', 'keep-alive', 'transfer-encoding', 'date', 'content-length']

/** Each JWT as what it says: an ECDSA signature is another one each time, and so is the hash of a token with one. */
const withReadTokens = (text: string): string =>
  text.replace(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g, (jwt) => {
    const { header, payload } = decodeJwt(jwt) ?? {}
    return JSON.stringify({
      header,
      payload: { ...payload, ...(payload?.at_hash !== undefined && { at_hash: 'a hash' }) },
    })
  })

const comparable = ({ status, headers, body }: HttpResponse) => ({
  status,
  headers: headers.filter(([name]) => !ofTheConnection.includes(name.toLowerCase())),
  body: withReadTokens(body),
})

/** Chance that begins anew, so that the same request gets the same code. */
function repeatable(): { readonly random: RandomBytes; readonly beginAnew: () => void } {
  let state = 1
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state & 0xff
  }
  return {
    random: (length) => Uint8Array.from({ length }, next),
    beginAnew: () => {
      state = 1
    },
  }
}

async function prepare(subject: Subject): Promise<Prepared> {
  const agent = userAgent(subject)
  const ask = (changes?: Readonly<Record<string, string>>) => agent.get(subject.issuer + authorize(changes))
  const codeIn = (answer: Answer) => redirected(answer).get('code') ?? ''
  const first = codeIn(await through(agent, await ask()))
  const { access_token, refresh_token } = tokensIn(await call(subject, '/token', redemption(first), [webApp]))
  const code = codeIn(await ask())
  const signIn = formIn((await ask({ prompt: 'login' })).response.body).fields
  const consent = formIn((await ask({ prompt: 'consent' })).response.body).fields
  const cookies = [...agent.cookies].map(([name, value]) => `${name}=${value}`)
  return { cookie: ['Cookie', cookies.join('; ')], signIn, consent, code, access_token, refresh_token }
}

describe('230 in the process and over a socket, the same request gets the same answer:', () => {
  const time = 1_800_000_000_000
  const { random, beginAnew } = repeatable()
  let servers: Awaited<ReturnType<typeof startServers>>
  let untouched: StoreSnapshot
  let prepared: Prepared

  beforeAll(async () => {
    servers = await startServers({
      port: 0,
      apiPort: 0,
      redirectUris: [redirect_uri],
      introspect: true,
      clock: () => time,
      random,
    })
    prepared = await prepare({
      issuer: servers.issuer,
      seesChecks: true,
      send: servers.server.handle,
      now: () => time / 1000,
      advance: () => {},
      rotate: servers.server.keys.rotate,
      restart: async () => {},
      log: [],
    })
    untouched = await servers.store.snapshot()
  })

  afterAll(() => servers.sockets.forEach(close))

  async function bothAnswers(
    spoken: Spoken,
    origin: string,
    handle: (request: HttpRequest) => Promise<Answer>,
  ) {
    const request = { ...spoken, origin }
    await servers.store.restore(untouched)
    beginAnew()
    const here = (await handle(request)).response
    await servers.store.restore(untouched)
    beginAnew()
    const there = await sendTo(Number(new URL(origin).port))(request)
    return { here, there }
  }

  test.each(toTheServer)('%s → %i', async (_, status, request) => {
    const { here, there } = await bothAnswers(request(prepared), servers.issuer, servers.server.handle)
    expect(here.status).toBe(status)
    expect(comparable(there)).toEqual(comparable(here))
  })

  test.each(toTheApi)('%s → %i', async (_, status, request) => {
    const { here, there } = await bothAnswers(request(prepared), servers.api, servers.apiHandle)
    expect(here.status).toBe(status)
    expect(comparable(there)).toEqual(comparable(here))
  })
})
