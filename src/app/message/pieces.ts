import type { Occurrence } from '../../http/occurrences.ts'
import type { Layout, Span } from './layout.ts'

/** A stretch of text that is drawn in one way. */
export interface Piece {
  readonly start: number
  readonly text: string
  readonly soft: boolean
  readonly edited: boolean
  readonly occurrence?: Pick<Occurrence, 'kind' | 'value'>
  /** White space that is drawn before it and is not in the text. */
  readonly space?: string
}

export interface Marks {
  /** Values of a known kind, in order. */
  readonly values?: readonly (Span & Pick<Occurrence, 'kind' | 'value'>)[]
  /** What a person changed, in order. */
  readonly edits?: readonly Span[]
}

/** A text cut wherever the way it is drawn changes. The pieces' texts together are the text. */
export function piecesOf(text: string, layout: Layout, { values = [], edits = [] }: Marks): Piece[] {
  const spaces = new Map(layout.spaces.map(({ at, space }) => [at, space]))
  const cuts = new Set([0, ...spaces.keys()])
  for (const spans of [layout.soft, values, edits]) {
    for (const { start, end } of spans) {
      if (start >= text.length) break
      cuts.add(start).add(Math.min(end, text.length))
    }
  }
  const starts = [...cuts].filter((cut) => cut < text.length).sort((a, b) => a - b)
  const softAt = cover(layout.soft)
  const valueAt = cover(values)
  const editAt = cover(edits)
  return starts.map((start, index) => {
    const occurrence = valueAt(start)
    const space = spaces.get(start)
    return {
      start,
      text: text.slice(start, starts[index + 1]),
      soft: softAt(start) !== undefined,
      edited: editAt(start) !== undefined,
      ...(occurrence && { occurrence }),
      ...(space !== undefined && { space }),
    }
  })
}

/** Which of these spans, in order and apart, covers an offset. To be asked with rising offsets. */
function cover<S extends Span>(spans: readonly S[]): (offset: number) => S | undefined {
  let index = 0
  return (offset) => {
    let span = spans[index]
    while (span && span.end <= offset) span = spans[++index]
    return span && span.start <= offset ? span : undefined
  }
}
