import type { HttpExchange } from '../../http/message.ts'
import { checkOver, fail, pass, runChecks } from '../../oauth/check.ts'
import { jsonObject } from '../../oauth/json-object.ts'
import { authorizationServer, client } from '../../oauth/roles.ts'
import { oidcCore } from '../../oauth/section.ts'
import type { ExchangeStep, Known, Reading, Setting } from '../flow.ts'
import { bearer } from './api-request.ts'

interface Facts {
  readonly exchange: HttpExchange
  readonly known: Known
  readonly claims: Readonly<Record<string, unknown>>
}

const check = checkOver<Facts, 'exchange' | 'known'>()

const answered = check({
  id: 'userinfo-json',
  title: 'The server answered with claims',
  section: oidcCore('5.3.2'),
  needs: [],
  judge: ({ exchange: { response } }) => {
    const claims = jsonObject(response.body)
    return response.status === 200 && claims
      ? pass({ claims })
      : fail({
          expected: '200 with a JSON object',
          received: String(response.status),
          hint: 'Without claims the client knows the user only by the sub of the ID Token.',
        })
  },
})

const sameSubject = check({
  id: 'userinfo-sub',
  title: 'sub is the one of the ID Token',
  section: oidcCore('5.3.2'),
  needs: ['claims'],
  judge: ({ claims, known: { sub = '' } }) =>
    claims.sub === sub
      ? pass()
      : fail({
          expected: sub,
          received: String(claims.sub ?? 'no sub'),
          hint: 'These claims are about somebody else, and MUST NOT be used: the access token may have been swapped.',
        }),
})

/** Judges a UserInfo response (OIDC Core 5.3.2); a refusal has nothing in it to judge. */
async function readUserInfo(exchange: HttpExchange, known: Known): Promise<Reading> {
  if (exchange.response.status >= 400) return { learned: {}, checks: [], done: false }
  const verdict = await runChecks<Facts>([answered, sameSubject], { exchange, known })
  return { learned: {}, checks: verdict.results, done: verdict.accepted }
}

/** The access token spent at the UserInfo endpoint (OIDC Core 5.3). */
export const userInfo = (setting: Setting): ExchangeStep => ({
  kind: 'exchange',
  id: 'userinfo',
  from: client,
  to: authorizationServer,
  action: 'Ask who it is: GET /userinfo',
  says: 'The same access token, spent at the server: the claims about the user that its scopes release.',
  section: oidcCore('5.3'),
  prepare: (known) => bearer(setting.parties.server.userinfo_endpoint, setting, known),
  goesOn: true,
  read: readUserInfo,
})
