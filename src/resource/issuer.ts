import { basicCredentials } from '../http/basic-credentials.ts'
import { formOf } from '../http/form.ts'
import { type Header, type HttpRequest, requestTo, type Send } from '../http/message.ts'
import type { JsonObject } from '../jwt/decode.ts'
import type { JwkSet } from '../jwt/verify.ts'
import type { Clock } from '../oauth/clock.ts'
import { isUnavailable, type Unavailable } from './unavailable.ts'

/** The client that the API is at the authorization server, to introspect as (RFC 7662 2.1). */
export interface IntrospectionClient {
  readonly client_id: string
  readonly client_secret: string
}

/** The authorization server as one request to the API may ask it. Nothing here rejects. */
export interface Issuer {
  /** The issuer identifier, compared as text (RFC 8414 2). */
  readonly identifier: string
  /** Its public keys, as they are known; `refresh` asks again, unless they were refreshed a short while ago. */
  keys(options?: { refresh: boolean }): Promise<JwkSet | Unavailable>
  /** Whether a token is good at this moment (RFC 7662 2.2). */
  introspect(token: string): Promise<{ readonly active: boolean } | Unavailable>
}

/** Milliseconds between two refreshes: tokens with made-up kids must not make the API pester its issuer. */
const refreshInterval = 30_000

/**
 * One issuer, whose metadata and keys are kept between requests. The result makes the {@link Issuer} of one request
 * out of that request's `send`, so that whatever is asked is seen with it.
 */
export function createIssuer(
  identifier: string,
  clock: Clock,
  client?: IntrospectionClient,
): (send: Send) => Issuer {
  let metadata: JsonObject | undefined
  let known: JwkSet | undefined
  let refreshedAt: number | undefined
  // A clock that was put back is no reason to wait for it.
  const isFresh = (): boolean =>
    refreshedAt !== undefined && Math.abs(clock() - refreshedAt) < refreshInterval

  return (send) => {
    let asked = false

    /** An endpoint by its name in the metadata (OIDC Discovery 4), which is kept once it has proven useful. */
    async function endpoint(name: string): Promise<{ readonly url: string } | Unavailable> {
      const kept = metadata?.[name]
      if (isUrl(kept)) return { url: kept }
      const source = `${identifier.replace(/\/$/, '')}/.well-known/openid-configuration`
      const answer = await askForJson(send, () => requestTo(source, { headers: [acceptJson] }))
      if (isUnavailable(answer)) return answer
      if (answer.json.issuer !== identifier)
        return { unavailable: `The metadata at ${source} names another issuer.` }
      const url = answer.json[name]
      if (!isUrl(url)) return { unavailable: `The metadata at ${source} has no ${name}.` }
      metadata = answer.json
      return { url }
    }

    async function keys({ refresh } = { refresh: false }): Promise<JwkSet | Unavailable> {
      if (known && (!refresh || asked || isFresh())) return known
      asked = true
      const jwks = await endpoint('jwks_uri')
      if (isUnavailable(jwks)) return jwks
      const answer = await askForJson(send, () => requestTo(jwks.url, { headers: [acceptJson] }))
      if (isUnavailable(answer)) return answer
      if (!isJwkSet(answer.json)) return { unavailable: `What ${jwks.url} answered is no key set.` }
      if (known) refreshedAt = clock()
      known = answer.json
      return known
    }

    async function introspect(token: string): Promise<{ readonly active: boolean } | Unavailable> {
      const introspection = await endpoint('introspection_endpoint')
      if (isUnavailable(introspection)) return introspection
      const answer = await askForJson(send, () => introspectionRequest(introspection.url, token, client))
      return isUnavailable(answer) ? answer : { active: answer.json.active === true }
    }

    return { identifier, keys, introspect }
  }
}

const acceptJson: Header = ['Accept', 'application/json']

/** The request that asks about an access token, with client_secret_basic (RFC 7662 2.1, RFC 6749 2.3.1). */
const introspectionRequest = (url: string, token: string, client?: IntrospectionClient): HttpRequest =>
  requestTo(url, {
    method: 'POST',
    headers: [
      ...(client
        ? [['Authorization', basicCredentials(client.client_id, client.client_secret)] as const]
        : []),
      ['Content-Type', 'application/x-www-form-urlencoded'],
      acceptJson,
    ],
    body: formOf([
      ['token', token],
      ['token_type_hint', 'access_token'],
    ]),
  })

/** The JSON object of a 200; whatever else happens is `unavailable`. */
async function askForJson(
  send: Send,
  request: () => HttpRequest,
): Promise<{ readonly json: JsonObject } | Unavailable> {
  let where = 'its address'
  try {
    const made = request()
    where = made.origin + made.target
    const { status, body } = await send(made)
    if (status !== 200) return { unavailable: `${where} answered ${status}.` }
    const value: unknown = JSON.parse(body)
    if (isJsonObject(value)) return { json: value }
    return { unavailable: `What ${where} answered is no JSON object.` }
  } catch (error) {
    if (error instanceof SyntaxError) return { unavailable: `What ${where} answered is no JSON.` }
    return { unavailable: `Nobody answered at ${where}.` }
  }
}

const isUrl = (value: unknown): value is string => typeof value === 'string' && URL.canParse(value)

const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isJwkSet = (value: object): value is JwkSet =>
  'keys' in value && Array.isArray(value.keys) && value.keys.every(isJsonObject)
