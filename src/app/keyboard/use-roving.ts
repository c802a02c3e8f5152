import { type KeyboardEvent, useState } from 'react'

/**
 * Makes many buttons one stop of the Tab key: up, down, Home and End move among them. Left and right are not taken,
 * they walk the flow.
 */
export function useRoving(count: number, preferred: number, onMove?: (index: number) => void) {
  const [moved, setMoved] = useState<number>()
  const current = Math.min(moved ?? preferred, count - 1)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = targetOf(event.key, current, count)
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const button = event.currentTarget.querySelectorAll('button')[target]
    if (button === undefined) return
    event.preventDefault()
    button.focus({ preventScroll: onMove !== undefined })
    onMove?.(target)
  }

  return {
    tabIndexOf: (index: number) => (index === current ? 0 : -1),
    list: {
      onKeyDown,
      onFocus: (event: { currentTarget: HTMLElement; target: EventTarget }) => {
        const buttons: EventTarget[] = [...event.currentTarget.querySelectorAll('button')]
        const index = buttons.indexOf(event.target)
        if (index !== -1) setMoved(index)
      },
      onBlur: () => setMoved(undefined),
    },
  }
}

function targetOf(key: string, current: number, count: number): number | undefined {
  const last = count - 1
  const targets: Readonly<Record<string, number>> = {
    ArrowUp: Math.max(current - 1, 0),
    ArrowDown: Math.min(current + 1, last),
    Home: 0,
    End: last,
  }
  return targets[key]
}
