import type { Step } from '../../flows/flow.ts'
import { cite } from '../../oauth/section.ts'

/** What a walk will do, before its first message. */
export function Outline({ steps }: { steps: readonly Step[] }) {
  return (
    <>
      <section aria-label="Message" className="px-[18px] py-4">
        <h2 className="font-semibold">What will happen</h2>
        <p className="mt-1 text-soft text-pretty">
          One press, one message. Here you will see it as it was sent, byte for byte, and why it was accepted
          or refused. Any of them can be changed first.
        </p>
        <ol className="mt-4 grid gap-2.5">
          {steps.map(({ id, action, section }, index) => (
            <li key={id} className="grid grid-cols-[20px_minmax(0,1fr)_auto] items-baseline gap-x-2">
              <span className="text-xs text-soft tabular-nums">{index + 1}</span>
              {action}
              <span className="text-xs text-soft">{cite(section)}</span>
            </li>
          ))}
        </ol>
      </section>
      <section aria-label="Server checks" className="px-[18px] text-soft">
        Nothing was checked yet.
      </section>
    </>
  )
}
