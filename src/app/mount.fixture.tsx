import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { onTestFinished } from 'vitest'

/** Draws a component into the page until the test has finished. */
export function mount(node: ReactNode) {
  const element = document.createElement('div')
  document.body.append(element)
  const root = createRoot(element)
  const draw = (next: ReactNode) => flushSync(() => root.render(next))
  draw(node)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })
  return { element, draw }
}
