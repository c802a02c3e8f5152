import { useEffect, useState } from 'react'
import { type JwkSet, type SignatureVerdict as Verdict, verifySignature } from '../../jwt/verify.ts'
import { OutcomeIcon } from '../checks/outcome-icon.tsx'
import type { FoundToken } from './tokens.ts'

interface SignatureVerdictProps {
  readonly token: FoundToken
  /** The server's public keys; undefined while nobody has them. */
  readonly keys: JwkSet | undefined
}

/** Whether one of the server's keys signed this token. Only a verified token is called verified. */
export function SignatureVerdict({ token, keys }: SignatureVerdictProps) {
  const verdict = useVerdict(token.text, keys)
  const outcome = !verdict ? 'not reached' : verdict.verified ? 'passed' : 'failed'
  return (
    <p className="flex items-baseline gap-2 text-[13px] wrap-anywhere">
      <OutcomeIcon outcome={outcome} className="translate-y-0.5 shrink-0" />
      <span className={verdict?.verified === false ? 'text-bad' : verdict ? '' : 'text-soft'}>
        {keys ? wordsOf(verdict, token) : 'Not verified: the server’s keys are not fetched yet.'}
      </span>
    </p>
  )
}

function useVerdict(text: string, keys: JwkSet | undefined): Verdict | undefined {
  const [state, setState] = useState<{ text: string; keys: JwkSet; verdict: Verdict }>()
  useEffect(() => {
    if (!keys) return
    let current = true
    const algorithms = keys.keys.flatMap(({ alg }) => (typeof alg === 'string' ? [alg] : []))
    void verifySignature(text, keys, algorithms).then(
      (verdict) => current && setState({ text, keys, verdict }),
    )
    return () => {
      current = false
    }
  }, [text, keys])
  return state?.text === text && state.keys === keys ? state.verdict : undefined
}

function wordsOf(verdict: Verdict | undefined, { jwt: { header } }: FoundToken): string {
  const [kid, alg] = [header.kid, header.alg].map((text) =>
    typeof text === 'string' ? text.slice(0, 200) : undefined,
  )
  if (!verdict) return 'Being verified …'
  const key = kid === undefined ? 'a key' : `key ${kid}`
  if (verdict.verified) return `Signature verified: signed by ${key} of the server, with ${alg}.`
  return {
    signature: `Signature does not match: ${key} of the server did not sign this header and payload.`,
    'no-key': `Not verified: the server has no key${kid === undefined ? '' : ` ${kid}`} for it.`,
    algorithm: `Not verified: ${alg ?? 'no algorithm'} is not an algorithm of the server’s keys.`,
    malformed: 'Not verified: this is not a signed token that can be read.',
  }[verdict.why]
}
