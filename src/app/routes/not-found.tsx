import { Link } from 'react-router'
import { Shell } from '../shell/shell.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'

export default function NotFound() {
  usePageTitle('Not found')
  return (
    <Shell>
      <div className="mx-auto flex w-full max-w-xl flex-1 flex-col justify-center px-5 pt-12 pb-32">
        <p className="font-mono text-xs text-soft">404 Not Found</p>
        <h1 className="mt-2 text-[28px] leading-9 font-[650] tracking-[-0.02em]">
          Nothing lives at this address
        </h1>
        <p className="mt-3 text-lg leading-6 text-soft">
          The link may be old, or may have lost a letter on its way. No message was sent.
        </p>
        <p className="mt-6 flex flex-wrap gap-2">
          <Link to="/flows/authorization-code" className="btn-primary">
            Walk the authorization code grant
          </Link>
          <Link to="/" className="btn min-h-10">
            To the start
          </Link>
        </p>
      </div>
    </Shell>
  )
}
