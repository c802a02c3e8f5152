import type { ReactNode } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { type Flow, optionsFrom, queryOf, unknownChoices } from '../../flows/flow.ts'
import { flowById } from '../../flows/registry.ts'
import { ClockControl } from '../clock/clock-control.tsx'
import { FlowHeading } from '../options/flow-heading.tsx'
import { OptionBar } from '../options/option-bar.tsx'
import { RunPicker } from '../options/run-picker.tsx'
import { sessionFor, useSessionState } from '../session/use-session.ts'
import { Shell } from '../shell/shell.tsx'
import { Walk } from '../walk/walk.tsx'
import NotFound from './not-found.tsx'

export default function FlowRoute() {
  const { flow: id = '' } = useParams()
  const flow = flowById(id)
  return flow ? <FlowPage flow={flow} /> : <NotFound />
}

function FlowPage({ flow }: { flow: Flow }) {
  const [query, setQuery] = useSearchParams()
  const options = optionsFrom(flow, query)
  const unknown = unknownChoices(flow, query)
  const key = `${flow.id}?${queryOf(flow, options)}`
  const session = sessionFor(flow, options, key)
  const { branches, current, offset, notice } = useSessionState(session)
  return (
    <Shell
      fills
      tools={
        <ClockControl
          now={session.world.clock}
          offset={offset}
          onMove={(seconds) => session.setOffset(offset + seconds * 1000)}
          onReset={() => session.setOffset(0)}
        />
      }
    >
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2 px-5 pt-4 pb-3">
        <FlowHeading flow={flow} />
        <RunPicker
          runs={branches.map(({ forkedAt }, index) =>
            forkedAt === undefined ? `${index + 1}` : `${index + 1}, from message ${forkedAt}`,
          )}
          current={current}
          onPick={(index) => void session.pick(index)}
        />
        <OptionBar
          options={flow.options}
          values={options}
          onChange={(name, value) => setQuery(queryOf(flow, { ...options, [name]: value }))}
        />
      </div>
      {unknown.length > 0 && (
        <Notice>
          The address asks for {unknown.join(' and ')}, which is no choice here; the usual one is used.
        </Notice>
      )}
      {notice && <Notice>{notice}</Notice>}
      <Walk key={`${key} ${current}`} session={session} />
    </Shell>
  )
}

const Notice = ({ children }: { children: ReactNode }) => (
  <p role="status" className="border-t border-line bg-wash px-5 py-2">
    {children}
  </p>
)

/** Everything that this page loads later, for when there may be no network. */
export { fetchAhead } from '../walk/walk.tsx'
