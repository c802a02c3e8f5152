import { useLayoutEffect, useRef } from 'react'

/**
 * Hands the focus on from one page to the next. It goes with the page that it was in, or whose form was sent, and a
 * person who reads with the keyboard or with ears would stand at the top of ours again.
 */
export function useFollowingFocus(loaded: string) {
  const element = useRef<HTMLDivElement>(null)
  const within = useRef(false)
  const before = useRef(loaded)

  useLayoutEffect(() => {
    if (before.current === loaded) return
    before.current = loaded
    if (within.current && document.activeElement === document.body) focusBeginning(element.current)
    within.current = element.current?.contains(document.activeElement) ?? false
  }, [loaded])

  return {
    element,
    onFocus: () => {
      within.current = true
    },
    onBlur: () => {
      within.current = false
    },
    /** Not every browser gives the focus to a button that is pressed with the pointer. */
    follow: () => {
      within.current = true
    },
  }
}

/** To the first field of a page, else its heading, else all of it. */
function focusBeginning(page: HTMLElement | null): void {
  const field = page?.querySelector<HTMLElement>(
    'input:not([type=hidden], :disabled), select:not(:disabled), textarea:not(:disabled)',
  )
  const heading = page?.querySelector<HTMLElement>('h3, h4, h5, h6')
  if (!field && heading) heading.tabIndex = -1
  const target = field ?? heading ?? page
  target?.focus({ preventScroll: true })
}
