import { type Header, type HttpRequest, headersOf, pathOf } from './message.ts'

/**
 * A curl command that sends this request again, for a POSIX shell: same method, target, header fields and body, and
 * no field that curl would add by itself but Content-Length, which a body needs. One option a line.
 */
export function toCurl(request: HttpRequest): string {
  const options = [
    ...urlOptions(request),
    ...methodOptions(request),
    ...fieldsToSend(request).map((field) => `-H ${quoted(field)}`),
    ...(request.body === ''
      ? []
      : [isPiped(request) ? '--data-binary @-' : `--data-raw ${quoted(request.body)}`]),
  ]
  const source = isPiped(request) ? `printf ${quoted(printfFormat(request.body))} | ` : ''
  return `${source}curl ${options.join(' \\\n  ')}`
}

/** In single quotes everything stands for itself but the single quote (POSIX Shell 2.2.2). */
const quoted = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`

/**
 * The URL, and what keeps curl from changing it: brackets would be a range, dot segments would be resolved. What
 * cannot stand in a URL at all, or would be cut off as a fragment, is given as the target itself.
 */
function urlOptions({ origin, target }: HttpRequest): string[] {
  if (/[^!-~]|#/.test(target)) return [quoted(`${origin}/`), `--request-target ${quoted(target)}`]
  return [
    quoted(origin + target),
    ...(/[[\]{}]/.test(target) ? ['--globoff'] : []),
    ...(/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(pathOf(target)) ? ['--path-as-is'] : []),
  ]
}

/** curl itself takes POST where there is data, else GET; after `-X HEAD` it would wait for a body. */
function methodOptions({ method, body }: HttpRequest): string[] {
  if (method === (body === '' ? 'GET' : 'POST')) return []
  return method === 'HEAD' && body === '' ? ['--head'] : [`-X ${quoted(method)}`]
}

/** In the syntax of `-H`: `Name: value`; `Name;` for an empty one; `Name:` so that curl leaves its own out. */
function fieldsToSend(request: HttpRequest): string[] {
  const hosts = headersOf(request, 'host')
  const hostIsCurls = hosts.length === 1 && hosts[0] === new URL(request.origin).host
  const forBody = request.body === '' ? [] : ['Content-Type', ...(isPiped(request) ? ['Expect'] : [])]
  const own = ['Host', 'User-Agent', 'Accept', ...forBody]
  const isSent = ([name]: Header) => !(hostIsCurls && name.toLowerCase() === 'host')
  return [
    ...request.headers
      .filter(isSent)
      .map(([name, value]) => (value === '' ? `${name};` : `${name}: ${value}`)),
    ...own.filter((name) => headersOf(request, name).length === 0).map((name) => `${name}:`),
  ]
}

/** An argument cannot hold NUL, nor, on Linux, more than 128 KiB; a pipe can. */
const isPiped = ({ body }: HttpRequest): boolean => body.includes('\0') || body.length > 40_000

/** A text as the format of printf(1). */
const printfFormat = (text: string): string =>
  text.replaceAll('%', '%%').replaceAll('\\', '\\\\').replaceAll('\0', '\\000')
