import type { UserAgent } from '../flows/ports.ts'
import { formOf } from '../http/form.ts'
import {
  type Header,
  type HttpExchange,
  type HttpRequest,
  headerOf,
  mediaTypeOf,
  requestTo,
} from '../http/message.ts'
import type { Clock } from '../oauth/clock.ts'
import { type Cause, cookieHeader, cookiesAfter } from './cookies.ts'
import { type ParseHtml, readPage } from './page.ts'

/**
 * The user agent for servers in this page, which exists because a real page can see neither a 302 nor a Set-Cookie.
 * It keeps nothing: cookies and place are read from the exchanges so far.
 */
export function simulatedBrowser({ parseHtml, clock }: { parseHtml: ParseHtml; clock: Clock }): UserAgent {
  function request(
    url: string,
    history: readonly HttpExchange[],
    cause: Cause,
    {
      method = 'GET',
      headers = [],
      body = '',
    }: { method?: string; headers?: readonly Header[]; body?: string } = {},
  ): HttpRequest {
    const cookie = cookieHeader(new URL(url), cookiesAfter(history), clock(), cause)
    return requestTo(url, {
      method,
      headers: [...headers, ...(cookie === undefined ? [] : [['Cookie', cookie] as const])],
      body,
    })
  }

  return {
    goTo: (url, history) => request(url, history, { topLevelGet: true }),

    after(last, history) {
      const url = urlOf(last.request)
      const location = headerOf(last.response, 'location')
      if (isRedirect(last.response.status) && location !== undefined && URL.canParse(location, url)) {
        const target = new URL(location, url).href
        // A redirect from another site makes the next request cross-site too (RFC 6265bis 5.2).
        const cause = { initiator: last.request.origin, topLevelGet: true }
        return { kind: 'redirect', request: request(target, history, cause) }
      }
      const isHtml = mediaTypeOf(last.response) === 'text/html'
      const page = readPage(isHtml ? last.response.body : '', url, parseHtml)
      const content = isHtml ? page.content : [{ tag: 'pre', attributes: {}, content: [last.response.body] }]
      return { kind: 'page', page: { ...page, content } }
    },

    submit({ form: index, values, button }, page, history) {
      const form = page.forms[index]
      if (form === undefined) throw new RangeError(`The page has no form ${index}.`)
      const pressed = button.name === undefined ? [] : [[button.name, button.value ?? ''] as const]
      const pairs = [
        ...form.fields.map(({ name, value }) => [name, values[name] ?? value] as const),
        ...pressed,
      ]
      const { origin } = new URL(page.url)
      if (form.method === 'GET') {
        const url = new URL(form.action)
        url.search = formOf(pairs)
        return request(url.href, history, { initiator: origin, topLevelGet: true })
      }
      return request(
        form.action,
        history,
        { initiator: origin, topLevelGet: false },
        {
          method: 'POST',
          headers: [
            ['Origin', origin],
            ['Content-Type', 'application/x-www-form-urlencoded'],
          ],
          body: formOf(pairs),
        },
      )
    },
  }
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

const urlOf = ({ origin, target }: HttpRequest): string => new URL(target, origin).href
