import { useMemo } from 'react'
import { type HttpExchange, type HttpRequest, pathOf } from '../../http/message.ts'
import { occurrencesIn } from '../../http/occurrences.ts'
import { changesBetween } from './changes.ts'
import { ChangesNote } from './changes-note.tsx'
import { RawMessage } from './raw-message.tsx'

interface RawExchangeProps {
  readonly exchange: HttpExchange
  /** What would have been sent, where a person changed it. */
  readonly prepared?: HttpRequest | undefined
  readonly nameOf: (role: string) => string
}

/** The request, what its receiver asked of others meanwhile, and the response. */
export function RawExchange({ exchange, prepared, nameOf }: RawExchangeProps) {
  const { request, response, meanwhile } = exchange
  const changes = useMemo(() => (prepared ? changesBetween(prepared, request) : []), [prepared, request])
  const values = useMemo(() => (prepared ? occurrencesIn(prepared) : []), [prepared])
  return (
    <div className="divide-y divide-line">
      <div className="px-[18px] py-3">
        <h3 className="sr-only">Request</h3>
        <RawMessage message={request} changes={changes} />
        <ChangesNote changes={changes} values={values} />
      </div>
      {meanwhile.map((asked, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what happened stays in its order.
        <Meanwhile key={index} exchange={asked} nameOf={nameOf} />
      ))}
      <div className="px-[18px] py-3">
        <h3 className="sr-only">Response</h3>
        <RawMessage message={response} />
      </div>
    </div>
  )
}

/** An exchange that the receiver had with somebody else before it answered. */
function Meanwhile({ exchange, nameOf }: { exchange: HttpExchange; nameOf: RawExchangeProps['nameOf'] }) {
  const { from, to, request, response } = exchange
  return (
    <details className="group">
      <summary className="px-[18px] py-2 text-xs leading-5 text-soft wrap-anywhere hover:text-ink">
        Meanwhile {nameOf(from)} asked {nameOf(to)}:{' '}
        <code className="font-mono text-ink">
          {request.method} {pathOf(request.target).slice(0, 200)}
        </code>{' '}
        {response.status}
      </summary>
      <div className="mb-3 ml-[18px] border-l border-line">
        <RawExchange exchange={exchange} nameOf={nameOf} />
      </div>
    </details>
  )
}
