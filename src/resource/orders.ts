import { type HttpRequest, type HttpResponse, mediaTypeOf } from '../http/message.ts'
import type { JsonObject } from '../jwt/decode.ts'
import { jsonAnswer } from './answers.ts'

/** One method of a route: the scope it asks for, and how it answers once the token's claims are believed. */
export interface Operation {
  readonly scope: string
  respond(request: HttpRequest, claims: JsonObject, now: number): HttpResponse
}

const orders = [
  { id: 'o-1041', item: 'Pocket watch', quantity: 1, status: 'delivered' },
  { id: 'o-1042', item: 'Teapot', quantity: 2, status: 'on its way' },
  { id: 'o-1043', item: 'Croquet mallet', quantity: 4, status: 'received' },
] as const

const listOrders: Operation = {
  scope: 'orders:read',
  respond: (_, { sub, client_id }) => jsonAnswer(200, { sub, client_id, orders }),
}

/** Answers with the order as if it were kept; the API is stateless and keeps nothing. */
const createOrder: Operation = {
  scope: 'orders:write',
  respond: (request, { sub }, now) => {
    if (mediaTypeOf(request) !== 'application/json')
      return jsonAnswer(415, problem('An order is JSON: Content-Type: application/json.'))
    const order = jsonObject(request.body)
    if (!order) return jsonAnswer(400, problem('The body is not a JSON object.'))
    const id = `o-${now}`
    return jsonAnswer(201, { ...order, id, sub, status: 'received' }, [['Location', `/orders/${id}`]])
  },
}

/** What the API offers, by path and method. */
export const routes: ReadonlyMap<string, ReadonlyMap<string, Operation>> = new Map([
  [
    '/orders',
    new Map([
      ['GET', listOrders],
      ['POST', createOrder],
    ]),
  ],
])

/** What is wrong with a request, beside its token. */
export const problem = (error_description: string) => ({ error: 'invalid_request', error_description })

function jsonObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
