import { useLayoutEffect, useRef } from 'react'

/** An element whose surrounding scroller, where it has one within the page, goes to its top when something else is shown. */
export function useTop<E extends HTMLElement>(shown: unknown) {
  const element = useRef<E>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is not read, only its change counts.
  useLayoutEffect(() => {
    const scroller = scrollerOf(element.current)
    if (scroller) scroller.scrollTop = 0
  }, [shown])
  return element
}

function scrollerOf(element: HTMLElement | null): HTMLElement | undefined {
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    if (['auto', 'scroll'].includes(getComputedStyle(at).overflowY)) return at
  }
  return undefined
}
