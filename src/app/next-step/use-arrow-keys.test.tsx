import type { ReactNode } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { mount } from '../mount.fixture.tsx'
import { useArrowKeys } from './use-arrow-keys.ts'

function Walked({
  onRight,
  onLeft,
  busy = false,
  children,
}: {
  onRight: () => void
  onLeft: () => void
  busy?: boolean
  children?: ReactNode
}) {
  useArrowKeys({ onRight, onLeft, busy })
  return children
}

function walked(children?: ReactNode, busy = false) {
  const onRight = vi.fn()
  const onLeft = vi.fn()
  const { element } = mount(
    <Walked onRight={onRight} onLeft={onLeft} busy={busy}>
      {children}
    </Walked>,
  )
  element.querySelector<HTMLElement>('[data-focused]')?.focus()
  return { onRight, onLeft }
}

test('right and left walk, wherever the focus is', async () => {
  const { onRight, onLeft } = walked()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}')
  expect(onRight).toHaveBeenCalledTimes(2)
  expect(onLeft).toHaveBeenCalledTimes(1)
})

test.each([
  ['a button', <button key="" type="button" data-focused />],
  [
    'a link',
    <a key="" href="/" data-focused>
      to
    </a>,
  ],
  ['a checkbox', <input key="" type="checkbox" data-focused />],
  ['a box of text that fits', <pre key="" tabIndex={-1} data-focused style={{ overflowX: 'auto' }} />],
])('also in %s', async (_what, element) => {
  const { onRight } = walked(element)
  await userEvent.keyboard('{ArrowRight}')
  expect(onRight).toHaveBeenCalledTimes(1)
})

describe('keys are left to', () => {
  test.each([
    ['a text field', <input key="" data-focused />],
    ['a radio button', <input key="" type="radio" data-focused />],
    ['a text area', <textarea key="" data-focused />],
    ['a select', <select key="" data-focused />],
    ['edited text', <div key="" contentEditable suppressContentEditableWarning data-focused />],
    ['a tab', <button key="" type="button" role="tab" data-focused />],
    ['a menu item', <button key="" type="button" role="menuitem" data-focused />],
    [
      'a dialog',
      <div key="" role="dialog">
        <button type="button" data-focused />
      </div>,
    ],
    [
      'a box whose text runs on to the side',
      <div key="" tabIndex={-1} data-focused style={{ width: 100, overflowX: 'auto' }}>
        <div style={{ width: 900, height: 10 }} />
      </div>,
    ],
  ])('%s', async (_what, element) => {
    const { onRight, onLeft } = walked(element)
    expect(document.activeElement?.hasAttribute('data-focused')).toBe(true)
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}')
    expect(onRight).not.toHaveBeenCalled()
    expect(onLeft).not.toHaveBeenCalled()
  })

  test('the browser, with a modifier', async () => {
    const { onLeft } = walked()
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    dispatch({ key: 'ArrowLeft', altKey: true })
    expect(onLeft).not.toHaveBeenCalled()
  })

  test('whoever has used the key already', () => {
    const { onRight } = walked(
      <button type="button" data-focused onKeyDown={(event) => event.preventDefault()} />,
    )
    dispatch({ key: 'ArrowRight' })
    expect(onRight).not.toHaveBeenCalled()
  })
})

test('a key that is held down waits while something is under way', () => {
  const { onRight } = walked(undefined, true)
  dispatch({ key: 'ArrowRight', repeat: true })
  expect(onRight).not.toHaveBeenCalled()
})

function dispatch(init: KeyboardEventInit) {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }))
}
