import { once } from 'node:events'
import { connect } from 'node:net'
import type { Header, HttpRequest, HttpResponse, Send } from '../http/message.ts'

/** For tests: one TCP connection to loopback, for bytes that no HTTP client would send. */
export interface Connection {
  write(bytes: string | Uint8Array): void
  /** The next response; `method` is that of its request, for the answer to HEAD has no body. Rejects when none comes. */
  response(method?: string): Promise<HttpResponse>
  /** Resolves when the other side has ended it. */
  readonly ended: Promise<unknown>
  /** Resets it. */
  destroy(): void
}

export async function connectTo(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1' })
  let received: Buffer = Buffer.alloc(0)
  let open = true
  let heard: () => void = () => {}
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk])
    heard()
  })
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      open = false
      heard()
      resolve()
    }
    // A server that resets the connection has ended it, too.
    socket.on('end', end).on('close', end).on('error', end)
  })
  await Promise.race([once(socket, 'connect'), ended])

  return {
    write: (bytes) => void socket.write(bytes),
    async response(method = 'GET') {
      for (;;) {
        const read = readResponse(received, method, !open)
        if (read) {
          received = read.rest
          return read.response
        }
        if (!open) throw new Error('The connection ended without a response.')
        await new Promise<void>((resolve) => {
          heard = resolve
        })
      }
    },
    ended,
    destroy: () => socket.destroy(),
  }
}

/** Sends requests as they stand, each on a connection of its own; only a Host and a length are added where they lack. */
export const sendTo =
  (port: number): Send =>
  async (request) => {
    const connection = await connectTo(port)
    connection.write(bytesOf(request, port))
    return connection.response(request.method).finally(connection.destroy)
  }

/** A request as bytes; its parts are not looked at. */
function bytesOf({ method, target, headers, body }: HttpRequest, port: number): Buffer {
  const lacks = (name: string) => !headers.some(([given]) => given.toLowerCase() === name)
  const fields: Header[] = [
    ...(lacks('host') ? [['Host', `localhost:${port}`] as const] : []),
    ...headers,
    ...(lacks('content-length') && body !== ''
      ? [['Content-Length', String(Buffer.byteLength(body))] as const]
      : []),
  ]
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...fields.map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ]
  return Buffer.from(lines.join('\r\n'))
}

/** A response at the start of `bytes` and what follows it; undefined while it is not complete. */
function readResponse(
  bytes: Buffer,
  method: string,
  complete: boolean,
): { response: HttpResponse; rest: Buffer } | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end === -1) return undefined
  const [statusLine = '', ...lines] = bytes.subarray(0, end).toString().split('\r\n')
  const headers = lines.map((line): Header => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()]
  })
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1])
  const length = headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1]
  const content = bytes.subarray(end + 4)
  const without = method === 'HEAD' || status < 200 || status === 204
  // Without a length, a body ends with the connection (RFC 9112 6.3).
  const size = without ? 0 : length === undefined && complete ? content.length : Number(length)
  if (!(content.length >= size)) return undefined
  const body = content.subarray(0, size).toString()
  return { response: { status, headers, body }, rest: content.subarray(size) }
}
