import { type Clock, seconds } from '../oauth/clock.ts'
import type { Entry, Kind, Records, Store, StoreSnapshot } from './store.ts'

/**
 * How long after its expiry a record is still remembered, in seconds. A spent code or refresh token that comes back
 * late must still be known as spent, so that the replay revokes what is alive (RFC 6749 4.1.2, RFC 9700 4.14.2).
 */
const remembered: Readonly<Partial<Record<Kind, number>>> = {
  authorization: 24 * 3600,
  code: 24 * 3600,
  refresh_token: 24 * 3600,
}

/** Long enough to tell somebody who comes late that they are late. */
const rememberedOtherwise = 3600

type Entries = Map<string, Entry<Records[Kind]>>

/** A store in memory. No method awaits anything between deciding and writing: that makes `take` atomic. */
export function createMemoryStore({ clock }: { readonly clock: Clock }): Store {
  let kinds = new Map<Kind, Entries>()

  const entriesOf = (kind: Kind): Entries => {
    const entries = kinds.get(kind) ?? new Map()
    kinds.set(kind, entries)
    return entries
  }
  const isGone = (kind: Kind, { record }: Entry<Records[Kind]>): boolean =>
    'expires_at' in record && record.expires_at + (remembered[kind] ?? rememberedOtherwise) < seconds(clock)
  const find = <K extends Kind>(kind: K, id: string): Entry<Records[K]> | undefined => {
    const entry = entriesOf(kind).get(id) as Entry<Records[K]> | undefined
    return entry && !isGone(kind, entry) ? entry : undefined
  }
  /** Records of a kind live about equally long, so those that were put first are the first to go. */
  const sweep = (kind: Kind): void => {
    const entries = entriesOf(kind)
    for (const [id, entry] of entries) {
      if (!isGone(kind, entry)) return
      entries.delete(id)
    }
  }

  return {
    get: async (kind, id) => find(kind, id),
    list: async <K extends Kind>(kind: K) =>
      [...(entriesOf(kind) as Map<string, Entry<Records[K]>>)].filter(([, entry]) => !isGone(kind, entry)),
    put: async (kind, id, record) => {
      sweep(kind)
      const taken = find(kind, id)?.taken ?? false
      // A new expiry is a new place at the end: at its old one, a record that is prolonged would stop every sweep.
      if ('expires_at' in record) entriesOf(kind).delete(id)
      entriesOf(kind).set(id, { record, taken })
    },
    take: async (kind, id) => {
      const entry = find(kind, id)
      if (!entry || entry.taken) return false
      entriesOf(kind).set(id, { ...entry, taken: true })
      return true
    },
    delete: async (kind, id) => {
      entriesOf(kind).delete(id)
    },
    snapshot: async () =>
      Object.fromEntries(
        [...kinds].map(([kind, entries]) => [kind, Object.fromEntries(entries)]),
      ) as StoreSnapshot,
    restore: async (snapshot) => {
      const entries = Object.entries(snapshot) as [Kind, Readonly<Record<string, Entry<Records[Kind]>>>][]
      kinds = new Map(entries.map(([kind, records]) => [kind, new Map(Object.entries(records))]))
    },
  }
}
