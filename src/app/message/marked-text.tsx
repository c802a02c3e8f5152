import { useMemo, useState } from 'react'
import { ValueMark } from '../values/value-mark.tsx'
import { type LayOut, plain } from './layout.ts'
import { type Marks, type Piece, piecesOf } from './pieces.ts'

interface MarkedTextProps extends Marks {
  readonly text: string
  readonly layOut?: LayOut
  /** How many characters are drawn before somebody asks for more. */
  readonly first?: number
}

/**
 * A text with its values in their colours. Copying gives exactly the text: what breaks a line for the eye alone is
 * generated content, which is not copied.
 */
export function MarkedText({ text, layOut = plain, first = 4000, values, edits }: MarkedTextProps) {
  const [limit, setLimit] = useState(first)
  const pieces = useMemo(() => {
    const shown = text.slice(0, limit)
    return piecesOf(shown, layOut(shown), { ...(values && { values }), ...(edits && { edits }) })
  }, [text, limit, layOut, values, edits])
  return (
    <>
      {pieces.map((piece) => (
        <PieceText key={piece.start} piece={piece} />
      ))}
      {text.length > limit && (
        <More
          left={text.length - limit}
          step={Math.min(limit * 4, text.length) - limit}
          onMore={() => setLimit(limit * 4)}
        />
      )}
    </>
  )
}

function PieceText({ piece: { text, soft, edited, occurrence, space } }: { piece: Piece }) {
  const className = [
    soft && 'text-soft',
    edited && 'underline decoration-accent decoration-dotted decoration-2 underline-offset-3',
    space !== undefined && 'before:content-[attr(data-space)]',
  ]
    .filter(Boolean)
    .join(' ')
  const drawn = className ? (
    <span className={className} {...(space !== undefined && { 'data-space': space })}>
      {text}
    </span>
  ) : (
    text
  )
  return occurrence ? <ValueMark {...occurrence}>{drawn}</ValueMark> : drawn
}

function More({ left, step, onMore }: { left: number; step: number; onMore: () => void }) {
  return (
    <span className="font-sans text-soft select-none">
      {' '}
      … {left.toLocaleString('en')} characters more{' '}
      <button type="button" onClick={onMore} className="text-accent underline-offset-3 hover:underline">
        Show {step.toLocaleString('en')}
      </button>
    </span>
  )
}
