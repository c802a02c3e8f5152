import { base64url } from 'jose'

/**
 * The left half of the hash of an ASCII text, base64url, with the hash that the signature algorithm names:
 * `at_hash` of an access token, `c_hash` of a code (OIDC Core 3.1.3.6 and 3.3.2.11).
 */
export async function halfHash(text: string, alg: string): Promise<string> {
  const digest = new Uint8Array(
    await crypto.subtle.digest(`SHA-${alg.slice(-3)}`, new TextEncoder().encode(text)),
  )
  return base64url.encode(digest.subarray(0, digest.length / 2))
}
