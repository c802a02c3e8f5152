import { once } from 'node:events'
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import type { AddressInfo, Server as TcpServer } from 'node:net'

/**
 * What one connection may cost. A head may be longer than anybody reads, so that who is asked can refuse it in its
 * own words; all times are in milliseconds.
 */
const bounds = {
  maxHeaderSize: 2 * 1024 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
} satisfies ServerOptions

/** Listens on the loopback interface only: what is served here is a playground. Rejects when the port is taken. */
export async function listen(
  listener: RequestListener,
  port: number,
  options: ServerOptions = {},
): Promise<Server> {
  const server = createServer({ ...bounds, ...options }, listener)
  // Else Node drops the fields beyond the 2000th without a word.
  server.maxHeadersCount = 0
  // Without this Node would ask for the body before the listener knows whether it wants one.
  server.on('checkContinue', listener)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** The port that it has, which port 0 left open. */
export const portOf = (server: TcpServer): number => (server.address() as AddressInfo).port

/** Takes no new connection, and gives the open ones a second. */
export function close(server: Server): void {
  server.close()
  setTimeout(() => server.closeAllConnections(), 1000).unref()
}

/** The number in an option of the command line. */
export function portNumber(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65535) return port
  throw new Error(`A port is a number from 0 to 65535, not "${text}".`)
}

/** For `catch`: says to the person at the keyboard which option helps when a port cannot be had. */
export const refusedPort =
  (option: string) =>
  (error: unknown): never => {
    const { code, port } = error as { code?: string; port?: number }
    const why = code === 'EADDRINUSE' ? 'is taken' : code === 'EACCES' ? 'is for administrators' : undefined
    if (why === undefined) throw error
    throw new Error(`Port ${port} ${why}. Choose another one with ${option}.`, { cause: error })
  }
