import { useEffect, useMemo, useState } from 'react'
import { type JwkSet, type SignatureVerdict, verifySignature } from '../../jwt/verify.ts'

/** What is known of a token's signature so far. */
export type Signature = SignatureVerdict | 'no keys yet' | 'being verified'

/**
 * Whether one of these keys signed this token. A key set that is fetched anew and says the same changes nothing: the
 * token is verified again only when it, or a key, is another.
 */
export function useSignature(token: string, keys: JwkSet | undefined): Signature {
  const written = useMemo(() => keys && JSON.stringify(keys), [keys])
  const [known, setKnown] = useState<{ token: string; written: string; verdict: SignatureVerdict }>()
  useEffect(() => {
    if (written === undefined) return
    let current = true
    void signatureOf(token, JSON.parse(written)).then(
      (verdict) => current && setKnown({ token, written, verdict }),
    )
    return () => {
      current = false
    }
  }, [token, written])
  if (written === undefined) return 'no keys yet'
  return known?.token === token && known.written === written ? known.verdict : 'being verified'
}

/** Any of the keys will do, with an algorithm that one of them is for. */
async function signatureOf(token: string, set: JwkSet): Promise<SignatureVerdict> {
  const algorithms = set.keys.flatMap(({ alg }) => (typeof alg === 'string' ? [alg] : []))
  const together = await verifySignature(token, set, algorithms)
  if (together.verified || together.why !== 'no-key' || set.keys.length < 2) return together
  // There is no single key for it where several fit: a token need not say which (RFC 7515 4.1.4).
  const alone = await Promise.all(set.keys.map((key) => verifySignature(token, { keys: [key] }, algorithms)))
  return (
    alone.find(({ verified }) => verified) ??
    alone.find((verdict) => !verdict.verified && verdict.why === 'signature') ??
    together
  )
}
