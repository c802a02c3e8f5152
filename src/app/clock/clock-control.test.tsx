import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount } from '../mount.fixture.tsx'
import { ClockControl } from './clock-control.tsx'
import { offsetText } from './duration.ts'

test('moves the clock, and back, only once it was moved', async () => {
  const onMove = vi.fn()
  const onReset = vi.fn()
  const control = (offset: number) => (
    <ClockControl now={() => Date.UTC(2026, 0, 1)} offset={offset} onMove={onMove} onReset={onReset} />
  )
  const { draw } = mount(control(0))
  const dialog = page.getByRole('dialog', { name: 'Move the clock' })
  await expect.element(dialog).not.toBeInTheDocument()

  await page.getByRole('button', { name: 'clock +0 s' }).click()
  await dialog.getByRole('button', { name: '+5 min' }).click()
  expect(onMove.mock.calls).toEqual([[300]])
  await dialog.getByRole('button', { name: 'Back to now' }).click({ force: true })
  expect(onReset).not.toHaveBeenCalled()

  draw(control(300_000))
  await dialog.getByRole('button', { name: 'Back to now' }).click()
  expect(onReset).toHaveBeenCalledTimes(1)

  await userEvent.keyboard('{Escape}')
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: 'clock +5 min' })).toHaveFocus()
})

test.each([
  [0, '+0 s'],
  [30_000, '+30 s'],
  [330_000, '+5 min 30 s'],
  [86_400_000 + 60_000, '+1 d 1 min'],
  [-2_000, '−2 s'],
])('an offset of %i ms reads %s', (offset, text) => {
  expect(offsetText(offset)).toBe(text)
})
