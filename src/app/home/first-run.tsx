import type { ReactNode } from 'react'
import type { Configuration } from '../../server/configuration.ts'

type FirstRunProps = Pick<Configuration, 'issuer' | 'audience' | 'scopes' | 'clients' | 'users'>

/** Who and what is there from the start: names, places and secrets, which are toys. */
export function FirstRun({ issuer, audience, scopes, clients, users }: FirstRunProps) {
  const site = clients.flatMap(({ redirect_uris }) => redirect_uris)[0]
  return (
    <section aria-labelledby="first-run" className="border-t border-line pt-7">
      <h2 id="first-run" className="font-semibold tracking-[-0.01em]">
        What is there from the start <span className="font-normal text-soft">· toys, all of it</span>
      </h2>
      <div className="mt-3 grid gap-x-12 gap-y-5 text-xs leading-5 sm:grid-cols-2 lg:grid-cols-[auto_auto_minmax(0,1fr)_auto]">
        <Column
          caption="Places"
          rows={[
            ['server', issuer],
            ['API', audience],
            ...(site === undefined ? [] : [['shop', site] as const]),
          ]}
        />
        <Column caption="People" rows={users.map(({ username, password }) => [username, password])} code />
        <Column
          caption="Clients"
          rows={clients.map(({ client_id, client_secret, token_endpoint_auth_method: method }) => [
            client_id,
            client_secret ?? <span className="font-sans text-soft">public, no secret</span>,
            client_secret && method,
          ])}
          code
        />
        <div>
          <h3 className="text-soft">Scopes</h3>
          <ul className="grid grid-cols-2 gap-x-4 font-mono lg:grid-cols-1 xl:grid-cols-2">
            {scopes.map((scope) => (
              <li key={scope}>{scope}</li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

interface ColumnProps {
  readonly caption: string
  /** Name, value, and a quiet word on it. */
  readonly rows: readonly (readonly [string, ReactNode, ReactNode?])[]
  /** The names are wire names. */
  readonly code?: boolean
}

function Column({ caption, rows, code = false }: ColumnProps) {
  return (
    <table className="w-fit self-start">
      <caption className="text-left text-soft">{caption}</caption>
      <tbody>
        {rows.map(([name, value, note]) => (
          <tr key={name}>
            <th scope="row" className={`pr-4 text-left font-normal ${code ? 'font-mono' : 'text-soft'}`}>
              {name}
            </th>
            <td className="font-mono">{value}</td>
            {note && <td className="pl-4 font-mono text-soft max-sm:hidden">{note}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
