import type { HttpResponse } from '../../http/message.ts'
import { type Check, type Fail, overturn, runChecks, type Verdict } from '../../oauth/check.ts'
import type { Received } from '../facts/received.ts'
import type { TokenFacts } from '../facts/token.ts'

/** One grant type at the token endpoint, from its checks to its tokens. */
export interface Grant {
  readonly checks: readonly Pick<Check<object>, 'id' | 'title' | 'section'>[]
  /** `shared` are the checks of the token endpoint itself; the grant's own come after them. */
  respond(shared: readonly Check<TokenFacts>[], given: Received): Promise<Granted>
}

/** The verdict, and with an accepted one the response. */
export type Granted =
  | { readonly verdict: Verdict<TokenFacts> & { readonly accepted: true }; readonly response: HttpResponse }
  | { readonly verdict: Verdict<TokenFacts> & { readonly accepted: false } }

/** A check that passed, and did not hold when it came to acting on it. */
export interface Lost {
  readonly id: string
  readonly failure: Fail
}

/** A grant of checks over its own facts, and of what to do once all of them hold. */
export const defineGrant = <Facts extends TokenFacts>(grant: {
  readonly checks: readonly Check<Facts>[]
  readonly issue: (facts: Facts) => Promise<HttpResponse | Lost>
}): Grant => ({
  checks: grant.checks,
  respond: async (shared, given) => {
    // A check over fewer facts serves wherever there are more; the compiler sees that of named types only.
    const checks = [...(shared as readonly unknown[] as readonly Check<Facts>[]), ...grant.checks]
    const verdict = await runChecks(checks, given as Partial<Facts>)
    if (!verdict.accepted) return { verdict }
    const issued = await grant.issue(verdict.facts)
    if ('status' in issued) return { verdict, response: issued }
    return { verdict: overturn(verdict, issued.id, issued.failure) }
  },
})
