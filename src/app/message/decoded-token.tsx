import { nestedValuesOf } from '../../http/occurrences.ts'
import { claims, headerParameters } from '../../jwt/claims.ts'
import type { JwkSet } from '../../jwt/verify.ts'
import { meaningOf } from '../../oauth/meaning.ts'
import { valueKinds } from '../../oauth/values.ts'
import { ValueMark } from '../values/value-mark.tsx'
import { type Described, DescribedList } from './described.tsx'
import { SignatureVerdict } from './signature-verdict.tsx'
import { timeInWords } from './times.ts'
import type { FoundToken } from './tokens.ts'
import { useSignature } from './use-signature.ts'

interface DecodedTokenProps {
  readonly token: FoundToken
  readonly keys: JwkSet | undefined
  /** When the message was sent, in milliseconds since the epoch. */
  readonly at: number
}

/** A JWT as its header and its claims, each explained, and whether the server signed it. */
export function DecodedToken({ token, keys, at }: DecodedTokenProps) {
  const { jwt, where, kind, text } = token
  const signature = useSignature(text, keys)
  const nested = nestedValuesOf(jwt)
  const claimRow = ([name, claim]: [string, unknown]): Described => {
    const value = textOf(claim)
    const meaning = meaningOf(claims, name)
    const known = nested.find((each) => each.claim === name)
    return {
      name,
      value,
      meaning,
      ...(known && { values: [{ kind: known.kind, value, start: 0, end: value.length }] }),
      gloss: meaning?.time ? timeInWords(claim, at) : undefined,
    }
  }
  return (
    <article className="py-3">
      <div className="grid gap-1 px-[18px]">
        <h3 className="font-semibold">
          {kind ? (
            <ValueMark kind={kind} value={text}>
              {valueKinds[kind].name}
            </ValueMark>
          ) : (
            'JWT'
          )}{' '}
          <span className="font-normal text-soft">{where}</span>
        </h3>
        <SignatureVerdict header={jwt.header} signature={signature} />
      </div>
      <DescribedList
        title="Header"
        rows={Object.entries(jwt.header).map(([name, value]) => ({
          name,
          value: textOf(value),
          meaning: meaningOf(headerParameters, name),
        }))}
      />
      <DescribedList title="Payload" rows={Object.entries(jwt.payload).map(claimRow)} />
    </article>
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
