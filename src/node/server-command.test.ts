import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { requestTo } from '../http/message.ts'
import { firstRunConfiguration } from '../server/first-run.ts'
import { connectTo, sendTo } from './connection.fixture.ts'
import { oauth4webapi } from './libraries/oauth4webapi.fixture.ts'
import { portOf } from './listen.ts'
import { person } from './person.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'glassbox-command-'))
const children: ChildProcess[] = []

beforeAll(() =>
  build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: 'src/node/main.ts', outDir: folder },
    // The folder is far from node_modules.
    ssr: { noExternal: true },
  }),
)

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

afterAll(() => rmSync(folder, { recursive: true }))

/** The command in a process of its own. */
function run(...args: string[]) {
  const main = pathToFileURL(join(folder, 'main.js')).href
  const script = `const { main } = await import('${main}'); await main(process.argv.slice(1))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, 'server', ...args])
  children.push(child)
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const line = async (): Promise<string> => (await lines.next()).value ?? ''
  return {
    line,
    errors: text(child.stderr),
    exit: once(child, 'exit') as Promise<[code: number | null, signal: string | null]>,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
  }
}

/** The command, once it says what it serves. */
async function start(...args: string[]) {
  const command = run('--port', '0', '--api-port', '0', ...args)
  const banner = [await command.line(), await command.line(), await command.line(), await command.line()]
  const port = Number(/on port (\d+)/.exec(banner[0] ?? '')?.[1])
  const api = /http:\/\/localhost:\d+/.exec(banner[1] ?? '')?.[0] ?? ''
  const get = (target: string) => sendTo(port)(requestTo(`http://localhost:${port}${target}`))
  return { ...command, banner, port, api, get }
}

test('says in four lines what it serves and who can use it', async () => {
  const { banner, port, api, get, line } = await start()
  expect(banner).toEqual([
    `Authorization server  http://localhost:${port} on port ${port}, metadata at /.well-known/openid-configuration`,
    `API                   ${api}/orders, reads tokens itself`,
    'Users                 alice / wonderland, bob / builder',
    'Clients               web-app / web-app-secret, back-office / back-office-secret, spa, native-app, orders-api / orders-api-secret',
  ])
  expect(JSON.parse((await get('/.well-known/openid-configuration')).body).issuer).toBe(
    `http://localhost:${port}`,
  )
  expect(await line()).toBe('GET /.well-known/openid-configuration 200')
})

test('is whoever --issuer says, and reached where the issuer is mapped to', async () => {
  const issuer = 'https://as.example/tenant'
  const { banner, get } = await start('--issuer', issuer, '--introspect')
  expect(banner[0]).toContain(issuer)
  expect(banner[0]).toMatch(/metadata at \/tenant\/\.well-known\/openid-configuration$/)
  expect(banner[1]).toContain('introspects tokens')
  const { body } = await get('/tenant/.well-known/openid-configuration')
  expect(JSON.parse(body)).toMatchObject({ issuer, token_endpoint: `${issuer}/token` })
})

