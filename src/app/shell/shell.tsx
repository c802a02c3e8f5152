import { type ReactNode, useEffect, useRef } from 'react'
import { useNavigationType } from 'react-router'
import { TopBar } from './top-bar.tsx'

interface ShellProps {
  readonly children?: ReactNode
  /** At the right of the header, before the theme. */
  readonly tools?: ReactNode
  /** The page is exactly as high as a wide window, and its parts scroll. */
  readonly fills?: boolean
}

/** What every page has around it. */
export function Shell({ children, tools, fills = false }: ShellProps) {
  const main = useRef<HTMLElement>(null)
  useArrival(main)
  return (
    <div className={`flex min-h-svh flex-col ${fills ? 'lg:h-svh' : ''}`}>
      <button
        type="button"
        onClick={() => main.current?.focus()}
        className="btn sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-3 focus:py-1.5"
      >
        Skip to content
      </button>
      <TopBar tools={tools} />
      <main ref={main} id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  )
}

/** A link inside the app leads to the top of a page, for eyes and for a screen reader. */
function useArrival(main: { readonly current: HTMLElement | null }) {
  const navigation = useRef(useNavigationType())
  useEffect(() => {
    if (navigation.current !== 'PUSH') return
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [main])
}
