import type { CSSProperties } from 'react'
import type { KnownValue, Ledger as LedgerOfRun } from '../../flows/ledger.ts'
import type { Role } from '../../oauth/roles.ts'
import { useRoving } from '../keyboard/use-roving.ts'
import { ValueMark } from '../values/value-mark.tsx'

interface LedgerProps {
  readonly roles: readonly Role[]
  readonly ledger: LedgerOfRun
  /** Number of the message that it stands after; 0 before the first. */
  readonly after: number
}

/** Who knows which value, each under its lane. */
export function Ledger({ roles, ledger, after }: LedgerProps) {
  const columns = roles.map((role) => ({ role, values: ledger.knows[role.id] ?? [] }))
  const count = columns.reduce((sum, { values }) => sum + values.length, 0)
  const edited = columns.some(({ values }) => values.some(({ label }) => label.endsWith('*')))
  const { tabIndexOf, list } = useRoving(count, 0)
  const starts = columns.map((_, index) =>
    columns.slice(0, index).reduce((sum, { values }) => sum + values.length, 0),
  )
  return (
    <section aria-label="Who knows what" className="@container mx-5 border-t border-line" {...list}>
      <h2 className="pt-2 text-[11.5px] text-soft">
        Who knows what, {after === 0 ? 'before the first message' : `after message ${after}`}
        {edited && ' (* as edited)'}
      </h2>
      <dl
        className="pt-1.5 pb-2.5 @min-[560px]:max-h-[110px] @min-[560px]:overflow-y-auto @min-[560px]:[scrollbar-gutter:stable] @min-[560px]:[scrollbar-width:thin] @min-[560px]:short:max-h-[86px] @min-[560px]:-mr-5 @min-[560px]:grid @min-[560px]:grid-cols-(--lanes) @min-[560px]:pr-5"
        style={{ '--lanes': `repeat(${roles.length}, minmax(0, 1fr))` } as CSSProperties}
      >
        {columns.map(({ role, values }, column) => (
          <div
            key={role.id}
            className="flex gap-3 py-1 @min-[560px]:block @min-[560px]:py-0 @min-[560px]:text-center"
          >
            <dt className="w-24 shrink-0 text-xs leading-5 text-soft @min-[560px]:sr-only">{role.name}</dt>
            <dd className="flex min-w-0 flex-wrap gap-1 @min-[560px]:justify-center @min-[560px]:px-0.5">
              {values.length === 0 && <span className="text-xs leading-5 text-soft">nothing yet</span>}
              {values.map((known, index) => (
                <Chip key={keyOf(known)} known={known} tabIndex={tabIndexOf((starts[column] ?? 0) + index)} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const keyOf = ({ kind, value }: KnownValue): string => `${kind} ${value}`

function Chip({ known: { kind, value, label }, tabIndex }: { known: KnownValue; tabIndex: number }) {
  return (
    <ValueMark kind={kind} value={value} chip tabIndex={tabIndex}>
      {label}
    </ValueMark>
  )
}
