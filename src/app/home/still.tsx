import { authorizationServer, client, type Role, resourceServer, userAgent } from '../../oauth/roles.ts'
import { LaneHeads, Lifelines } from '../stage/lane-heads.tsx'
import { type Drawn, RowFigure } from '../stage/row-figure.tsx'

const roles: readonly Role[] = [
  { id: userAgent, name: 'Browser', term: 'user agent' },
  { id: client, name: 'web-app', term: 'client' },
  { id: authorizationServer, name: 'Authorization server', term: 'as.glassbox.example' },
  { id: resourceServer, name: 'API', term: 'resource server' },
]

const code = { kind: 'code', value: 'Vx3n-8kQ0s7mC2aJ' } as const
const state = { kind: 'state', value: 'k7Qm' } as const
const verifier = { kind: 'code_verifier', value: 'dBjftJeZ4CVP' } as const
const challenge = { kind: 'code_challenge', value: 'E9Melhoa2Ow' } as const
const plain = { refused: false, edited: false, again: false, carries: [] } as const

const rows: readonly Drawn[] = [
  { ...plain, kind: 'response', from: client, to: userAgent, text: '302 to /authorize', number: 2 },
  {
    ...plain,
    kind: 'request',
    from: userAgent,
    to: authorizationServer,
    text: 'GET /authorize',
    number: 3,
    carries: [challenge, state],
  },
  {
    ...plain,
    kind: 'response',
    from: authorizationServer,
    to: userAgent,
    text: '303 to /callback',
    carries: [code, state],
  },
  {
    ...plain,
    kind: 'request',
    from: userAgent,
    to: client,
    text: 'GET /callback',
    number: 4,
    carries: [code],
  },
  {
    ...plain,
    kind: 'request',
    from: client,
    to: authorizationServer,
    text: 'POST /token',
    number: 5,
    edited: true,
    carries: [code, verifier],
  },
  {
    ...plain,
    kind: 'response',
    from: authorizationServer,
    to: client,
    text: '400 invalid_grant',
    refused: true,
  },
]

const checks = [
  { passed: true, title: 'The code has not expired, 14 s of 60 s', section: '6749 §4.1.2' },
  { passed: true, title: 'Code was issued to this client', section: '6749 §4.1.3' },
  { passed: false, title: 'Code verifier matches the challenge', section: '7636 §4.6' },
]

/** What a walk looks like, for eyes only. */
export function Still() {
  return (
    <div
      aria-hidden="true"
      className="@container overflow-clip rounded-2xl border border-line bg-paper pb-3 select-none"
    >
      <LaneHeads roles={roles} />
      <div className="relative px-2 @min-[560px]:px-0">
        <Lifelines count={roles.length} />
        {rows.map((row) => (
          <div key={row.text} className="relative py-1 @min-[560px]:h-[39px] @min-[560px]:p-0">
            <RowFigure row={row} roles={roles} selected={row.edited} />
          </div>
        ))}
      </div>
      <ul className="relative mx-3 mt-2 rounded-xl border border-line bg-panel px-3.5 py-2 text-[12.5px] leading-6">
        {checks.map(({ passed, title, section }) => (
          <li key={title} className="flex gap-2.5">
            <span className={passed ? 'text-ok' : 'text-bad'}>{passed ? '✓' : '✕'}</span>
            <span className={`min-w-0 flex-1 ${passed ? '' : 'font-semibold text-bad'}`}>{title}</span>
            <span className="text-[11.5px] whitespace-nowrap text-soft">{section}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
