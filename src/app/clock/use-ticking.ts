import { useEffect, useReducer } from 'react'

/** Draws anew each time a second begins; rests while the page is hidden. */
export function useTicking(now: () => number): number {
  const [, tick] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    let timer = 0
    const wait = () => {
      timer = window.setTimeout(
        () => {
          tick()
          wait()
        },
        1000 - (now() % 1000),
      )
    }
    const onVisibility = () => {
      window.clearTimeout(timer)
      if (document.hidden) return
      tick()
      wait()
    }
    onVisibility()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      window.clearTimeout(timer)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [now])
  return now()
}
