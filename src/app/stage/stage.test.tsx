import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Row } from '../../flows/sequence.ts'
import type { Role } from '../../oauth/roles.ts'
import { mount } from '../mount.fixture.tsx'
import { RowButton } from './row-button.tsx'
import { rowName } from './row-name.ts'
import { Stage } from './stage.tsx'
import { timingsOf } from './timing.ts'

vi.mock('./row-name.ts', { spy: true })

const roles: readonly Role[] = [
  { id: 'client', name: 'web-app', term: 'client' },
  { id: 'server', name: 'Authorization server', term: 'as.example' },
]
const row = { refused: false, edited: false, again: false, carries: [] }
const rows: readonly Row[] = [
  { ...row, key: '0', entry: 0, number: 1, kind: 'local', from: 'client', to: 'client', text: 'make state' },
  {
    ...row,
    key: '1.request',
    entry: 1,
    number: 2,
    kind: 'request',
    from: 'client',
    to: 'server',
    text: 'POST /token',
    edited: true,
    carries: [
      { kind: 'code', value: 'c' },
      { kind: 'code_verifier', value: 'v' },
    ],
  },
  {
    ...row,
    key: '1.response',
    entry: 1,
    kind: 'response',
    from: 'server',
    to: 'client',
    text: '400 invalid_grant',
    refused: true,
  },
]

function stage(selected: number) {
  const onSelect = vi.fn()
  mount(<Stage roles={roles} rows={rows} selected={selected} onSelect={onSelect} onFollow={() => {}} />)
  return {
    onSelect,
    messages: page.getByRole('region', { name: 'Sequence' }).getByRole('listitem').getByRole('button'),
  }
}

test('every message has a name that says what the arrow shows', async () => {
  const { messages } = stage(1)
  const names = [
    '1, make state, at web-app',
    '2, POST /token, from web-app to Authorization server, edited, carries code, verifier',
    'response in 2, 400 invalid_grant, from Authorization server to web-app, refused',
  ]
  for (const [index, name] of names.entries())
    await expect.element(messages.nth(index)).toHaveAccessibleName(name)
})

test('a press selects the message', async () => {
  const { messages, onSelect } = stage(0)
  await messages.nth(2).click()
  expect(onSelect.mock.calls).toEqual([[1, undefined]])
})

test('is one stop of the Tab key, and up and down go through its messages', async () => {
  const { messages, onSelect } = stage(1)
  await userEvent.tab()
  await expect.element(messages.nth(1)).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}')
  await expect.element(messages.nth(0)).toHaveFocus()
  await userEvent.keyboard('{End}')
  await expect.element(messages.nth(2)).toHaveFocus()
  expect(onSelect.mock.calls).toEqual([
    [0, undefined],
    [1, undefined],
  ])
  await userEvent.tab()
  expect(document.activeElement?.closest('section')).toBe(null)
})

test('a row that says what it said is not drawn again', () => {
  const drawn = vi.mocked(rowName)
  const onSelect = () => {}
  const button = (change: Partial<Row>) => (
    <RowButton
      row={{ ...structuredClone(rows[1] as Row), ...change }}
      roles={structuredClone(roles)}
      selected={false}
      leads={false}
      tabIndex={0}
      timing={{ delay: 0, duration: 300 }}
      onSelect={onSelect}
    />
  )
  drawn.mockClear()
  const { draw } = mount(button({}))
  draw(button({}))
  expect(drawn).toHaveBeenCalledTimes(1)
  draw(button({ carries: [{ kind: 'code', value: 'c' }] }))
  expect(drawn).toHaveBeenCalledTimes(2)
  draw(button({ carries: [{ kind: 'code', value: 'another' }] }))
  expect(drawn).toHaveBeenCalledTimes(3)
})

test('the rows of an entry share 300 ms', () => {
  expect(timingsOf([{ entry: 0 }, { entry: 1 }, { entry: 2 }, { entry: 1 }, { entry: 1 }])).toEqual([
    { delay: 0, duration: 300 },
    { delay: 0, duration: 100 },
    { delay: 0, duration: 300 },
    { delay: 100, duration: 100 },
    { delay: 200, duration: 100 },
  ])
})
