import { useMemo } from 'react'
import type { HttpExchange } from '../../http/message.ts'
import type { JwkSet } from '../../jwt/verify.ts'
import { meaningOf } from '../../oauth/meaning.ts'
import { parameters } from '../../oauth/parameters.ts'
import { DecodedToken } from './decoded-token.tsx'
import { DescribedList } from './described.tsx'
import { credentialsIn, tokensIn } from './tokens.ts'

interface DecodedTabProps {
  readonly exchange: HttpExchange
  readonly keys: JwkSet | undefined
}

/** What lies behind the encodings in a request and its response: JWTs and Basic credentials. */
export function DecodedTab({ exchange, keys }: DecodedTabProps) {
  const tokens = useMemo(() => tokensIn(exchange), [exchange])
  const credentials = credentialsIn(exchange.request)
  if (tokens.length === 0 && !credentials)
    return <p className="px-[18px] py-3 text-soft">Nothing to decode in this message.</p>
  return (
    <div className="divide-y divide-line">
      {credentials && (
        <DescribedList
          title="Basic credentials of the request"
          rows={[
            {
              name: 'client_id',
              value: credentials.id,
              meaning: meaningOf(parameters, 'client_id'),
            },
            {
              name: 'client_secret',
              value: credentials.secret,
              values: [
                {
                  kind: 'client_secret',
                  value: credentials.secret,
                  start: 0,
                  end: credentials.secret.length,
                },
              ],
              meaning: meaningOf(parameters, 'client_secret'),
            },
          ]}
        />
      )}
      {tokens.map((token) => (
        <DecodedToken key={token.text} token={token} keys={keys} at={exchange.at} />
      ))}
    </div>
  )
}
