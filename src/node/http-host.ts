import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Answer, Header, HttpRequest, HttpResponse } from '../http/message.ts'

/** Bytes of a body that are read at all. A handler's own limit is far below, and has words for it. */
const readAtMost = 2 * 1024 * 1024

/** How long somebody whose body is not read may go on sending before the connection ends, in milliseconds. */
const lingering = 500

/**
 * Serves a handler over HTTP at `origin`: what it hears is what was sent, and what it says is what is sent. Text is
 * UTF-8, in fields too; a target has none but ASCII, or Node refuses it (RFC 3986 2).
 */
export const httpHost =
  (handle: (request: HttpRequest) => Promise<Answer>, origin: string): RequestListener =>
  async (incoming, outgoing) => {
    try {
      // A request line without a version: a target that was broken in two, more likely than a browser of 1991.
      if (incoming.httpVersionMajor < 1) return write(outgoing, badRequest)
      const body = await bodyOf(incoming, outgoing)
      if (body === 'broken off') return
      const tooLong = body === 'too long'
      const request = { ...headOf(incoming), origin, body: tooLong ? unread : body.toString() }
      const { response } = await handle(request)
      if (tooLong) endSlowly(incoming, outgoing, response)
      else write(outgoing, response)
    } catch (exception) {
      console.error(exception)
      if (outgoing.headersSent) outgoing.destroy()
      else write(outgoing, { status: 500, headers: [], body: '' })
    }
  }

/** In the place of a body that is longer than anybody reads: the handler refuses it by its length, in its own words. */
const unread = ' '.repeat(readAtMost)

const badRequest: HttpResponse = { status: 400, headers: [['Connection', 'close']], body: '' }

function headOf({ method = '', url = '', rawHeaders }: IncomingMessage) {
  const headers: Header[] = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    headers.push([rawHeaders[at] ?? '', fromWire(rawHeaders[at + 1] ?? '')])
  }
  return { method, target: originForm(url), headers }
}

/** An absolute-form target without its scheme and host: the server knows who it is (RFC 9112 3.2.2). */
const originForm = (target: string): string => target.replace(/^https?:\/\/[^/?#]*\/?/i, '/')

function bodyOf(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<Buffer | 'too long' | 'broken off'> {
  if (Number(incoming.headers['content-length']) > readAtMost) return Promise.resolve('too long')
  if (expectsContinue(incoming)) outgoing.writeContinue()
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    incoming
      .on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > readAtMost) resolve('too long')
        else chunks.push(chunk)
      })
      .on('end', () => resolve(Buffer.concat(chunks)))
      // It follows the end, too, but then the promise is settled. An error is always followed by it.
      .on('close', () => resolve('broken off'))
      .on('error', () => {})
  })
}

/** Whether somebody holds the body back until it is asked for (RFC 9110 10.1.1). */
const expectsContinue = ({ headers, httpVersion }: IncomingMessage): boolean =>
  httpVersion === '1.1' && /100-continue/i.test(headers.expect ?? '')

/**
 * Answers at once and goes on to discard what still comes, for a while: with a reset connection, somebody who is
 * still sending would never read the answer (RFC 9112 9.6).
 */
function endSlowly(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { status, headers, body }: HttpResponse,
): void {
  const length = String(Buffer.byteLength(body))
  outgoing
    .writeHead(status, [...headers, ['Connection', 'close'], ['Content-Length', length]].flat())
    .write(body)
  const end = () => outgoing.end()
  const patience = setTimeout(end, lingering)
  incoming
    .resume()
    .on('end', end)
    .on('close', () => clearTimeout(patience))
}

function write(outgoing: ServerResponse, { status, headers, body }: HttpResponse): void {
  const content = Buffer.from(body)
  // The answer to HEAD comes without its body, so its length is not known; that of 204 has none (RFC 9110 8.6).
  const hasLength = status !== 204 && outgoing.req.method !== 'HEAD'
  const length: Header[] = hasLength ? [['Content-Length', String(content.length)]] : []
  const fields = [...headers, ...length].map(([name, value]) => [name, toWire(value)])
  outgoing.writeHead(status, fields.flat()).end(hasLength ? content : undefined)
}

/** node:http reads and writes each byte of a field as one character. */
const fromWire = (text: string): string => Buffer.from(text, 'latin1').toString()
const toWire = (text: string): string => Buffer.from(text).toString('latin1')
