import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'

/** Listens on the loopback interface only: what is served here is a playground. Rejects when the port is taken. */
export async function listen(handler: RequestListener, port: number): Promise<Server> {
  const server = createServer(handler).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** Takes no new connection, and gives the open ones a second. */
export function close(server: Server): void {
  server.close()
  setTimeout(() => server.closeAllConnections(), 1000).unref()
}

/** The number in a `--port` argument. */
export function portNumber(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65535) return port
  throw new Error(`A port is a number from 0 to 65535, not "${text}".`)
}
