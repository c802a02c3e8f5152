import type { Page } from '../flows/ports.ts'
import type { HttpExchange, HttpRequest } from '../http/message.ts'
import { simulatedBrowser } from '../network/simulated-browser.ts'
import { sendTo } from './connection.fixture.ts'
import { parseHtml } from './parse-html.ts'

/** For tests: a person with a browser of their own, and what they do with the pages that they are shown. */
export interface Person {
  /**
   * Goes to this URL, follows redirects, fills in and sends every form, and arrives where the origin is another: at
   * the client. Nothing is sent there.
   */
  goTo(url: string): Promise<URL>
}

export function person({
  username = 'alice',
  password = 'wonderland',
  decision = 'Allow',
}: {
  readonly username?: string
  readonly password?: string
  readonly decision?: 'Allow' | 'Deny'
} = {}): Person {
  const browser = simulatedBrowser({ parseHtml, clock: Date.now })
  const history: HttpExchange[] = []

  async function exchange(request: HttpRequest): Promise<HttpExchange> {
    const response = await sendTo(Number(new URL(request.origin).port))(request)
    const about = { from: 'browser', to: 'server', checks: [], at: Date.now(), meanwhile: [] }
    const exchanged = { ...about, request, response }
    history.push(exchanged)
    return exchanged
  }

  function submission(page: Page): HttpRequest {
    const [form] = page.forms
    const button = form?.buttons.find(({ text }) => text === 'Sign in' || text === decision)
    if (!button) throw new Error(`There is no way on from the page “${page.title}” at ${page.url}`)
    return browser.submit({ form: 0, values: { username, password }, button }, page, history)
  }

  return {
    async goTo(url) {
      let request = browser.goTo(url, history)
      const { origin } = request
      while (request.origin === origin) {
        const arrival = browser.after(await exchange(request), history)
        request = arrival.kind === 'redirect' ? arrival.request : submission(arrival.page)
      }
      return new URL(request.target, request.origin)
    },
  }
}
