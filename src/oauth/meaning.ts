import type { Section } from './section.ts'

/** What a parameter, a header field or a claim means, for a person who meets it for the first time. */
export interface Meaning {
  /** One or two sentences in the specification's terms. */
  readonly says: string
  readonly section: Section
}

/** Meanings by wire name. */
export type Registry<M extends Meaning = Meaning> = Readonly<Record<string, M>>

/** What a registry says of a name; undefined when it is not in there, also for names such as `constructor`. */
export const meaningOf = <M extends Meaning>(registry: Registry<M>, name: string): M | undefined =>
  Object.hasOwn(registry, name) ? registry[name] : undefined
