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
import { originAfter, originSent, referrerPolicyOf } from './origin.ts'
import { isSentOnlyWithValue, type ParseHtml, readPage } from './page.ts'
import { chainOf, redirectOf, urlOf } from './redirects.ts'

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

  /** What a redirect makes of the request that was answered with it (Fetch 4.4, RFC 9110 15.4). */
  function redirected(target: URL, last: HttpExchange, history: readonly HttpExchange[]): HttpRequest {
    const { status } = last.response
    const { method, body } = last.request
    const keeps = status === 307 || status === 308 || (status !== 303 && method !== 'POST')
    const from = chainOf(last, history, parseHtml)
    const cause = { ...from, topLevelGet: !keeps || method === 'GET' }
    if (!keeps || method === 'GET') return request(target.href, history, cause)
    const origin = headerOf(last.request, 'origin')
    const type = headerOf(last.request, 'content-type')
    return request(target.href, history, cause, {
      method,
      headers: [
        ...(origin === undefined ? [] : [['Origin', originAfter(origin, last, target)] as const]),
        ...(type === undefined ? [] : [['Content-Type', type] as const]),
      ],
      body,
    })
  }

  return {
    goTo: (url, history) => request(url, history, { topLevelGet: true }),

    after(last, history) {
      const url = urlOf(last.request)
      const target = redirectOf(last)
      if (target !== undefined) return { kind: 'redirect', request: redirected(target, last, history) }
      const isHtml = mediaTypeOf(last.response) === 'text/html'
      const page = readPage(isHtml ? last.response.body : '', url, parseHtml)
      const content = isHtml ? page.content : [{ tag: 'pre', attributes: {}, content: [last.response.body] }]
      const referrerPolicy = referrerPolicyOf(last.response)
      return { kind: 'page', page: { ...page, content, ...(referrerPolicy && { referrerPolicy }) } }
    },

    submit({ form: index, values, button }, page, history) {
      const form = page.forms[index]
      if (form === undefined) throw new RangeError(`The page has no form ${index}.`)
      const pressed = button.name === undefined ? [] : [[button.name, button.value ?? ''] as const]
      const pairs = [
        ...form.fields.flatMap((field) => {
          const value = values[field.name] ?? field.value
          return value === '' && isSentOnlyWithValue(field) ? [] : [[field.name, withCrLf(value)] as const]
        }),
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
            ['Origin', originSent(origin, new URL(form.action), page.referrerPolicy)],
            ['Content-Type', 'application/x-www-form-urlencoded'],
          ],
          body: formOf(pairs),
        },
      )
    },
  }
}

/** Forms send every line end as CR LF (HTML 4.10.21.4). */
const withCrLf = (value: string): string => value.replace(/\r\n?|\n/g, '\r\n')
