import type { Row } from '../../flows/sequence.ts'
import { type ValueKind, valueKinds } from '../../oauth/values.ts'
import { hueOf, ValueMark } from '../values/value-mark.tsx'

/** Longest first, so that `access token` wins over a shorter name inside it. */
const kinds = (Object.keys(valueKinds) as ValueKind[]).sort(
  (a, b) => valueKinds[b].name.length - valueKinds[a].name.length,
)
const kindNames = new RegExp(`\\b(${kinds.map((kind) => valueKinds[kind].name).join('|')})\\b`)

interface LabelProps {
  readonly row: Pick<Row, 'kind' | 'text' | 'carries' | 'edited' | 'again'>
}

/** What a row says: its message, its marks, and the kinds of value that it carries. */
export function Label({ row }: LabelProps) {
  return (
    <>
      {row.kind === 'local' ? <KindsInColour text={row.text} /> : row.text}
      {row.edited && <span className="font-semibold"> · edited</span>}
      {row.again && row.kind === 'request' && <span className="font-normal text-soft"> · sent again</span>}
      {row.carries.map(({ kind, value }) => (
        <span key={kind} className="font-normal">
          <span className="text-soft"> · </span>
          <ValueMark kind={kind} value={value}>
            {valueKinds[kind].name}
          </ValueMark>
        </span>
      ))}
    </>
  )
}

/** The text of local work names what it made; a kind's name has the kind's colour. */
function KindsInColour({ text }: { text: string }) {
  return text.split(kindNames).map((part, index) => {
    const kind = kinds.find((candidate) => valueKinds[candidate].name === part)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed text never move
      <span key={index} className={kind && hueOf(kind)}>
        {part}
      </span>
    )
  })
}
