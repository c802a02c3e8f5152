import { useMemo } from 'react'
import type { HttpExchange } from '../../http/message.ts'
import { DescribedList } from './described.tsx'
import { parameterGroupsOf } from './parameter-groups.ts'

/** Everything that has a name in a request and its response, and what it means. */
export function ParametersTab({ exchange: { request, response } }: { exchange: HttpExchange }) {
  const groups = useMemo(
    () => [...parameterGroupsOf(request), ...parameterGroupsOf(response)],
    [request, response],
  )
  return (
    <div className="divide-y divide-line">
      {groups.map(({ title, rows }) => (
        <DescribedList key={title} title={title} rows={rows} />
      ))}
    </div>
  )
}
