import { duplicatesOf, type Field, parameterOf, readFields } from '../../http/form.ts'
import { type Answer, type HttpExchange, type HttpRequest, headersOf, queryOf } from '../../http/message.ts'
import { type Check, checkOver, fail, pass, runChecks } from '../../oauth/check.ts'
import { rfc } from '../../oauth/section.ts'
import type { Known, Reading } from '../flow.ts'

interface Facts {
  readonly fields: readonly Field[]
  /** What the client made before it sent the browser away. */
  readonly known: Known
  /** The value of its own cookie that came with the answer. */
  readonly cookie: string | undefined
  readonly issuer: string
  readonly code: string
}

const check = checkOver<Facts, 'fields' | 'known' | 'cookie' | 'issuer'>()

const parametersOnce = check({
  id: 'callback-once',
  title: 'No parameter stands twice',
  section: rfc(6749, '3.1'),
  needs: [],
  judge: ({ fields }) => {
    const [twice] = duplicatesOf(fields)
    return twice === undefined
      ? pass()
      : fail({
          parameter: twice,
          expected: `${twice} once`,
          received: `${twice} ${fields.filter(({ name }) => name === twice).length} times`,
          hint: 'Of two values a client and a server may each believe another one, so neither is believed.',
        })
  },
})

/** The cookie of a client on a server that names its own session with a browser. */
export const clientCookie = 'shop_session'

const sameBrowser = check({
  id: 'callback-browser',
  title: 'The browser is the one that was sent away',
  section: rfc(6749, '10.12'),
  needs: [],
  judge: ({ cookie, known: { client_session } }) => {
    if (client_session === undefined) return pass({}, 'the script itself keeps the state')
    return cookie === client_session
      ? pass()
      : fail({
          parameter: 'Cookie',
          expected: `${clientCookie}=${client_session}`,
          received: cookie === undefined ? `no ${clientCookie}` : `${clientCookie}=${cookie}`,
          hint: 'state is kept in the session of the browser that was sent away. Another browser has no such session, so whoever brings this answer did not ask for it here.',
        })
  },
})

const sameState = check({
  id: 'callback-state',
  title: 'state is the one that this browser was sent away with',
  section: rfc(6749, '10.12'),
  needs: [],
  judge: ({ fields, known: { state = '' } }) => {
    const received = parameterOf(fields, 'state')
    return received === state
      ? pass()
      : fail({
          parameter: 'state',
          expected: state,
          received: received ?? 'no state',
          hint: 'The answer does not belong to a request that this client made in this browser. Somebody may be slipping their own code in: cross-site request forgery. The client stops here and spends nothing.',
        })
  },
})

const firstTime = check({
  id: 'callback-first',
  title: 'state comes back for the first time',
  section: rfc(9700, '2.1'),
  needs: [],
  judge: ({ known: { code, state } }) =>
    code === undefined
      ? pass()
      : fail({
          parameter: 'state',
          expected: 'a state that was not answered yet',
          received: state ?? 'no state',
          hint: 'A state serves for one answer. One that comes back once more may carry the code of somebody else.',
        }),
})

const sameIssuer = check({
  id: 'callback-iss',
  title: 'iss is the server that was asked',
  section: rfc(9207, '2.4'),
  needs: [],
  judge: ({ fields, issuer }) => {
    const received = parameterOf(fields, 'iss')
    return received === issuer
      ? pass()
      : fail({
          parameter: 'iss',
          expected: issuer,
          received: received ?? 'no iss, though the server announces that it sends one',
          hint: 'The answer comes from another server than the one that was asked. A client that went on would spend the code at the wrong place: a mix-up attack.',
        })
  },
})

const noError = check({
  id: 'callback-error',
  title: 'The answer is not an error',
  section: rfc(6749, '4.1.2.1'),
  needs: [],
  judge: ({ fields }) => {
    const error = parameterOf(fields, 'error')
    const description = parameterOf(fields, 'error_description')
    return error === undefined
      ? pass()
      : fail({
          parameter: 'error',
          expected: 'code',
          received: [`error=${error}`, ...(description ? [description] : [])].join(': '),
          hint:
            error === 'access_denied'
              ? 'The resource owner, or the server on their behalf, said no.'
              : 'The server refused the authorization request; its checks say why.',
        })
  },
})

const code = check({
  id: 'callback-code',
  title: 'There is a code',
  section: rfc(6749, '4.1.2'),
  needs: [],
  judge: ({ fields }) => {
    const value = parameterOf(fields, 'code')
    return value === undefined
      ? fail({
          parameter: 'code',
          expected: 'code',
          received: 'no code',
          hint: 'Without a code there is nothing to swap for tokens.',
        })
      : pass({ code: value })
  },
})

/** The client's side of the authorization response, in the order in which it may be believed. */
const callbackChecks: readonly Check<Facts>[] = [
  parametersOnce,
  sameBrowser,
  sameState,
  firstTime,
  sameIssuer,
  noError,
  code,
]

/** What the client makes of the browser's arrival at its redirect URI, as its own site answers it. */
export async function judgeCallback(request: HttpRequest, known: Known, issuer: string): Promise<Answer> {
  const fields = readFields(queryOf(request.target))
  const verdict = await runChecks<Facts>(callbackChecks, { fields, known, issuer, cookie: cookieIn(request) })
  const text = verdict.accepted
    ? ['Welcome back', 'You are signed in. The shop fetches your orders now.']
    : ['Sign-in failed', 'The shop did not accept this answer. You are not signed in.']
  return {
    response: sitePage(verdict.accepted ? 200 : 400, ...(text as [string, string])),
    checks: verdict.results,
  }
}

function cookieIn(request: HttpRequest): string | undefined {
  const pairs = headersOf(request, 'cookie').flatMap((field) => field.split(';'))
  const pair = pairs.map((text) => text.trim()).find((text) => text.startsWith(`${clientCookie}=`))
  return pair?.slice(clientCookie.length + 1)
}

/** A page of the client's site. Its answer to a URL with a code in it must not leak that URL (RFC 9700 4.2.4). */
export const sitePage = (status: number, title: string, text: string) => ({
  status,
  headers: [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Cache-Control', 'no-store'],
    ['Referrer-Policy', 'no-referrer'],
  ] as const,
  body: `<!doctype html>\n<html lang="en">\n<title>${title}</title>\n<main>\n<h1>${title}</h1>\n<p>${text}</p>\n</main>\n</html>\n`,
})

/** What the client takes from the callback, once its checks have passed. */
export function readCallback({ request, checks }: HttpExchange): Reading {
  const received = parameterOf(readFields(queryOf(request.target)), 'code')
  const done = received !== undefined && checks.every(({ outcome }) => outcome === 'passed')
  return { learned: done ? { code: received } : {}, checks: [], done }
}
