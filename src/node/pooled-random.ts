import type { RandomBytes } from '../oauth/random.ts'

/** Asks for random bytes in bulk, which costs a fraction of asking for each few. No byte is given twice. */
export function pooledRandom(random: RandomBytes, size = 4096): RandomBytes {
  let pool = new Uint8Array()
  return (length) => {
    if (length > size) return random(length)
    // A copy that is a Uint8Array: a Buffer's slice would be a window on the bytes that are wiped below.
    if (length > pool.length) pool = Uint8Array.from(random(size))
    const bytes = pool.slice(0, length)
    pool.fill(0, 0, length)
    pool = pool.subarray(length)
    return bytes
  }
}
