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
  mount(<OptionBar options={options} values={{ client: 'web-app', scope: 'openid' }} onChange={onChange} />)
  return { onChange, client: page.getByLabelText('Client'), scope: page.getByLabelText('Scope') }
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
