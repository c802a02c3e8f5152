import type { Network, Site } from '../flows/ports.ts'
import { type Handler, type HttpExchange, type HttpRequest, notSent } from '../http/message.ts'
import type { Clock } from '../oauth/clock.ts'
import { keptBack, needsPreflight, preflightOf } from './preflight.ts'

/** Somebody who answers in this page, and as which role. */
export interface Host {
  readonly role: string
  readonly handle: Handler
}

type Hosts = Readonly<Record<string, Host>>

/**
 * A network whose every host lives in this page: a map from origins to handlers. Rejects, with a sentence, for an
 * origin that nobody has. What a browser would keep back is kept back, and the failed check says why.
 */
export function inPageNetwork(hosts: Hosts, clock: Clock): Network {
  async function carry(request: HttpRequest, from: string, known: Hosts): Promise<HttpExchange> {
    const to = known[request.origin]
    if (to === undefined) throw new Error(`Nobody answers at ${request.origin} in this page.`)
    const at = clock()
    const meanwhile: HttpExchange[] = []
    const { response, checks } = await to.handle(request, async (asked) => {
      const exchange = await carry(asked, to.role, known)
      meanwhile.push(exchange)
      return exchange.response
    })
    return { from, to: to.role, request, response, checks, at, meanwhile }
  }

  return {
    async exchange(request, from, site?: Site) {
      const known = site ? { ...hosts, [site.origin]: site } : hosts
      if (!needsPreflight(request, from)) return carry(request, from, known)
      const preflight = await carry(preflightOf(request), from, known)
      const refusal = keptBack(request, preflight.response)
      if (refusal) return { ...preflight, request, response: notSent, checks: [refusal], preflight }
      return { ...(await carry(request, from, known)), preflight }
    },
  }
}
