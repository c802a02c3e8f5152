import { exportJWK, generateKeyPair } from 'jose'
import { readAuthorization } from '../http/authorization.ts'
import { readBasicCredentials } from '../http/basic-credentials.ts'
import { parameterOf, readFields } from '../http/form.ts'
import { type Answer, type Header, type HttpRequest, type HttpResponse, headerOf } from '../http/message.ts'
import { signJwt } from '../jwt/sign.ts'
import { createApi } from './api.ts'

/** For tests: an issuer with two keys, an API that trusts it, and what the API asked it. */
export const identifier = 'https://api.glassbox.example'
export const issuer = 'https://as.glassbox.example'
/** Milliseconds since the epoch. */
export const now = 1_800_000_000_000
export const iat = now / 1000 - 14

export const claims = {
  iss: issuer,
  sub: '248289761001',
  aud: identifier,
  client_id: 'web-app',
  scope: 'openid orders:read',
  iat,
  exp: iat + 300,
  jti: 'j-1',
} as const

type Alg = 'RS256' | 'ES256'

async function newKey(alg: Alg, kid: string) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  return { alg, kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } }
}

export type Key = Awaited<ReturnType<typeof newKey>>

const keys = Promise.all([newKey('RS256', 'rsa-1'), newKey('ES256', 'ec-1'), newKey('ES256', 'ec-2')])

/** Two keys that the issuer publishes, and one that it does not publish yet. */
export const rsa: Key = (await keys)[0]
export const ec: Key = (await keys)[1]
export const newEc: Key = (await keys)[2]

export const accessToken = (
  changed: Readonly<Record<string, unknown>> = {},
  header: Readonly<Record<string, unknown>> = {},
  key: Key = rsa,
): Promise<string> =>
  signJwt({ alg: key.alg, kid: key.kid, typ: 'at+jwt', ...header }, { ...claims, ...changed }, key.privateKey)

/** The issuer's side: what it answers can be changed, and everything that it is asked is kept. */
function fakeIssuer(at = issuer) {
  const asked: HttpRequest[] = []
  const revoked = new Set<string>()
  const answers = new Map<string, () => HttpResponse>()
  const published: { keys: Key['jwk'][] } = { keys: [rsa.jwk, ec.jwk] }
  const json = (body: unknown, status = 200): HttpResponse => ({
    status,
    headers: [],
    body: JSON.stringify(body),
  })

  const respond = (request: HttpRequest): HttpResponse => {
    const url = request.origin + request.target
    if (url === `${at}/.well-known/openid-configuration`)
      return json({ issuer: at, jwks_uri: `${at}/jwks`, introspection_endpoint: `${at}/introspect` })
    if (url === `${at}/jwks`) return json(published)
    if (url !== `${at}/introspect`) return json({}, 404)
    const { secret } =
      readBasicCredentials(readAuthorization(headerOf(request, 'authorization'))?.credentials ?? '') ?? {}
    if (secret !== 's3cr:et+/%') return json({ error: 'invalid_client' }, 401)
    return json({ active: !revoked.has(parameterOf(readFields(request.body), 'token') ?? '') })
  }

  const send = async (request: HttpRequest): Promise<HttpResponse> => {
    asked.push(request)
    return answers.get(request.target)?.() ?? respond(request)
  }
  return { asked, revoked, answers, published, send, targets: () => asked.map(({ target }) => target) }
}

export const introspection = { client_id: 'orders-api', client_secret: 's3cr:et+/%' }

/** An API and its issuer; `call` sends it one request. */
export function apiUnderTest(options: Partial<Parameters<typeof createApi>[0]> = {}) {
  const as = fakeIssuer(options.issuer)
  const api = createApi({ identifier, issuer, clock: () => now, ...options })
  const call = (request: Partial<HttpRequest> = {}): Promise<Answer> =>
    api.handle(
      { method: 'GET', origin: identifier, target: '/orders', headers: [], body: '', ...request },
      as.send,
    )
  const spend = (token: string, request: Partial<HttpRequest> = {}): Promise<Answer> =>
    call({ ...request, headers: [bearer(token), ...(request.headers ?? [])] })
  return { as, call, spend }
}

export const bearer = (token: string): Header => ['Authorization', `Bearer ${token}`]

/** The id of the first check that failed. */
export const failedFirst = ({ checks }: Answer): string | undefined =>
  checks.find(({ outcome }) => outcome === 'failed')?.id

export const outcomes = ({ checks }: Answer) =>
  Object.fromEntries(checks.map(({ id, outcome }) => [id, outcome]))
