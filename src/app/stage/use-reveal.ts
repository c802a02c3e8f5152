import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Keeps what matters in sight, within the stage's own scrolling: what is newest when the story has grown, else the
 * selected message. The page itself is never scrolled.
 */
export function useReveal(
  stage: RefObject<HTMLElement | null>,
  length: number,
  selected: number | undefined,
) {
  const before = useRef(0)
  useLayoutEffect(() => {
    const element = stage.current
    if (element === null) return
    const grown = length > before.current
    before.current = length
    if (grown) revealEnd(element)
    else if (selected !== undefined) revealEntry(element, selected)
  }, [stage, length, selected])
}

/** To the end, but never past the beginning of the browser, where somebody has something to do. */
function revealEnd(stage: HTMLElement) {
  const end = stage.scrollHeight - stage.clientHeight
  const browser = stage.querySelector('[data-browser]')
  const limit = browser ? stage.scrollTop + distanceOf(browser, stage) - 8 : end
  stage.scrollTo({ top: Math.min(end, limit) })
}

function revealEntry(stage: HTMLElement, entry: number) {
  const rows = stage.querySelectorAll(`[data-entry="${entry}"]`)
  const first = rows[0]
  const last = rows[rows.length - 1]
  if (first === undefined || last === undefined) return
  const above = distanceOf(first, stage)
  const below = last.getBoundingClientRect().bottom - stage.getBoundingClientRect().bottom
  if (above < 0) stage.scrollBy({ top: above })
  else if (below > 0) stage.scrollBy({ top: Math.min(below, above) })
}

/** How far below the lanes' heads it begins, in pixels. */
function distanceOf(element: Element, stage: HTMLElement): number {
  const head = stage.firstElementChild?.getBoundingClientRect().height ?? 0
  return element.getBoundingClientRect().top - stage.getBoundingClientRect().top - head
}
