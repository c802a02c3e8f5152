import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { Server } from 'node:http'
import { extname, join, sep } from 'node:path'
import { listen } from './listen.ts'
import { securityHeaders } from './security-headers.ts'

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

/**
 * Serves the built page. A path without an extension is a route of the page and answers with index.html.
 *
 * The folder is read once, at the start: a path that is not in it is unknown, so none can lead outside, and
 * a build in the meantime cannot mix two versions.
 */
export function servePage(folder: string, port: number): Promise<Server> {
  const files = readFolder(folder)
  const page = files.get('/index.html')

  return listen((request, response) => {
    const answer = (status: number, headers: Record<string, string>, body: string | Buffer) =>
      response
        .writeHead(status, { ...securityHeaders, ...headers, 'Content-Length': Buffer.byteLength(body) })
        .end(body)
    const text = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' }

    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return answer(405, { ...text, Allow: 'GET, HEAD' }, 'Only GET and HEAD are served here.\n')
    }
    const path = (request.url ?? '/').replace(/[?#].*/s, '')
    const file = files.get(path) ?? (extname(path) === '' ? page : undefined)
    if (!file) return answer(404, text, 'There is no such file.\n')
    return answer(200, file.headers, file.body)
  }, port)
}

function readFolder(folder: string) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    // Vite's manifest lies in .vite; it is for the size budget, not for the page.
    .filter((name) => !name.startsWith('.') && statSync(join(folder, name)).isFile())
    .map((name) => {
      const path = `/${name.replaceAll(sep, '/')}`
      const headers = {
        'Content-Type': contentTypes[extname(name)] ?? 'application/octet-stream',
        // Vite puts a hash of the content into the name of all that lies in assets.
        'Cache-Control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      }
      return [path, { headers, body: readFileSync(join(folder, name)) }] as const
    })
  return new Map(files)
}
