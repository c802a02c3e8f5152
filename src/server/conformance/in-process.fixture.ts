import { createAuthorizationServer } from '../authorization-server.ts'
import { createMemoryStore } from '../memory-store.ts'
import type { Start } from './subject.fixture.ts'

/** The server as a function, without a wire: its clock is ours and its checks can be seen. */
export const inProcess: Start = async (configure, { issuerPath = '' } = {}) => {
  let time = 1_800_000_000_000
  const clock = () => time
  const store = createMemoryStore({ clock })
  const empty = await store.snapshot()
  const configuration = configure(`https://as.glassbox.example${issuerPath}`)
  const log: string[] = []
  const exceptions: unknown[] = []
  const server = createAuthorizationServer({
    configuration,
    store,
    clock,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    log: (line) => log.push(line),
    onException: (exception) => exceptions.push(exception),
  })
  return {
    issuer: configuration.issuer,
    seesChecks: true,
    send: async (request) => {
      // What was received is what was sent: nothing in it may be changed on the way.
      const answer = await server.handle(Object.freeze(request))
      const [exception] = exceptions.splice(0)
      if (exception !== undefined) throw exception
      return answer
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
