import { useMemo } from 'react'
import { type Header, type HttpRequest, type HttpResponse, mediaTypeOf } from '../../http/message.ts'
import { type Occurrence, occurrencesIn, type Place } from '../../http/occurrences.ts'
import { reasonPhrase } from '../../http/status.ts'
import type { Change } from './changes.ts'
import { layoutOf, type Span, urlLayout } from './layout.ts'
import { MarkedText } from './marked-text.tsx'

interface RawMessageProps {
  readonly message: HttpRequest | HttpResponse
  /** What a person changed in it. */
  readonly changes?: readonly Change[]
}

/** Most header lines that are drawn. */
const mostHeaders = 200

/** A message as it stands on the wire, with its values in their colours. Every character of it can be copied. */
export function RawMessage({ message, changes = [] }: RawMessageProps) {
  const at = useMemo(() => {
    const values = byPlace(occurrencesIn(message))
    const edits = byPlace(changes.flatMap(({ place, span }) => (place && span ? [{ place, ...span }] : [])))
    return (place: Place) => {
      const [marks, changed] = [values.get(keyOf(place)), edits.get(keyOf(place))]
      return { ...(marks && { values: marks }), ...(changed && { edits: changed }) }
    }
  }, [message, changes])
  const mediaType = mediaTypeOf(message)
  const layOut = useMemo(() => layoutOf(mediaType), [mediaType])
  // A page is drawn in the browser; of its source, the beginning is enough to see what it is.
  const first = mediaType === 'text/html' ? 1000 : 4000
  const left = message.headers.length - mostHeaders
  return (
    <pre className="font-mono text-xs leading-[1.65] break-all whitespace-pre-wrap">
      {'target' in message ? (
        <>
          <span className="text-soft">{message.method} </span>
          <MarkedText text={message.target} layOut={urlLayout} {...at({ part: 'target' })} />
          <span className="text-soft"> HTTP/1.1</span>
        </>
      ) : (
        <StatusLine status={message.status} />
      )}
      {'\n'}
      {message.headers.slice(0, mostHeaders).map((header, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: header lines are known by their place alone.
        <HeaderLine key={index} header={header} {...at({ part: 'header', index })} />
      ))}
      {left > 0 && <span className="text-soft select-none">{`… ${left} header lines more\n`}</span>}
      {message.body !== '' && (
        <>
          {'\n'}
          <MarkedText text={message.body} layOut={layOut} first={first} {...at({ part: 'body' })} />
        </>
      )}
    </pre>
  )
}

function StatusLine({ status }: { status: number }) {
  return (
    <>
      <span className="text-soft">HTTP/1.1 </span>
      <span className={status >= 400 ? 'font-medium text-bad' : 'font-medium'}>
        {status} {reasonPhrase(status)}
      </span>
    </>
  )
}

interface HeaderLineProps {
  readonly header: Header
  readonly values?: readonly Occurrence[]
  readonly edits?: readonly Span[]
}

const holdUrls = new Set(['location', 'referer'])

function HeaderLine({ header: [name, value], ...marks }: HeaderLineProps) {
  return (
    <>
      <span className="text-soft">
        <MarkedText text={name} />:{' '}
      </span>
      <MarkedText text={value} {...(holdUrls.has(name.toLowerCase()) && { layOut: urlLayout })} {...marks} />
      {'\n'}
    </>
  )
}

const keyOf = (place: Place): string => (place.part === 'header' ? `header ${place.index}` : place.part)

function byPlace<T extends { readonly place: Place }>(found: readonly T[]): Map<string, T[]> {
  const places = new Map<string, T[]>()
  for (const each of found) {
    const key = keyOf(each.place)
    const there = places.get(key)
    if (there) there.push(each)
    else places.set(key, [each])
  }
  return places
}
