import { formOf } from '../../http/form.ts'
import { type Answer, type Header, headerOf, headersOf, requestTo } from '../../http/message.ts'
import type { Subject } from './subject.fixture.ts'

/** A browser for tests: cookies of one origin, and forms. It follows no redirect, for the tests look at them. */
export interface UserAgent {
  readonly cookies: Map<string, string>
  get(url: string): Promise<Answer>
  post(url: string, fields: Readonly<Record<string, string>>): Promise<Answer>
  /** Sends the form of a page, with some fields filled in and with the button pressed. */
  submit(page: Answer, fields: Readonly<Record<string, string>>): Promise<Answer>
}

export const formType: Header = ['Content-Type', 'application/x-www-form-urlencoded']

export function userAgent(subject: Subject): UserAgent {
  const cookies = new Map<string, string>()
  const send = async (url: string, method: string, headers: readonly Header[], body: string) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent: readonly Header[] = cookie === '' ? headers : [...headers, ['Cookie', cookie]]
    const answer = await subject.send(requestTo(url, { method, headers: sent, body }))
    for (const field of headersOf(answer.response, 'set-cookie')) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(field) ?? []
      cookies.set(name, value)
    }
    return answer
  }
  const post = (url: string, fields: Readonly<Record<string, string>>) =>
    send(url, 'POST', [formType], formOf(Object.entries(fields)))
  return {
    cookies,
    get: (url) => send(url, 'GET', [], ''),
    post,
    submit: (page, fields) => {
      const form = formIn(page.response.body)
      return post(new URL(form.action, subject.issuer).href, { ...form.fields, ...fields })
    },
  }
}

/** The form of one of the server's pages. */
export function formIn(html: string): {
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
} {
  const attribute = (tag: string, name: string) =>
    text(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
  const form = /<form[^>]*>/.exec(html)?.[0] ?? ''
  const inputs = html.match(/<input[^>]*>/g) ?? []
  return {
    action: attribute(form, 'action'),
    fields: Object.fromEntries(inputs.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')])),
  }
}

const text = (escaped: string): string =>
  escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** Whether a page asks for that, by its heading's button. */
export const isSignInPage = ({ response }: Answer): boolean =>
  response.status === 200 && response.body.includes('name="password"')
export const isConsentPage = ({ response }: Answer): boolean =>
  response.status === 200 && response.body.includes('name="decision"')

/** The parameters that a redirect carries to the client; throws when it is none. */
export function redirected({ response }: Answer): URLSearchParams {
  const location = headerOf(response, 'location')
  if (location === undefined || ![302, 303].includes(response.status)) {
    throw new Error(`no redirect but ${response.status} ${response.body.slice(0, 2000)}`)
  }
  return new URL(location).searchParams
}
