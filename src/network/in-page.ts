import type { Network, Site } from '../flows/ports.ts'
import type { Handler, HttpExchange, HttpRequest } from '../http/message.ts'
import type { Clock } from '../oauth/clock.ts'

/** Somebody who answers in this page, and as which role. */
export interface Host {
  readonly role: string
  readonly handle: Handler
}

/** A network whose every host lives in this page: a map from origins to handlers. Rejects for an origin that nobody has. */
export function inPageNetwork(hosts: Readonly<Record<string, Host>>, clock: Clock): Network {
  async function exchange(
    request: HttpRequest,
    from: string,
    sites: Readonly<Record<string, Host>>,
  ): Promise<HttpExchange> {
    const to = sites[request.origin]
    if (to === undefined) throw new Error(`Nobody answers at ${request.origin} in this page.`)
    const at = clock()
    const meanwhile: HttpExchange[] = []
    const { response, checks } = await to.handle(request, async (asked) => {
      const nested = await exchange(asked, to.role, sites)
      meanwhile.push(nested)
      return nested.response
    })
    return { from, to: to.role, request, response, checks, at, meanwhile }
  }
  return {
    exchange: (request, from, site?: Site) =>
      exchange(request, from, site ? { ...hosts, [site.origin]: site } : hosts),
  }
}
