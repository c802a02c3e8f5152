import { useEffect, useRef } from 'react'

interface ArrowKeys {
  readonly onRight: () => void
  readonly onLeft: () => void
  /** While busy, a key that is held down does nothing more. */
  readonly busy?: boolean
}

/** Walks the flow with the arrow keys, wherever the focus is, unless what has it uses arrow keys itself. */
export function useArrowKeys(keys: ArrowKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { onRight, onLeft, busy } = latest.current
      const act = event.key === 'ArrowRight' ? onRight : event.key === 'ArrowLeft' ? onLeft : undefined
      if (act === undefined || isMeantForOthers(event)) return
      event.preventDefault()
      if (!(busy && event.repeat)) act()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

const isMeantForOthers = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.isComposing ||
  event.altKey ||
  event.ctrlKey ||
  event.metaKey ||
  event.shiftKey ||
  usesArrowKeys(document.activeElement)

const typedInto = 'input:not([type=button], [type=submit], [type=reset], [type=checkbox]), textarea, select'

const roles = [
  'application',
  'combobox',
  'grid',
  'listbox',
  'menu',
  'menubar',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'option',
  'radio',
  'radiogroup',
  'scrollbar',
  'slider',
  'spinbutton',
  'tab',
  'textbox',
  'searchbox',
  'tree',
  'treegrid',
  'treeitem',
]
  .map((role) => `[role=${role}]`)
  .join()

const opened = 'dialog, [role=dialog], [role=alertdialog], [popover]'

function usesArrowKeys(element: Element | null): boolean {
  if (!(element instanceof HTMLElement) || element === document.body) return false
  if (element.isContentEditable || element.matches(typedInto) || element.matches(roles)) return true
  return element.closest(opened) !== null || scrollsSideways(element)
}

/** A focused box whose text runs on to the side is read with the arrow keys. */
const scrollsSideways = (element: HTMLElement): boolean =>
  element.scrollWidth > element.clientWidth &&
  ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
