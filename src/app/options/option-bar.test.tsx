import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Option } from '../../flows/flow.ts'
import { mount } from '../mount.fixture.tsx'
import { OptionBar } from './option-bar.tsx'

const options: readonly Option[] = [
  {
    name: 'client',
    label: 'Client',
    says: 'Who asks.',
    fallback: 'web-app',
    kind: 'choice',
    choices: [
      { value: 'web-app', label: 'web-app' },
      { value: 'spa', label: 'spa' },
    ],
  },
  { name: 'scope', label: 'Scope', says: 'What is asked for.', fallback: 'openid', kind: 'text' },
]

function bar() {
  const onChange = vi.fn()
  const drawn = (value: string) => (
    <OptionBar options={options} values={{ client: 'web-app', scope: value }} onChange={onChange} />
  )
  const { draw } = mount(drawn('openid'))
  return {
    onChange,
    client: page.getByLabelText('Client'),
    scope: page.getByLabelText('Scope'),
    turnTo: (value: string) => draw(drawn(value)),
  }
}

test('a choice counts at once', async () => {
  const { onChange, client } = bar()
  await expect.element(client).toHaveAccessibleDescription('Who asks.')
  await client.selectOptions('spa')
  expect(onChange.mock.calls).toEqual([['client', 'spa']])
})

test('a text counts with Enter, once', async () => {
  const { onChange, scope } = bar()
  await scope.fill('openid email')
  expect(onChange).not.toHaveBeenCalled()
  await userEvent.keyboard('{Enter}')
  expect(onChange.mock.calls).toEqual([['scope', 'openid email']])
})

test('a text counts when the field is left', async () => {
  const { onChange, scope } = bar()
  await scope.fill('')
  await userEvent.tab()
  expect(onChange.mock.calls).toEqual([['scope', '']])
})

test('Escape puts back what was there', async () => {
  const { onChange, scope } = bar()
  await scope.fill('nonsense')
  await userEvent.keyboard('{Escape}')
  await expect.element(scope).toHaveValue('openid')
  await userEvent.tab()
  expect(onChange).not.toHaveBeenCalled()
})

test('Enter keeps the focus, and what is typed next counts from there', async () => {
  const { onChange, scope, turnTo } = bar()
  onChange.mockImplementation((_, value: string) => turnTo(value))
  await scope.fill('openid email')
  await userEvent.keyboard('{Enter}')
  await expect.element(scope).toHaveFocus()
  await userEvent.keyboard(' x{Escape}')
  await expect.element(scope).toHaveValue('openid email')
})

test('a text that is changed elsewhere takes the place of what was typed', async () => {
  const { onChange, scope, turnTo } = bar()
  await scope.fill('nonsense')
  turnTo('openid profile')
  await expect.element(scope).toHaveValue('openid profile')
  await userEvent.tab()
  expect(onChange).not.toHaveBeenCalled()
})
