import type { CSSProperties } from 'react'
import type { Span } from './span.ts'

interface ArrowProps {
  readonly span: Span
  readonly dashed: boolean
  readonly bold: boolean
  /** Text colour class: the arrow is drawn in the current colour. */
  readonly colour: string
  /** Set while the arrow is to draw itself. */
  readonly timing: CSSProperties | undefined
}

/** From sender to receiver: solid for a request, dashed for a response. */
export function Arrow({ span, dashed, bold, colour, timing }: ArrowProps) {
  const { left, width, leftwards } = span
  const draws = timing && (leftwards ? 'draws-left' : 'draws-right')
  return (
    <span
      className={`absolute top-7 hidden h-0 border-current @min-[560px]:block ${bold ? 'border-t-2' : 'border-t-[1.5px]'} ${
        dashed ? 'border-dashed' : ''
      } ${colour} ${draws ?? ''}`}
      style={{ left: `${left}%`, width: `${width}%`, ...timing }}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 6 8"
        className={`absolute h-2 w-1.5 fill-current ${bold ? '-top-[5px]' : '-top-[4.75px]'} ${
          leftwards ? 'left-0 rotate-180' : 'right-0'
        }`}
      >
        <path d="M0 0 6 4 0 8Z" />
      </svg>
    </span>
  )
}
