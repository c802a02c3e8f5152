import { type HttpExchange, mediaTypeOf } from '../../http/message.ts'
import { checkOver, fail, pass, runChecks } from '../../oauth/check.ts'
import { jsonObject } from '../../oauth/json-object.ts'
import { rfc } from '../../oauth/section.ts'
import type { Reading } from '../flow.ts'

interface Facts {
  readonly exchange: HttpExchange
  readonly json: Readonly<Record<string, unknown>>
}

const check = checkOver<Facts, 'exchange'>()

const successful = check({
  id: 'token-response-status',
  title: 'The status is 200',
  section: rfc(6749, '5.1'),
  needs: [],
  judge: ({ exchange: { response } }) =>
    response.status === 200
      ? pass()
      : fail({
          expected: '200',
          received: String(response.status),
          hint: 'Tokens come with the status 200, and with no other.',
        }),
})

const json = check({
  id: 'token-response-json',
  title: 'The answer is a JSON object',
  section: rfc(6749, '5.1'),
  needs: [],
  judge: ({ exchange: { response } }) => {
    const object = jsonObject(response.body)
    return object && mediaTypeOf(response) === 'application/json'
      ? pass({ json: object })
      : fail({
          expected: 'application/json with an object in it',
          received: `${mediaTypeOf(response) || 'no media type'}, ${response.body.length} characters`,
          hint: 'Something else than a token endpoint answered, or a proxy stood in between.',
        })
  },
})

const accessToken = check({
  id: 'token-response-access-token',
  title: 'There is an access token',
  section: rfc(6749, '5.1'),
  needs: ['json'],
  judge: ({ json }) =>
    typeof json.access_token === 'string' && json.access_token !== ''
      ? pass()
      : fail({
          expected: 'access_token, a string',
          received: json.access_token === undefined ? 'no access_token' : typeof json.access_token,
          hint: 'access_token is REQUIRED in a successful answer.',
        }),
})

const bearerType = check({
  id: 'token-response-type',
  title: 'token_type is one that the client can use',
  section: rfc(6749, '7.1'),
  needs: ['json'],
  judge: ({ json }) => {
    const type = json.token_type
    return typeof type === 'string' && type.toLowerCase() === 'bearer'
      ? pass({}, type)
      : fail({
          expected: 'Bearer',
          received: String(type ?? 'no token_type'),
          hint: 'A client MUST NOT use an access token of a type that it does not understand.',
        })
  },
})

const tokenResponseChecks = [successful, json, accessToken, bearerType]

const remembered = ['access_token', 'refresh_token', 'id_token', 'scope'] as const

/** Judges a token response (RFC 6749 5.1) and remembers what it brought. A refusal (5.2) brings nothing to judge. */
export async function readTokenResponse(exchange: HttpExchange): Promise<Reading> {
  if (exchange.response.status >= 400) return { learned: {}, checks: [], done: false }
  const verdict = await runChecks<Facts>(tokenResponseChecks, { exchange })
  const learned: Record<string, string> = {}
  if (verdict.accepted) {
    for (const name of remembered) {
      const value = verdict.facts.json[name]
      if (typeof value === 'string') learned[name] = value
    }
  }
  return { learned, checks: verdict.results, done: verdict.accepted }
}
