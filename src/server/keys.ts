import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import type { JwkSet } from '../jwt/verify.ts'
import { base64url } from '../oauth/base64url.ts'
import { type Clock, seconds } from '../oauth/clock.ts'
import type { RandomBytes } from '../oauth/random.ts'
import type { Lifetimes } from './configuration.ts'
import type { KeyRecord, SigningAlgorithm, Store } from './store.ts'

/** Every algorithm that this server has a key for. RS256 is what a client may count on (OIDC Discovery 3). */
export const signingAlgorithms = ['RS256', 'ES256'] as const satisfies readonly SigningAlgorithm[]

/** A private key, ready to sign, and what the header of a JWS says of it. */
export interface SigningKey {
  readonly kid: string
  readonly alg: SigningAlgorithm
  readonly key: CryptoKey
}

/** The signing keys of one server. */
export interface Keys {
  /** The key that signs now; made when there is none yet. */
  signing(alg: SigningAlgorithm): Promise<SigningKey>
  /**
   * The public parts of every key whose signatures may still be met (OIDC Core 10.1.1). The same object for as long
   * as they are the same keys, so that it can be remembered what was made of it.
   */
  jwks(): Promise<JwkSet>
  /** Puts a new key in the place of the one that signs; the old one stays published as long as it is needed. */
  rotate(alg: SigningAlgorithm): Promise<void>
}

/** Keys being made, by store: two servers over one store, or two first requests at once, make one key. */
const making = new WeakMap<Store, Map<SigningAlgorithm, Promise<void>>>()

/** The keys that are in a store, made when they are first needed. `lifetimes` say how long a retired one is kept. */
export function createKeys({
  store,
  clock,
  random,
  lifetimes,
}: {
  readonly store: Store
  readonly clock: Clock
  readonly random: RandomBytes
  readonly lifetimes: Lifetimes
}): Keys {
  const imported = new Map<string, Promise<CryptoKey>>()
  let published: { readonly kids: string; readonly jwks: JwkSet } | undefined
  const keep = Math.max(lifetimes.accessToken, lifetimes.idToken)

  async function current(alg: SigningAlgorithm): Promise<KeyRecord | undefined> {
    const keys = (await store.list('key')).map(([, { record }]) => record)
    return keys.findLast((key) => key.alg === alg && key.retired_at === undefined)
  }

  /** One maker at a time for each store and algorithm. */
  function make(alg: SigningAlgorithm): Promise<void> {
    const inMaking = making.get(store) ?? new Map<SigningAlgorithm, Promise<void>>()
    making.set(store, inMaking)
    const underWay = inMaking.get(alg)
    if (underWay) return underWay
    const made = replace(alg).finally(() => inMaking.delete(alg))
    inMaking.set(alg, made)
    return made
  }

  async function replace(alg: SigningAlgorithm): Promise<void> {
    const old = await current(alg)
    const privateJwk = await generate(alg, random)
    const created_at = seconds(clock)
    await store.put('key', kidOf(privateJwk), { alg, privateJwk, created_at })
    if (old) await store.put('key', kidOf(old.privateJwk), { ...old, retired_at: created_at })
    await forget()
  }

  /** Drops the keys that have signed nothing that is still alive. */
  async function forget(): Promise<void> {
    for (const [kid, { record }] of await store.list('key')) {
      if (isNeeded(record)) continue
      await store.delete('key', kid)
      imported.delete(kid)
    }
  }

  /** Whether the key signs now, or something that it signed may still be met. */
  const isNeeded = ({ retired_at }: KeyRecord): boolean =>
    retired_at === undefined || seconds(clock) <= retired_at + keep

  async function ensured(alg: SigningAlgorithm): Promise<KeyRecord> {
    for (;;) {
      const key = await current(alg)
      if (key) return key
      await make(alg)
    }
  }

  return {
    rotate: async (alg) => {
      await ensured(alg)
      await make(alg)
    },
    signing: async (alg) => {
      const { privateJwk } = await ensured(alg)
      const kid = kidOf(privateJwk)
      const key = imported.get(kid) ?? (importJWK(privateJwk as JWK, alg) as Promise<CryptoKey>)
      imported.set(kid, key)
      return { kid, alg, key: await key }
    },
    jwks: async () => {
      await Promise.all(signingAlgorithms.map(ensured))
      const needed = (await store.list('key')).map(([, { record }]) => record).filter(isNeeded)
      const kids = needed.map(({ privateJwk }) => kidOf(privateJwk)).join(' ')
      // No two keys have the same kid: the same names are the same keys.
      if (published?.kids !== kids) {
        published = { kids, jwks: { keys: needed.map(({ privateJwk }) => publicPart(privateJwk)) } }
      }
      return published.jwks
    },
  }
}

const kidOf = (jwk: Readonly<Record<string, string>>): string => jwk.kid as string

/** A private JWK under a name that no other has (RFC 7517 4.5). */
async function generate(
  alg: SigningAlgorithm,
  random: RandomBytes,
): Promise<Readonly<Record<string, string>>> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true, modulusLength: 2048 })
  const jwk = (await exportJWK(privateKey)) as Record<string, string>
  return { ...jwk, kid: base64url(random(12)), use: 'sig', alg }
}

/** What may be told: named one by one, so that a private part can never slip through (RFC 7518 6.2.1, 6.3.1). */
const publicMembers = ['kty', 'kid', 'use', 'alg', 'crv', 'x', 'y', 'n', 'e']

const publicPart = (jwk: Readonly<Record<string, string>>): JWK =>
  Object.fromEntries(Object.entries(jwk).filter(([name]) => publicMembers.includes(name))) as JWK
