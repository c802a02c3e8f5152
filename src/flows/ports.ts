import type { Handler, HttpExchange, HttpRequest } from '../http/message.ts'

/** How a run's messages travel. */
export interface Network {
  /** Carries a request of one role to whoever answers at its origin; `site` answers for the client's own origin. */
  exchange(request: HttpRequest, from: string, site?: Site): Promise<HttpExchange>
}

/** The client's own site, which a flow brings along. */
export interface Site {
  readonly origin: string
  readonly role: string
  readonly handle: Handler
}

/** The other side's memory, where it is ours to put back: what "Continue from here" restores. */
export interface World {
  snapshot(): Promise<unknown>
  restore(snapshot: unknown): Promise<void>
}

/**
 * Who carries the front channel. Everything is computed from the exchanges so far: the cookies that it holds are
 * those that the responses set, so a run that is cut back has the cookies of that moment.
 */
export interface UserAgent {
  /** The request that going to this URL makes, with the cookies that belong to it. */
  goTo(url: string, history: readonly HttpExchange[]): HttpRequest
  /** What it does with the answer to an exchange of its own; `history` ends with or after it. */
  after(exchange: HttpExchange, history: readonly HttpExchange[]): Arrival
  /** The request that submitting a form of this page makes. */
  submit(submission: Submission, page: Page, history: readonly HttpExchange[]): HttpRequest
}

export type Arrival =
  | { readonly kind: 'redirect'; readonly request: HttpRequest }
  | { readonly kind: 'page'; readonly page: Page }

export interface Page {
  readonly url: string
  readonly title: string
  readonly content: readonly PageNode[]
  readonly forms: readonly Form[]
  /** What its response said by `Referrer-Policy`, which decides whether a form names its origin; absent for the usual. */
  readonly referrerPolicy?: string
}

export type PageNode = string | PageElement

/** An element of a page, inert. `form` is the index of the form that a form or one of its fields belongs to. */
export interface PageElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: readonly PageNode[]
  readonly form?: number
}

export interface Form {
  /** Absolute. */
  readonly action: string
  readonly method: 'GET' | 'POST'
  readonly fields: readonly FormField[]
  readonly buttons: readonly FormButton[]
}

export interface FormField {
  readonly name: string
  readonly type: string
  readonly value: string
}

export interface FormButton {
  readonly text: string
  readonly name?: string
  readonly value?: string
}

/** A form as filled in: every field's value by name, and the button that was pressed. */
export interface Submission {
  /** Index among the page's forms. */
  readonly form: number
  readonly values: Readonly<Record<string, string>>
  readonly button: FormButton
}
