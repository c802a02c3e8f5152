import { type ReactNode, useMemo } from 'react'
import { type HttpExchange, type HttpRequest, pathOf, wasSent } from '../../http/message.ts'
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

/** The request, what was asked before and meanwhile, and the response. */
export function RawExchange({ exchange, prepared, nameOf }: RawExchangeProps) {
  const { request, response, preflight, meanwhile } = exchange
  const changes = useMemo(() => (prepared ? changesBetween(prepared, request) : []), [prepared, request])
  const values = useMemo(() => (prepared ? occurrencesIn(prepared) : []), [prepared])
  return (
    <div className="divide-y divide-line">
      {preflight && (
        <Nested exchange={preflight} nameOf={nameOf}>
          Before it the browser asked {nameOf(preflight.to)}:
        </Nested>
      )}
      <div className="px-[18px] py-3">
        <h3 className="sr-only">Request</h3>
        <RawMessage message={request} changes={changes} />
        <ChangesNote changes={changes} values={values} />
      </div>
      {meanwhile.map((asked, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what happened stays in its order.
        <Nested key={index} exchange={asked} nameOf={nameOf}>
          Meanwhile {nameOf(asked.from)} asked {nameOf(asked.to)}:
        </Nested>
      ))}
      <div className="px-[18px] py-3">
        <h3 className="sr-only">Response</h3>
        {wasSent(response) ? (
          <RawMessage message={response} />
        ) : (
          <p className="text-soft">The browser kept this request back, so there is no response.</p>
        )}
      </div>
    </div>
  )
}

interface NestedProps {
  readonly exchange: HttpExchange
  readonly nameOf: RawExchangeProps['nameOf']
  /** Who asked whom, and when. */
  readonly children: ReactNode
}

/** An exchange that was had on the way to this one's answer. */
function Nested({ exchange, nameOf, children }: NestedProps) {
  const { request, response } = exchange
  return (
    <details className="group">
      <summary className="px-[18px] py-2 text-xs leading-5 text-soft wrap-anywhere hover:text-ink">
        {children}{' '}
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
