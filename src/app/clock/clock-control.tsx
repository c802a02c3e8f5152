import { useId } from 'react'
import { offsetText } from './duration.ts'
import { useTicking } from './use-ticking.ts'

interface ClockControlProps {
  /** Milliseconds since the epoch by the run's clock. */
  readonly now: () => number
  /** How far it is ahead of the real one, in milliseconds. */
  readonly offset: number
  readonly onMove: (seconds: number) => void
  readonly onReset: () => void
}

const moves = [
  { label: '+30 s', seconds: 30 },
  { label: '+1 min', seconds: 60 },
  { label: '+5 min', seconds: 300 },
  { label: '+1 h', seconds: 3600 },
  { label: '+1 day', seconds: 86400 },
]

/** The clock that server, API and client go by, and the means to move it, in a popover of the browser's own. */
export function ClockControl({ now, offset, onMove, onReset }: ClockControlProps) {
  const id = useId()
  return (
    <>
      <button type="button" popoverTarget={id} className="pill">
        <span className="text-soft max-sm:sr-only">clock </span>
        <Time now={now} />
        <span className={offset === 0 ? 'text-soft' : 'font-medium'}>{offsetText(offset)}</span>
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Move the clock"
        className="absolute inset-[auto] top-[53px] right-5 w-72 rounded-xl border border-line bg-panel p-4 text-ink shadow-lg"
      >
        <p className="text-sm text-pretty text-soft">
          Everybody in this run goes by this clock. Move it to see what expires: a code lives 60 s, an access
          token 5 min.
        </p>
        <div className="mt-3 flex flex-wrap gap-1.5">
          {moves.map(({ label, seconds }) => (
            <button
              key={label}
              type="button"
              onClick={() => onMove(seconds)}
              className="btn px-2.5 text-sm tabular-nums"
            >
              {label}
            </button>
          ))}
          <button
            type="button"
            aria-disabled={offset === 0}
            onClick={() => offset !== 0 && onReset()}
            className="btn px-2.5 text-sm"
          >
            Back to now
          </button>
        </div>
      </div>
    </>
  )
}

/** Ticks, and so is kept from a screen reader. */
function Time({ now }: Pick<ClockControlProps, 'now'>) {
  const time = new Date(useTicking(now))
  const digits = [time.getHours(), time.getMinutes(), time.getSeconds()]
  return (
    <span aria-hidden="true" className="tabular-nums">
      {digits.map((digit) => `${digit}`.padStart(2, '0')).join(':')}
    </span>
  )
}
