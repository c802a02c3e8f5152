import type { ComponentProps } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount } from '../mount.fixture.tsx'
import { NextStep } from './next-step.tsx'

const props: ComponentProps<typeof NextStep> = {
  progress: { steps: ['done', 'current', 'todo'], place: 'Step 2 of 3.' },
  says: 'The client swaps the code for tokens.',
  action: 'Send token request',
  onAction: () => {},
  busy: false,
  onBack: () => {},
  canBack: true,
  onRestart: () => {},
}

const actionButton = () => document.querySelector<HTMLButtonElement>('[aria-keyshortcuts="ArrowRight"]')

test('says where the walk is, and what is next', async () => {
  mount(<NextStep {...props} />)
  await expect.element(page.getByRole('status')).toHaveTextContent('Step 2 of 3. The client swaps')
})

test('keeps the focus on the action while it works and when it becomes another one', async () => {
  const onAction = vi.fn()
  const { draw } = mount(<NextStep {...props} onAction={onAction} />)
  actionButton()?.focus()
  draw(<NextStep {...props} onAction={onAction} busy />)
  await userEvent.keyboard('{Enter}')
  expect(onAction).not.toHaveBeenCalled()
  draw(<NextStep {...props} onAction={onAction} action="Call the API" />)
  expect(document.activeElement).toBe(actionButton())
  await userEvent.keyboard('{Enter}')
  expect(onAction).toHaveBeenCalledTimes(1)
})

test('at the end there is no next action, and the focus goes to the sentence in its place', async () => {
  const onRestart = vi.fn()
  const { draw } = mount(<NextStep {...props} onRestart={onRestart} />)
  actionButton()?.focus()
  draw(
    <NextStep
      {...props}
      onRestart={onRestart}
      progress={{ steps: ['done', 'done', 'done'], place: 'All 3 steps are done.' }}
      says=""
      action={undefined}
    />,
  )
  expect(actionButton()).toBe(null)
  await expect.element(page.getByRole('status')).toHaveTextContent('All 3 steps are done.')
  await expect.element(page.getByRole('status')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(onRestart).not.toHaveBeenCalled()
})

test('there is no way back from the first message', async () => {
  const onBack = vi.fn()
  const { draw } = mount(<NextStep {...props} onBack={onBack} canBack={false} />)
  page
    .getByRole('button', { name: 'Back' })
    .element()
    .dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(onBack).not.toHaveBeenCalled()
  draw(<NextStep {...props} onBack={onBack} />)
  await page.getByRole('button', { name: 'Back' }).click()
  expect(onBack).toHaveBeenCalledTimes(1)
})
