import { expect } from 'vitest'
import { formOf } from '../../http/form.ts'
import { type Answer, type Header, headerOf, requestTo } from '../../http/message.ts'
import { decodeJwt, type JsonObject } from '../../jwt/decode.ts'
import { redirectUri, type Subject } from './subject.fixture.ts'
import {
  formType,
  isConsentPage,
  isSignInPage,
  redirected,
  type UserAgent,
  userAgent,
} from './user-agent.fixture.ts'

export type Parameters = Readonly<Record<string, string | undefined>>

/** RFC 7636 appendix B. */
export const pkce = {
  code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
} as const

/** A good authorization request; every test changes one thing in it. Undefined leaves a parameter out. */
export const goodRequest = {
  response_type: 'code',
  client_id: 'web-app',
  redirect_uri: redirectUri,
  scope: 'openid profile email offline_access orders:read',
  state: 'a state',
  nonce: 'a nonce',
  code_challenge: pkce.code_challenge,
  code_challenge_method: 'S256',
} as const

export const given = (parameters: Parameters): [string, string][] =>
  Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined)

export const authorizeUrl = (subject: Subject, changes: Parameters = {}): string =>
  `${subject.issuer}/authorize?${formOf(given({ ...goodRequest, ...changes }))}`

/** Asks the authorization endpoint, as somebody who is not signed in. */
export const ask = (
  subject: Subject,
  changes: Parameters = {},
  agent = userAgent(subject),
): Promise<Answer> => agent.get(authorizeUrl(subject, changes))

export interface Person {
  readonly username: string
  readonly password: string
}

export const alice: Person = { username: 'alice', password: 'wonderland' }
export const bob: Person = { username: 'bob', password: 'builder' }

/** Goes through whatever pages come, as that person, and gives the redirect to the client. */
export async function through(
  agent: UserAgent,
  first: Answer,
  { person = alice, decision = 'allow' }: { readonly person?: Person; readonly decision?: string } = {},
): Promise<Answer> {
  let answer = first
  if (isSignInPage(answer)) answer = await agent.submit(answer, { ...person })
  if (isConsentPage(answer)) answer = await agent.submit(answer, { decision })
  return answer
}

/** What the client's redirect URI gets for a request that somebody signs in for and allows. */
export async function authorize(
  subject: Subject,
  changes: Parameters = {},
  {
    agent = userAgent(subject),
    person = alice,
  }: { readonly agent?: UserAgent; readonly person?: Person } = {},
): Promise<URLSearchParams> {
  return redirected(await through(agent, await ask(subject, changes, agent), { person }))
}

export async function codeOf(
  subject: Subject,
  changes: Parameters = {},
  as: { readonly agent?: UserAgent; readonly person?: Person } = {},
) {
  const code = (await authorize(subject, changes, as)).get('code')
  if (code === null) throw new Error('no code')
  return code
}

export const basic = (id: string, secret = `${id}-secret`): Header => [
  'Authorization',
  `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`)}`,
]

export const webApp = basic('web-app')

/** Sends a form to an endpoint that clients call, with the client's header fields. */
export const call = (
  subject: Subject,
  path: string,
  parameters: Parameters,
  headers: readonly Header[] = [webApp],
): Promise<Answer> =>
  subject.send(
    requestTo(`${subject.issuer}${path}`, {
      method: 'POST',
      headers: [formType, ...headers],
      body: formOf(given(parameters)),
    }),
  )

/** The good token request for a code. */
export const redemption = (code: string): Parameters => ({
  grant_type: 'authorization_code',
  code,
  redirect_uri: redirectUri,
  code_verifier: pkce.code_verifier,
})

export interface Tokens {
  readonly access_token: string
  readonly refresh_token: string
  readonly id_token: string
  readonly token_type: string
  readonly expires_in: number
  readonly scope: string
}

/** The tokens of a successful token response. */
export function tokensIn({ response }: Answer): Tokens {
  if (response.status !== 200) throw new Error(`${response.status} ${response.body}`)
  return JSON.parse(response.body) as Tokens
}

export async function tokensOf(
  subject: Subject,
  changes: Parameters = {},
  as: { readonly agent?: UserAgent; readonly person?: Person } = {},
) {
  return tokensIn(await call(subject, '/token', redemption(await codeOf(subject, changes, as))))
}

export const refresh = (
  subject: Subject,
  refresh_token: string,
  more: Parameters = {},
  headers?: readonly Header[],
) => call(subject, '/token', { grant_type: 'refresh_token', refresh_token, ...more }, headers)

export const introspect = async (
  subject: Subject,
  token: string,
  as: Header = webApp,
): Promise<JsonObject> => {
  const { response } = await call(subject, '/introspect', { token }, [as])
  expect(response.status).toBe(200)
  return JSON.parse(response.body) as JsonObject
}

export const isActive = async (subject: Subject, token: string): Promise<unknown> =>
  (await introspect(subject, token)).active

export const userinfo = (subject: Subject, token: string, scheme = 'Bearer'): Promise<Answer> =>
  subject.send(
    requestTo(`${subject.issuer}/userinfo`, { headers: [['Authorization', `${scheme} ${token}`]] }),
  )

export const claimsOf = (jwt: string): JsonObject => decodeJwt(jwt)?.payload ?? {}
export const headerIn = (jwt: string): JsonObject => decodeJwt(jwt)?.header ?? {}
export const bodyOf = ({ response }: Answer): JsonObject => JSON.parse(response.body) as JsonObject

/** A refusal as RFC 6749 5.2 has it. */
export function expectError(answer: Answer, status: number, error: string): void {
  const { response } = answer
  expect(response.status).toBe(status)
  expect(headerOf(response, 'content-type')).toMatch(/^application\/json/)
  expect(headerOf(response, 'cache-control')).toBe('no-store')
  expect(bodyOf(answer).error).toBe(error)
}

/** A refusal that stays at the server. */
export function expectPage({ response }: Answer): void {
  expect(response.status).toBe(400)
  expect(headerOf(response, 'location')).toBeUndefined()
  expect(headerOf(response, 'content-type')).toBe('text/html; charset=utf-8')
}

/** A refusal that goes to the client, with its state and the issuer. */
export function expectRedirectedError(
  answer: Answer,
  error: string,
  state: string | null = goodRequest.state,
): void {
  const parameters = redirected(answer)
  expect(headerOf(answer.response, 'location')).toMatch(/^https:\/\/app\.shop\.example\/callback\?/)
  expect(parameters.get('error')).toBe(error)
  expect(parameters.get('state')).toBe(state)
  expect(parameters.has('iss')).toBe(true)
  expect(parameters.has('code')).toBe(false)
  expect(parameters.get('error_description') ?? '').toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]*$/)
}
