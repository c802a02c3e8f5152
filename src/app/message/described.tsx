import type { ReactNode } from 'react'
import type { Meaning } from '../../oauth/meaning.ts'
import { SectionLink } from '../checks/section-link.tsx'
import { MarkedText } from './marked-text.tsx'
import type { Marks } from './pieces.ts'

/** A name, its value, what it means, and what is odd about it. */
export interface Described {
  readonly name: string
  /** Decoded. */
  readonly value: string
  readonly values?: Marks['values']
  readonly meaning?: Meaning | undefined
  readonly oddities?: readonly string[]
  /** The value in other words, such as a time of day. */
  readonly gloss?: string | undefined
}

interface DescribedListProps {
  readonly title: ReactNode
  readonly rows: readonly Described[]
}

const most = 200

/** Names and values, one below the other, each explained. */
export function DescribedList({ title, rows }: DescribedListProps) {
  return (
    <div className="px-[18px] py-3">
      <h3 className="mb-1.5 text-xs font-medium text-soft">{title}</h3>
      <dl className="@container grid gap-y-2.5">
        {rows.slice(0, most).map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand twice.
          <Row key={index} row={row} />
        ))}
      </dl>
      {rows.length > most && <p className="mt-2 text-soft">… and {rows.length - most} more</p>}
    </div>
  )
}

function Row({ row: { name, value, values, meaning, oddities = [], gloss } }: { row: Described }) {
  return (
    <div className="grid gap-x-4 @md:grid-cols-[144px_minmax(0,1fr)]">
      <dt className="font-mono text-xs leading-5 wrap-anywhere text-soft">
        {name === '' ? '(no name)' : name.slice(0, 500)}
      </dt>
      <dd className="min-w-0">
        <div className="font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap">
          {value === '' ? (
            <span className="font-sans text-soft">empty</span>
          ) : (
            <MarkedText text={value} {...(values && { values })} />
          )}
          {gloss && <span className="ml-2 font-sans text-soft">{gloss}</span>}
        </div>
        {oddities.map((oddity) => (
          <p key={oddity} className="text-xs leading-5 text-bad">
            {oddity}
          </p>
        ))}
        <p className="text-xs leading-[1.45] text-soft">
          {meaning ? (
            <>
              {meaning.says} <SectionLink section={meaning.section} inText />
            </>
          ) : (
            'No meaning is recorded for this name.'
          )}
        </p>
      </dd>
    </div>
  )
}
