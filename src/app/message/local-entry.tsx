import type { LocalEntry as Entry } from '../../flows/run.ts'
import { meaningOf } from '../../oauth/meaning.ts'
import { parameters } from '../../oauth/parameters.ts'
import { type ValueKind, valueKinds } from '../../oauth/values.ts'
import { type Described, DescribedList } from './described.tsx'

/** What a role made or found out by itself, with no message. */
export function LocalEntry({ entry: { learned } }: { entry: Entry }) {
  const rows = Object.entries(learned).map(
    ([name, value]): Described => ({
      name: isKind(name) ? valueKinds[name].name : name,
      value,
      ...(isKind(name) && { values: [{ kind: name, value, start: 0, end: value.length }] }),
      meaning: meaningOf(parameters, name),
    }),
  )
  return rows.length > 0 ? (
    <DescribedList title="Made here, with no message" rows={rows} />
  ) : (
    <p className="px-[18px] py-3 text-soft">
      Nothing was sent and nothing new was made: what was judged is in the checks.
    </p>
  )
}

const isKind = (name: string): name is ValueKind => Object.hasOwn(valueKinds, name)
