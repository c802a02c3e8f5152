/** The time, in milliseconds since the epoch. Handed in, so that a code can be made to expire and a test repeats. */
export type Clock = () => number

/** Whole seconds since the epoch, as JWTs and lifetimes count (RFC 7519 2, NumericDate). */
export const seconds = (clock: Clock): number => Math.floor(clock() / 1000)
