import { base64url } from './base64url.ts'

/** Fills and returns that many random bytes. Handed in, so that a test repeats. */
export type RandomBytes = (length: number) => Uint8Array

/** Unguessable text: 256 bits as 43 base64url characters, well over what RFC 6749 10.10 asks for. */
export const randomText = (random: RandomBytes): string => base64url(random(32))
