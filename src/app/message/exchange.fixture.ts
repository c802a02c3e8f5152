import type { ExchangeEntry } from '../../flows/run.ts'
import type { HttpExchange, HttpRequest, HttpResponse } from '../../http/message.ts'

export const tokenRequest: HttpRequest = {
  method: 'POST',
  origin: 'https://as.glassbox.example',
  target: '/token',
  headers: [
    ['Host', 'as.glassbox.example'],
    ['Authorization', 'Basic d2ViLWFwcDp3ZWItYXBwLXNlY3JldA=='],
    ['Content-Type', 'application/x-www-form-urlencoded'],
  ],
  body: 'grant_type=authorization_code&code=Vx3n-8kQ0s7mC2aJ&redirect_uri=https%3A%2F%2Fapp.shop.example%2Fcallback',
}

export const refusal: HttpResponse = {
  status: 400,
  headers: [['Content-Type', 'application/json']],
  body: '{"error":"invalid_grant"}',
}

export const exchangeOf = (change: Partial<HttpExchange> = {}): HttpExchange => ({
  from: 'client',
  to: 'authorization-server',
  request: tokenRequest,
  response: refusal,
  checks: [],
  at: Date.UTC(2026, 0, 2, 3, 4, 5),
  meanwhile: [],
  ...change,
})

export const entryOf = (change: Partial<HttpExchange> = {}, prepared?: HttpRequest): ExchangeEntry => ({
  kind: 'exchange',
  step: 'token',
  checks: [],
  learned: {},
  outcome: 'failed',
  before: undefined,
  aside: false,
  exchange: exchangeOf(change),
  ...(prepared && { prepared }),
})
