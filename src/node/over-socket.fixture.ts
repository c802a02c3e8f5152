import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { createAuthorizationServer } from '../server/authorization-server.ts'
import type { Start } from '../server/conformance/subject.fixture.ts'
import { createMemoryStore } from '../server/memory-store.ts'
import { sendTo } from './connection.fixture.ts'
import { httpHost } from './http-host.ts'
import { close, listen, portOf } from './listen.ts'

const sockets: Server[] = []

/** For `afterAll`. */
export const closeSockets = (): void => sockets.splice(0).forEach(close)

/** For tests: the server over HTTP at a port of its own. Its clock is ours, and the wire is all that is seen. */
export const overSocket: Start = async (configure, { issuerPath = '' } = {}) => {
  let time = 1_800_000_000_000
  const clock = () => time
  const store = createMemoryStore({ clock })
  const empty = await store.snapshot()
  const log: string[] = []
  const exceptions: unknown[] = []

  const socket = await listen((...message) => listener(...message), 0)
  sockets.push(socket)
  const origin = `http://localhost:${portOf(socket)}`
  const issuer = origin + issuerPath
  const server = createAuthorizationServer({
    configuration: configure(issuer),
    store,
    clock,
    random: randomBytes,
    log: (line) => log.push(line),
    onException: (exception) => exceptions.push(exception),
  })
  const listener = httpHost(server.handle, origin)
  const send = sendTo(portOf(socket))

  return {
    issuer,
    seesChecks: false,
    send: async (request) => {
      const response = await send(request)
      const [exception] = exceptions.splice(0)
      if (exception !== undefined) throw exception
      return { response, checks: [] }
    },
    advance: (seconds) => {
      time += seconds * 1000
    },
    now: () => Math.floor(time / 1000),
    rotate: server.keys.rotate,
    restart: () => store.restore(empty),
    log,
  }
}
