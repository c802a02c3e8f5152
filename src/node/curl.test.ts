import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toCurl } from '../http/curl.ts'
import type { Header, HttpRequest } from '../http/message.ts'

/** Sockets, not node:http: its parser would refuse the oddest of these before they could be compared. */
let server: Server
let origin = ''
let received = ''

beforeAll(async () => {
  server = createServer(answerOnce).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await promisify(execFile)('curl', ['--version']).catch(() => {
    throw new Error('These tests need curl: apt-get install curl')
  })
})

afterAll(() => void server.close())

/** Keeps the bytes of one request as Latin-1 and answers when its body, or the first part of a longer one, is there. */
function answerOnce(socket: Socket): void {
  let bytes = ''
  let answered = false
  socket.setEncoding('latin1')
  socket.on('error', () => {})
  socket.on('data', (chunk: string) => {
    bytes += chunk
    const [head = '', body] = bytes.split(/\r\n\r\n(.*)/s)
    const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0)
    if (answered || body === undefined || body.length < length) return
    answered = true
    setTimeout(() => {
      received = bytes
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
    }, 20)
  })
}

/** What came over the socket after a shell had run the command, as the message that it was made from. */
async function sentBy(request: HttpRequest): Promise<HttpRequest> {
  const shell = promisify(execFile)('sh', [], {
    env: { PATH: process.env.PATH, HOME: '/nonexistent', LC_ALL: 'C.UTF-8' },
    timeout: 10_000,
  })
  shell.child.stdin?.end(`${toCurl(request)}\n`)
  await shell
  const text = Buffer.from(received, 'latin1').toString('utf8')
  const end = text.indexOf('\r\n\r\n')
  const [requestLine = '', ...lines] = text.slice(0, end).split('\r\n')
  const [, method = '', target = ''] = /^([^ ]*) (.*) HTTP\/1\.1$/s.exec(requestLine) ?? []
  const headers = lines.map(
    (line): Header => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()],
  )
  return { method, origin, target, headers, body: text.slice(end + 4) }
}

const isLength = ([name]: Header) => name.toLowerCase() === 'content-length'

/** curl writes Host first and its own Content-Length; between fields of different names, order means nothing. */
const byName = (headers: readonly Header[]) =>
  headers.toSorted(([one], [other]) => one.toLowerCase().localeCompare(other.toLowerCase()))

const form: Header = ['Content-Type', 'application/x-www-form-urlencoded']
const post = (body: string, ...headers: Header[]) => ({ method: 'POST', headers: [form, ...headers], body })

test.each<[string, Partial<HttpRequest>]>([
  ['a plain GET', {}],
  ['a form', post('grant_type=authorization_code&code=a%20b')],
  ['quotes of every kind', post(`'"\`' ''' "$'x'" '\\''`, ['X-Quote', `it's "so" \`here\``])],
  [
    'what a shell would expand',
    post('$(touch /tmp/x) $HOME `id` !! * ~ $0 && ; | > <', ['X-Shell', '$(id) `id` $HOME !x']),
  ],
  ['backslashes', post('\\ \\\\ \\n \\\n\\', ['X-Back', 'a\\'])],
  ['new lines', post('\na\n\nb\r\nc\n\n')],
  ['@ at the start', post('@/etc/passwd')],
  ['a body that looks like an option', post('--output x -X GET')],
  ['unicode', post('ключ=🔑&é=ü', ['X-Unicode', 'é 🔑'])],
  ['NUL and other controls', post("a\0b\x01\x7f100%\\0 %s %d '\0")],
  ['1.5 MB', post(`%\\'${'x'.repeat(1_500_000)}`)],
  ['no Content-Type with a body', { method: 'POST', body: '{"a":1}' }],
  ['POST without a body', { method: 'POST' }],
  ['GET with a body', { body: 'a=b', headers: [form] }],
  ['DELETE', { method: 'DELETE' }],
  ['HEAD', { method: 'HEAD' }],
  ['an odd method', { method: "G'E$T" }],
  ['braces and brackets', { target: '/orders?a[]=1&b={x,y}&c=[1-3]' }],
  ['dot segments', { target: '/a/../b/./c/%2e%2e/d/..' }],
  ['bad encodings', { target: '/%zz%?x=%FF&&=&y=%' }],
  ['ampersands, quotes and dollars in the target', { target: `/a?b='c'&d="e"&f=$(id)&g=\`h\`;i|j\\k<l>^m` }],
  ['a space and unicode in the target', { target: '/a b?ключ=🔑 x' }],
  ['a hash in the target', { target: '/a#b?c' }],
  ['only a question mark', { target: '/?' }],
  ['two slashes', { target: '//evil.example/x' }],
  [
    'the same field twice',
    {
      headers: [
        ['X', '1'],
        ['x', '2'],
        ['X', '1'],
      ],
    },
  ],
  [
    'two cookies and two Authorization fields',
    {
      headers: [
        ['Cookie', 'a=1'],
        ['Cookie', 'b=2'],
        ['Authorization', 'Basic YTpi'],
        ['Authorization', 'Bearer x'],
      ],
    },
  ],
  [
    'empty fields',
    {
      headers: [
        ['X-Empty', ''],
        ['Accept', ''],
        ['User-Agent', ''],
      ],
    },
  ],
  [
    'its own Accept and User-Agent',
    {
      headers: [
        ['accept', 'application/json'],
        ['user-agent', "o'neill"],
      ],
    },
  ],
  ['another Host', { headers: [['Host', 'as.glassbox.example']] }],
  ['a Content-Length that is too small', post('abcdef', ['Content-Length', '3'])],
])('a shell and curl send %s as it stands', async (_, parts) => {
  const host: Header = ['Host', origin.slice('http://'.length)]
  const headers = parts.headers ?? []
  const hasHost = headers.some(([name]) => name === 'Host')
  const request = {
    method: 'GET',
    origin,
    target: '/',
    body: '',
    ...parts,
    headers: hasHost ? headers : [host, ...headers],
  }
  const sent = await sentBy(request)
  const lengthIsTyped = headers.some(isLength)
  const sentHeaders = sent.headers.filter((header) => lengthIsTyped || !isLength(header))
  expect({ ...sent, headers: byName(sentHeaders) }).toEqual({ ...request, headers: byName(request.headers) })
})

test('without a Host, none is sent', async () => {
  const sent = await sentBy({ method: 'GET', origin, target: '/', headers: [], body: '' })
  expect(sent.headers).toEqual([])
})
