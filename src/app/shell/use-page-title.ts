import { useEffect } from 'react'

/** Names the page in the tab and in the history. Never give it a value of a run. */
export function usePageTitle(title?: string): void {
  useEffect(() => {
    document.title = title === undefined ? 'Glassbox' : `${title} · Glassbox`
  }, [title])
}
