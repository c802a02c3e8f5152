import type { Answer, HttpExchange, HttpRequest } from '../http/message.ts'
import type { CheckResult } from '../oauth/check.ts'
import type { ClientMetadata } from '../oauth/client.ts'
import type { Clock } from '../oauth/clock.ts'
import type { RandomBytes } from '../oauth/random.ts'
import type { Role } from '../oauth/roles.ts'
import type { Section } from '../oauth/section.ts'

/** A grant, seen from the client: data that a run walks. It knows no server but what `setting.parties` says of one. */
export interface Flow {
  /** As in the address: `/flows/authorization-code`. */
  readonly id: string
  readonly title: string
  readonly sections: readonly Section[]
  /** Today's advice on this grant, with where it is given. */
  readonly advice: { readonly says: string; readonly section: Section }
  readonly options: readonly Option[]
  roles(setting: Setting): readonly Role[]
  steps(setting: Setting): readonly Step[]
  /** What the roles know before the first message, by role id. */
  knownBefore(setting: Setting): Readonly<Record<string, Known>>
}

/** A choice that changes the list of steps. Its `name` is also its parameter in the address. */
export type Option = {
  readonly name: string
  readonly label: string
  readonly says: string
  readonly fallback: string
} & (
  | {
      readonly kind: 'choice'
      readonly choices: readonly { readonly value: string; readonly label: string }[]
    }
  | { readonly kind: 'text' }
)

export type Options = Readonly<Record<string, string>>

/** What a run is set up with: the chosen options and who is there. */
export interface Setting {
  readonly options: Options
  readonly parties: Parties
}

export interface Parties {
  /** Absolute URLs from the server's metadata (RFC 8414 2). */
  readonly server: {
    readonly issuer: string
    readonly authorization_endpoint: string
    readonly token_endpoint: string
    readonly userinfo_endpoint: string
    readonly revocation_endpoint: string
    readonly jwks_uri: string
  }
  /** Origin of the protected API. */
  readonly api: string
  /** Origin of the client's own site. */
  readonly site: string
  readonly clients: Readonly<Record<string, ClientMetadata>>
  /** Who sits at the browser, and what the next action types for them. */
  readonly user: { readonly name: string; readonly username: string; readonly password: string }
}

/** What the client has learned so far, by wire name: `state`, `code_verifier`, `code`, `access_token`, … */
export type Known = Readonly<Record<string, string>>

/** Time and chance, handed in. */
export interface Tools {
  readonly clock: Clock
  readonly random: RandomBytes
}

export type Step = LocalStep | ExchangeStep | NavigationStep

interface StepBase {
  readonly id: string
  /** What pressing the next action does, as the name of a button: `Send token request`. */
  readonly action: string
  /** One or two sentences for the person who is about to press it. */
  readonly says: string
  readonly section: Section
  /** Where to begin again when this step fails; without it, and after an edit of a request, it can be tried again. */
  readonly startOver?: string
}

/** Work of one role, with no message. */
export interface LocalStep extends StepBase {
  readonly kind: 'local'
  readonly by: string
  /** As drawn in the sequence, e.g. `make verifier, state`. */
  readonly did: string
  work(known: Known, tools: Tools): Promise<Reading>
}

/** One request and what its response is taken to mean. */
export interface ExchangeStep extends StepBase {
  readonly kind: 'exchange'
  readonly from: string
  readonly to: string
  /** Nothing after it needs it to succeed: refused as prepared, the refusal is what there is to see, and it goes on. */
  readonly goesOn?: true
  prepare(known: Known): HttpRequest
  read(exchange: HttpExchange, known: Known, tools: Tools): Promise<Reading>
}

/**
 * The user agent goes somewhere: every redirect, page, form and cookie on the way is an exchange of its own. It ends
 * when the browser has brought the answer to the client's redirect URI.
 */
export interface NavigationStep extends StepBase {
  readonly kind: 'navigation'
  /** The URL where it starts. */
  start(known: Known): string
  /** How the client's own site answers the browser, with the client's checks beside the response. */
  site(request: HttpRequest, known: Known): Promise<Answer>
  endsAt(request: HttpRequest): boolean
  read(exchange: HttpExchange, known: Known): Reading
}

/** What an answer, or a piece of work, came to. */
export interface Reading {
  readonly learned: Known
  /** The client's own checks; those of whom it asked are with the exchange. */
  readonly checks: readonly CheckResult[]
  /** Whether the next step may follow. */
  readonly done: boolean
}

export const defaultOptions = (flow: Flow): Options =>
  Object.fromEntries(flow.options.map(({ name, fallback }) => [name, fallback]))

/** The options that a query names, the rest by default; a choice that does not exist counts as not named. */
export function optionsFrom(flow: Flow, query: URLSearchParams): Options {
  const entries = flow.options.map((option): [string, string] => {
    const asked = query.get(option.name)
    const known =
      asked !== null && (option.kind === 'text' || option.choices.some(({ value }) => value === asked))
    return [option.name, known ? asked : option.fallback]
  })
  return Object.fromEntries(entries)
}

/** The choices that a query names and that do not exist, as `client=typo`. */
export const unknownChoices = (flow: Flow, query: URLSearchParams): string[] =>
  flow.options.flatMap((option) => {
    const asked = query.get(option.name)
    if (asked === null || option.kind === 'text' || option.choices.some(({ value }) => value === asked))
      return []
    return [`${option.name}=${asked.slice(0, 40)}`]
  })

/** The query that reproduces these options, in the flow's order; what is as by default is left out. */
export function queryOf(flow: Flow, options: Options): string {
  const changed = flow.options.filter(({ name, fallback }) => options[name] !== fallback)
  return new URLSearchParams(changed.map(({ name }) => [name, options[name] ?? ''])).toString()
}
