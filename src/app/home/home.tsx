import { Link } from 'react-router'
import type { Configuration } from '../../server/configuration.ts'
import { LitProvider } from '../values/lit.tsx'
import { FirstRun } from './first-run.tsx'
import { Still } from './still.tsx'
import { Uses } from './uses.tsx'

interface HomeProps {
  readonly firstRun: Pick<Configuration, 'issuer' | 'audience' | 'scopes' | 'clients' | 'users'>
}

/** What this is, and the way in. */
export function Home({ firstRun }: HomeProps) {
  return (
    <div className="mx-auto flex w-full max-w-[1240px] flex-1 flex-col justify-center gap-y-10 px-5 pt-8 pb-10 lg:px-8">
      <div className="grid items-center gap-x-14 gap-y-9 lg:grid-cols-[minmax(0,1fr)_minmax(0,604px)]">
        <div>
          <h1 className="text-[34px] leading-[1.08] font-[650] tracking-[-0.03em] text-balance sm:text-[46px]">
            OAuth with nothing hidden
          </h1>
          <p className="mt-5 max-w-[54ch] text-lg leading-[1.6] text-pretty text-soft">
            Walk a grant one message at a time. See every byte on the wire. And because the authorization
            server runs in this page too, see why it said yes or no: each check it made, in order, with the
            section of the RFC that asks for it.
          </p>
          <p className="mt-7">
            <Link to="/flows/authorization-code" className="btn-primary min-h-11 px-5 text-lg">
              Walk the authorization code grant
              <span aria-hidden="true">→</span>
            </Link>
          </p>
          <p className="mt-3.5 text-soft">
            Nothing leaves this page. There is no sign-up. It works without a network.
          </p>
        </div>
        <LitProvider>
          <Still />
        </LitProvider>
      </div>
      <Uses />
      <FirstRun {...firstRun} />
    </div>
  )
}
