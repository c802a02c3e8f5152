import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import type { JwkSet } from '../jwt/verify.ts'
import { type Clock, seconds } from '../oauth/clock.ts'
import type { Lifetimes } from './configuration.ts'
import type { KeyRecord, SigningAlgorithm, Store } from './store.ts'

/** Every algorithm that this server has a key for. RS256 is what a client may count on (OIDC Discovery 3). */
export const signingAlgorithms = ['RS256', 'ES256'] as const satisfies readonly SigningAlgorithm[]

export interface SigningKey {
  readonly kid: string
  readonly alg: SigningAlgorithm
  readonly key: CryptoKey
}

export interface Keys {
  /** The key that signs now; made when there is none yet. */
  signing(alg: SigningAlgorithm): Promise<SigningKey>
  /** The public parts of every key whose signatures may still be met (OIDC Core 10.1.1). */
  jwks(): Promise<JwkSet>
  /** Puts a new key in the place of the one that signs; the old one stays published as long as it is needed. */
  rotate(alg: SigningAlgorithm): Promise<void>
}

/** Keys being made, by store: two servers over one store, or two first requests at once, make one key. */
const making = new WeakMap<Store, Map<SigningAlgorithm, Promise<void>>>()

export function createKeys({
  store,
  clock,
  lifetimes,
}: {
  readonly store: Store
  readonly clock: Clock
  readonly lifetimes: Lifetimes
}): Keys {
  const imported = new Map<string, Promise<CryptoKey>>()
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
    const privateJwk = await generate(alg)
    const created_at = seconds(clock)
    await store.put('key', kidOf(privateJwk), { alg, privateJwk, created_at })
    if (old) await store.put('key', kidOf(old.privateJwk), { ...old, retired_at: created_at })
  }

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
      const now = seconds(clock)
      const records = (await store.list('key')).map(([, { record }]) => record)
      const needed = records.filter(({ retired_at }) => retired_at === undefined || now <= retired_at + keep)
      return { keys: needed.map(({ privateJwk }) => publicPart(privateJwk)) }
    },
  }
}

const kidOf = (jwk: Readonly<Record<string, string>>): string => jwk.kid as string

/** A private JWK named by its thumbprint (RFC 7638). */
async function generate(alg: SigningAlgorithm): Promise<Readonly<Record<string, string>>> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true, modulusLength: 2048 })
  const jwk = (await exportJWK(privateKey)) as Record<string, string>
  return { ...jwk, kid: await calculateJwkThumbprint(jwk as JWK), use: 'sig', alg }
}

/** What may be told: named one by one, so that a private part can never slip through (RFC 7518 6.2.1, 6.3.1). */
const publicMembers = ['kty', 'kid', 'use', 'alg', 'crv', 'x', 'y', 'n', 'e']

const publicPart = (jwk: Readonly<Record<string, string>>): JWK =>
  Object.fromEntries(Object.entries(jwk).filter(([name]) => publicMembers.includes(name))) as JWK
