import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { CheckResult } from '../../oauth/check.ts'
import { oidcCore, rfc } from '../../oauth/section.ts'
import { mount } from '../mount.fixture.tsx'
import '../styles.css'
import { ChecksPanel } from './checks-panel.tsx'

const check = (
  id: string,
  outcome: CheckResult['outcome'],
  more: Partial<CheckResult> = {},
): CheckResult => ({
  id,
  title: `Rule ${id}`,
  section: rfc(7636, '4.6'),
  outcome,
  ...more,
})

const failure = { expected: 'E9Mel', received: 'ZtNnv', hint: 'It was edited.' }

const checks: CheckResult[] = [
  check('a', 'passed', { note: 'client_secret_basic' }),
  check('b', 'failed', { ...failure, consequence: 'Its tokens are revoked.' }),
  check('c', 'would pass', { section: oidcCore('3.1.3.7') }),
  check('d', 'would fail', failure),
  check('e', 'not reached'),
]

const refused = (list: readonly CheckResult[]) => [{ title: 'Why the server refused', checks: list }]
const items = () => page.getByRole('region', { name: 'Server checks' }).getByRole('listitem')
const texts = () =>
  items()
    .elements()
    .map((item) => item.textContent ?? '')

test('each check says its outcome, then its title, then its section', () => {
  mount(<ChecksPanel verdicts={refused(checks)} />)
  expect(texts().map((text) => text.slice(0, 70))).toEqual([
    'passed: Rule a: client_secret_basic, RFC 7636 §4.6 ',
    expect.stringMatching(/^failed: Rule b, RFC 7636 §4\.6 expected E9Mel received/),
    'would pass: Rule c, OIDC Core §3.1.3.7 ',
    expect.stringMatching(/^would fail: Rule d, RFC 7636 §4\.6 Why it would fail/),
    'not reached: Rule e, RFC 7636 §4.6 ',
  ])
})

test('the count is of those that passed', async () => {
  mount(<ChecksPanel verdicts={refused(checks)} />)
  await expect.element(page.getByText('1 of 5 checks passed')).toBeVisible()
})

test('a section opens in a tab of its own, by its full name', () => {
  mount(<ChecksPanel verdicts={refused(checks)} />)
  const link = page.getByRole('link', { name: 'RFC 7636 §4.6' }).first().element()
  expect(link.getAttribute('href')).toBe('https://www.rfc-editor.org/rfc/rfc7636.html#section-4.6')
  expect(link.getAttribute('target')).toBe('_blank')
  expect(link.getAttribute('rel')).toBe('noreferrer')
})

test('only the failed check is open, with its consequence and its mend', async () => {
  const onMend = vi.fn()
  mount(<ChecksPanel verdicts={refused(checks)} mend={{ check: 'b', label: 'Restore it' }} onMend={onMend} />)
  await expect.element(page.getByText('E9Mel').first()).toBeVisible()
  await expect.element(page.getByText('Its tokens are revoked.')).toBeVisible()
  await expect.element(page.getByText('E9Mel').last()).not.toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Restore it' }))
  expect(onMend).toHaveBeenCalledOnce()
})

test('a long row of passed checks is put away for the eye, not for a screen reader or a test', async () => {
  const many = [...'abcdefgh'].map((id) => check(id, 'passed'))
  mount(<ChecksPanel verdicts={refused([...many, check('z', 'failed', failure)])} />)
  expect(texts()).toHaveLength(9)
  const first = items().first().element()
  expect(first.getBoundingClientRect().height).toBeLessThan(2)
  await userEvent.click(page.getByRole('button', { name: 'Show all' }))
  expect(first.getBoundingClientRect().height).toBeGreaterThan(20)
})

test('with no checks, there is the note or nothing', async () => {
  const { element, draw } = mount(<ChecksPanel verdicts={[]} note="No checks are known for this message." />)
  await expect.element(page.getByText('No checks are known for this message.')).toBeVisible()
  draw(<ChecksPanel verdicts={[]} />)
  expect(element.querySelector('p, li')).toBeNull()
})

test('expected and received are text, however naughty or long', () => {
  const naughty = '<img src=x onerror="document.title=1">'
  const { element } = mount(
    <ChecksPanel
      verdicts={refused([
        check('a', 'failed', { expected: naughty, received: 'x'.repeat(1_000_000), hint: naughty }),
      ])}
    />,
  )
  expect(element.querySelector('img')).toBeNull()
  expect(element.textContent?.length).toBeLessThan(4000)
})
