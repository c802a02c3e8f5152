import { compactVerify, createLocalJWKSet, errors, type JSONWebKeySet } from 'jose'

export type { JSONWebKeySet as JwkSet } from 'jose'

/** Why a signature was not accepted; `no-key` when none of the keys fits the token's kid and alg. */
export type SignatureVerdict =
  | { readonly verified: true }
  | { readonly verified: false; readonly why: 'malformed' | 'algorithm' | 'no-key' | 'signature' }

/** Key sets with their keys imported, for as long as somebody holds on to them: importing costs as much as verifying. */
const imported = new WeakMap<JSONWebKeySet, ReturnType<typeof createLocalJWKSet>>()

function keysOf(set: JSONWebKeySet): ReturnType<typeof createLocalJWKSet> {
  const keys = imported.get(set) ?? createLocalJWKSet(set)
  imported.set(set, keys)
  return keys
}

/**
 * Whether one of these keys signed this compact JWS, with one of these algorithms (RFC 7515 5.2, RFC 8725 3.1).
 * Says nothing about its claims. Never rejects: what cannot be read is `malformed`. A key set must not change: another
 * one is another object.
 */
export async function verifySignature(
  token: string,
  keys: JSONWebKeySet,
  algorithms: readonly string[],
): Promise<SignatureVerdict> {
  try {
    await compactVerify(token, keysOf(keys), { algorithms: [...algorithms] })
    return { verified: true }
  } catch (error) {
    return { verified: false, why: reasonOf(error) }
  }
}

function reasonOf(error: unknown): 'malformed' | 'algorithm' | 'no-key' | 'signature' {
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported)
    return 'algorithm'
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return 'no-key'
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature'
  return 'malformed'
}
