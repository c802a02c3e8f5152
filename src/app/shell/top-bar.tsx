import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { ThemeToggle } from './theme-toggle.tsx'

/** The header of every page: home, the parts of Glassbox, this page's tools, the theme. */
export function TopBar({ tools }: { tools?: ReactNode }) {
  const { pathname } = useLocation()
  return (
    <header className="flex h-12 shrink-0 items-center gap-x-4 border-b border-line px-5 sm:gap-x-7">
      <Link to="/" className="flex items-center gap-1.5 font-[650] tracking-[-0.01em]">
        <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3 fill-current">
          <path d="M0 0h12v12H0Zm6 1v10h5V1Z" fillRule="evenodd" />
        </svg>
        Glassbox
      </Link>
      <nav aria-label="Main">
        <Link
          to="/flows/authorization-code"
          aria-current={pathname.startsWith('/flows/') ? 'page' : undefined}
          className="text-soft hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          Flows
        </Link>
      </nav>
      <div className="ml-auto flex min-w-0 items-center gap-2">
        {tools}
        <ThemeToggle />
      </div>
    </header>
  )
}
