import type { DecodedJwt } from '../../jwt/decode.ts'
import { OutcomeIcon } from '../checks/outcome-icon.tsx'
import type { Signature } from './use-signature.ts'

interface SignatureVerdictProps {
  /** The token's header. */
  readonly header: DecodedJwt['header']
  readonly signature: Signature
}

/** Whether one of the server's keys signed this token. Only a verified token is called verified. */
export function SignatureVerdict({ header, signature }: SignatureVerdictProps) {
  const verified = typeof signature === 'string' ? undefined : signature.verified
  const outcome = verified === undefined ? 'not reached' : verified ? 'passed' : 'failed'
  return (
    <p className="flex items-baseline gap-2 text-[13px] wrap-anywhere">
      <OutcomeIcon outcome={outcome} className="translate-y-0.5 shrink-0" />
      <span className={verified === false ? 'text-bad' : verified ? '' : 'text-soft'}>
        {wordsOf(signature, header)}
      </span>
    </p>
  )
}

function wordsOf(signature: Signature, header: DecodedJwt['header']): string {
  const [kid, alg] = [header.kid, header.alg].map((text) =>
    typeof text === 'string' ? text.slice(0, 200) : undefined,
  )
  if (signature === 'no keys yet') return 'Not verified: the server’s keys are not fetched yet.'
  if (signature === 'being verified') return 'Being verified …'
  if (signature.verified) {
    return `Signature verified: signed by ${kid === undefined ? 'a key' : `key ${kid}`} of the server, with ${alg}.`
  }
  return {
    signature: `Signature does not match: ${kid === undefined ? 'no key' : `key ${kid}`} of the server ${kid === undefined ? 'signed' : 'did not sign'} this header and payload.`,
    'no-key': `Not verified: the server has no key${kid === undefined ? '' : ` ${kid}`} for it.`,
    algorithm: `Not verified: ${alg ?? 'no algorithm'} is not an algorithm of the server’s keys.`,
    malformed: 'Not verified: this is not a signed token that can be read.',
  }[signature.why]
}