test('227 logs a line for each request, and in none of them a secret', async () => {
  const [first, second] = ['http://localhost:3000/callback', 'http://localhost:3001/callback']
  const { port, api, line, kill } = await start('--redirect-uri', first, '--redirect-uri', second)
  const issuer = `http://localhost:${port}`
  const scope = 'openid offline_access orders:read'
  const secrets: string[] = []
  for (const client of firstRunConfiguration.clients.slice(0, 3)) {
    for (const redirect_uri of [first, second]) {
      const app = await oauth4webapi.application({ issuer, client, redirect_uri, scope })
      const began = await app.begin()
      const callback = await person().goTo(began)
      const tokens = await app.finish(callback)
      const { access_token, refresh_token } = await app.refresh(tokens)
      const orders = requestTo(`${api}/orders`, { headers: [['Authorization', `Bearer ${access_token}`]] })
      expect((await sendTo(Number(new URL(api).port))(orders)).status).toBe(200)
      await app.revoke({ ...tokens, refresh_token }, 'refresh_token')
      const inUrls = [new URL(began), callback].flatMap(({ searchParams }) =>
        ['code', 'state', 'nonce', 'code_challenge'].map((name) => searchParams.get(name)),
      )
      secrets.push(...inUrls.filter((value) => value !== null))
      secrets.push(access_token, refresh_token, tokens.access_token, tokens.refresh_token)
    }
  }
  kill('SIGTERM')
  const log: string[] = []
  for (let logged = await line(); logged !== ''; logged = await line()) log.push(logged)

  expect(log).toContain('POST /token 200 spa')
  expect(log).toContain('GET /orders 200')
  for (const logged of log) expect(logged).toMatch(/^(GET|POST) \/[\w./-]* \d{3}( [\w-]+)?$/)
  const { users, clients } = firstRunConfiguration
  secrets.push(
    ...users.map(({ password }) => password),
    ...clients.flatMap((each) => each.client_secret ?? []),
  )
  for (const secret of secrets) expect(log.join('\n')).not.toContain(secret)
})

describe('229', () => {
  test('ends within five seconds of SIGTERM, with connections open and a request half sent', async () => {
    const { port, kill, exit, errors } = await start()
    const idle = await connectTo(port)
    idle.write('GET /jwks HTTP/1.1\r\nHost: a\r\n\r\n')
    await idle.response()
    const halfSent = await connectTo(port)
    halfSent.write('POST /token HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\na')
    await sendTo(port)(requestTo(`http://localhost:${port}/jwks`))

    const told = performance.now()
    kill('SIGTERM')
    expect(await exit).toEqual([0, null])
    expect(performance.now() - told).toBeLessThan(5000)
    expect(await errors).toBe('')
  })

  test('listens on the loopback address only', async () => {
    const { port } = await start()
    const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
    const outside = addresses.filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const host of [...outside.map(({ address }) => address), '::1']) {
      const socket = connect(port, host)
      const outcome = await once(socket, 'connect').then(
        () => 'open',
        () => 'refused',
      )
      socket.destroy()
      expect(outcome).toBe('refused')
    }
  })

  describe('when a port is taken', () => {
    let taken: Server
    let port: string

    beforeAll(async () => {
      taken = createServer().listen(0, '127.0.0.1')
      await once(taken, 'listening')
      port = String(portOf(taken))
    })
    afterAll(() => void taken.close())

    test.each(['--port', '--api-port'])('%s says so in one line', async (option) => {
      const other = option === '--port' ? '--api-port' : '--port'
      const { errors, exit } = run(option, port, other, '0')
      expect(await errors).toBe(`Port ${port} is taken. Choose another one with ${option}.\n`)
      expect((await exit)[0]).toBe(1)
    })
  })
})

test.each([
  [['--port', 'http'], 'A port is a number'],
  [['--api-port', '65536'], 'A port is a number'],
  [['--port', '-1'], '--port'],
  [['--port'], '--port'],
  [['--issuer', 'localhost'], '--issuer is'],
  [['--issuer', 'https://as.example/?tenant=1'], '--issuer is'],
  [['--issuer', 'ftp://as.example'], '--issuer is'],
  [['--issuer', 'https://as.example/"tenant"'], '--issuer is'],
  [['--issuer', 'https://AS.example:443/a/../b'], '--issuer is'],
  [['--redirect-uri', '/callback'], '--redirect-uri is'],
  [['--redirect-uri', 'https://app.example/#'], '--redirect-uri is'],
  [['--redirect-uri', 'javascript:alert(1)'], '--redirect-uri is'],
  [['--unheard-of'], '--unheard-of'],
  [['stray'], 'stray'],
])('%j is a mistake, and one line says which', async (args, says) => {
  const { errors, exit } = run(...args)
  expect(await errors).toMatch(/^[^\n]+\n$/)
  expect(await errors).toContain(says)
  expect((await exit)[0]).toBe(1)
})
