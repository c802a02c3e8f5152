import { Fragment } from 'react'
import type { Role } from '../../oauth/roles.ts'

/** Who takes part, each over its lane; in a narrow stage, in one line. */
export function LaneHeads({ roles }: { roles: readonly Role[] }) {
  return (
    <div className="sticky top-0 z-10 bg-paper after:pointer-events-none after:absolute after:inset-x-0 after:top-full after:h-2 after:bg-linear-to-b after:from-paper after:to-transparent">
      <div
        className="hidden items-start pt-3.5 pb-2.5 text-center short:pt-2.5 short:pb-1.5 @min-[560px]:grid"
        style={{ gridTemplateColumns: `repeat(${roles.length}, minmax(0, 1fr))` }}
      >
        {roles.map(({ id, name, term }) => (
          <div key={id} className="min-w-0 px-0.5">
            <div className="truncate text-[13px] font-semibold tracking-[-0.01em]">{name}</div>
            <div className="truncate text-[11.5px] leading-4 text-soft">{term}</div>
          </div>
        ))}
      </div>
      <p className="border-b border-line px-2 py-2 text-[11.5px] leading-4 text-soft @min-[560px]:hidden">
        {roles.map(({ id, name }, index) => (
          <Fragment key={id}>
            {index > 0 && ' · '}
            <span className="whitespace-nowrap">{name}</span>
          </Fragment>
        ))}
      </p>
    </div>
  )
}

/** The line under each head. */
export function Lifelines({ count }: { count: number }) {
  return Array.from({ length: count }, (_, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place
      key={index}
      className="absolute inset-y-0 hidden w-px bg-line @min-[560px]:block"
      style={{ left: `${((index + 0.5) / count) * 100}%` }}
    />
  ))
}
