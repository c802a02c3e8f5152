import { base64url } from './base64url.ts'
import type { RandomBytes } from './random.ts'
import { randomText } from './random.ts'

export type CodeChallengeMethod = 'S256' | 'plain'

/** A code verifier: 43 characters of 256 bits (RFC 7636 4.1). */
export const codeVerifier = (random: RandomBytes): string => randomText(random)

/** Whether a text has the form of a code verifier, or of a challenge: 43 to 128 unreserved characters (4.1, 4.2). */
export const isCodeVerifier = (text: string): boolean => /^[A-Za-z0-9\-._~]{43,128}$/.test(text)

/** The challenge that goes with a verifier (RFC 7636 4.2). */
export async function codeChallenge(verifier: string, method: CodeChallengeMethod): Promise<string> {
  if (method === 'plain') return verifier
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return base64url(new Uint8Array(digest))
}
