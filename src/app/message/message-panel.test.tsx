import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { HttpRequest } from '../../http/message.ts'
import { requestToText, responseToText } from '../../http/raw.ts'
import { mount } from '../mount.fixture.tsx'
import '../styles.css'
import { LitProvider } from '../values/lit.tsx'
import { entryOf, exchangeOf, refusal, tokenRequest } from './exchange.fixture.ts'
import { MessagePanel } from './message-panel.tsx'

const roles = [
  { id: 'client', name: 'web-app', term: 'client' },
  { id: 'authorization-server', name: 'Authorization server', term: 'as.glassbox.example' },
  { id: 'resource-server', name: 'Resource server', term: 'api.glassbox.example' },
]

type Props = Parameters<typeof MessagePanel>[0]

function show(subject: Props['subject'], more: Partial<Props> = {}) {
  const panel = (entry: Props['subject'], change: Partial<Props>) => (
    <LitProvider>
      <MessagePanel
        subject={entry}
        number={8}
        roles={roles}
        editTarget="POST /token"
        onEdit={() => {}}
        keys={undefined}
        {...change}
      />
    </LitProvider>
  )
  const { element, draw } = mount(panel(subject, more))
  return {
    place: element,
    turnTo: (entry: Props['subject'], change: Partial<Props> = {}) => draw(panel(entry, change)),
  }
}

const open = (name: string) => userEvent.click(page.getByRole('tab', { name, exact: true }))

/** What copying all of an element gives. */
function copied(element: Element): string {
  const selection = getSelection()
  selection?.selectAllChildren(element)
  return selection?.toString() ?? ''
}

describe('the raw message', () => {
  test('can be copied exactly, though it is laid out in more lines', () => {
    const { place } = show(entryOf())
    const messages = [...place.querySelectorAll('pre')]
    expect(messages.map(copied)).toEqual([requestToText(tokenRequest), responseToText(refusal)])
    expect(messages[0]?.offsetHeight).toBeGreaterThan(6.5 * 19)
  })

  test('lights up every place of the value that is pointed at', async () => {
    const headers = [['Location', 'https://a.example/?code=Vx3n-8kQ0s7mC2aJ'] as const]
    show(entryOf({ response: { status: 302, headers, body: '' } }))
    const places = page.getByText('Vx3n-8kQ0s7mC2aJ')
    const lit = () => places.elements().map((place) => getComputedStyle(place).backgroundColor)
    const dark = lit()
    expect(dark).toHaveLength(2)
    await userEvent.hover(places.first())
    await expect.poll(() => lit().filter((colour, index) => colour !== dark[index])).toHaveLength(2)
  })

  test('says what was edited, and what it was', async () => {
    const request: HttpRequest = {
      ...tokenRequest,
      target: '/token?x=1',
      headers: tokenRequest.headers.toSpliced(1, 1),
      body: tokenRequest.body.replace('Vx3n-8kQ0s7mC2aJ', 'other'),
    }
    show(entryOf({ request }, tokenRequest))
    const list = page.getByRole('list', { name: 'Edited before it was sent' })
    expect(
      list
        .getByRole('listitem')
        .elements()
        .map((item) => item.textContent),
    ).toEqual([
      'edited x is new ',
      'edited Authorization is left out, was Basic d2ViLWFwcDp3ZWItYXBwLXNlY3JldA==',
      'edited code was Vx3n-8kQ0s7mC2aJ',
    ])
  })

  test('shows what the receiver asked of others, put away', async () => {
    const asked = exchangeOf({ from: 'resource-server', request: { ...tokenRequest, target: '/introspect' } })
    const { place } = show(entryOf({ meanwhile: [asked] }))
    const nested = place.querySelector('details pre')
    expect(nested?.checkVisibility()).toBe(false)
    await userEvent.click(page.getByText(/^Meanwhile Resource server asked Authorization server/))
    expect(nested?.checkVisibility()).toBe(true)
    expect(nested?.textContent).toContain('POST /introspect HTTP/1.1')
  })

  test('of 1 MB draws the beginning, and more when asked', async () => {
    const body = `${tokenRequest.body}&state=${'a'.repeat(1_048_576)}`
    const { place } = show(entryOf({ request: { ...tokenRequest, body } }))
    expect(place.textContent?.length).toBeLessThan(6000)
    await userEvent.click(page.getByRole('button', { name: 'Show 12,000' }))
    expect(place.textContent?.length).toBeGreaterThan(16_000)
    expect(place.textContent?.length).toBeLessThan(20_000)
  })

  test.each(['Message', 'Parameters', 'Decoded', 'Code'])(
    'keeps naughty strings inert in %s',
    async (tab) => {
      const naughty = '<img src=x onerror=alert(1)>"\'&#39;{{7*7}}\u202e\u0000'
      const request: HttpRequest = {
        ...tokenRequest,
        target: `/${naughty}?${naughty}=${naughty}&a=%ff`,
        headers: [[naughty, naughty], ['Authorization', `Bearer ${naughty}`], ...tokenRequest.headers],
        body: `constructor=1&__proto__=${naughty}&%=%`,
      }
      const response = { status: 299, headers: [['Location', naughty] as const], body: naughty }
      const { place } = show(entryOf({ request, response }, tokenRequest))
      await open(tab)
      expect(place.querySelector('img')).toBeNull()
      expect(place.textContent).not.toBe('')
    },
  )
})

test('parameters are decoded, explained, and odd ones flagged', async () => {
  const body = 'scope=a+b&scope=c&odd=1&bad=%zz'
  show(entryOf({ request: { ...tokenRequest, body } }))
  await open('Parameters')
  await expect.element(page.getByText('a b', { exact: true })).toBeVisible()
  expect(page.getByText(/^Stands more than once/).elements()).toHaveLength(2)
  expect(page.getByText(/^Not well encoded/).elements()).toHaveLength(1)
  await expect.element(page.getByRole('link', { name: 'RFC 6749 §3.3' }).first()).toBeVisible()
  expect(page.getByText('No meaning is recorded for this name.').elements()).toHaveLength(2)
})

test('a key set is explained key by key', async () => {
  const keys = [
    { kty: 'RSA', n: 'x', e: 'AQAB' },
    { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' },
  ]
  const headers = [['Content-Type', 'application/jwk-set+json']] as const
  show(entryOf({ response: { status: 200, headers, body: JSON.stringify({ keys }) } }))
  await open('Parameters')
  await expect.element(page.getByRole('heading', { name: 'Response, key 2' })).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'RFC 7517 §5.1' })).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'RFC 7518 §6.2.1.1' })).toBeVisible()
  expect(page.getByText('No meaning is recorded for this name.').elements()).toHaveLength(0)
})

test('Basic credentials are decoded', async () => {
  show(entryOf())
  await open('Decoded')
  await expect.element(page.getByText('web-app-secret')).toBeVisible()
})

test('there may be nothing to decode', async () => {
  show(entryOf({ request: { ...tokenRequest, headers: [], body: '' } }))
  await open('Decoded')
  await expect.element(page.getByText('Nothing to decode in this message.')).toBeVisible()
})

test('a local entry shows what was made', async () => {
  show(
    {
      kind: 'local',
      step: 'make',
      at: 0,
      checks: [],
      outcome: 'done',
      before: undefined,
      learned: { state: 'Xyz', code_verifier: 'dBjf' },
    },
    { did: 'make verifier, state' },
  )
  await expect.element(page.getByText('make verifier, state')).toBeVisible()
  await expect.element(page.getByText('dBjf')).toBeVisible()
  await expect.element(page.getByText('verifier', { exact: true })).toBeVisible()
})

test('while the editor is open it takes the tabs’ place, and gives the focus back', async () => {
  const onEdit = vi.fn()
  const { turnTo } = show(entryOf(), { onEdit })
  await userEvent.click(page.getByRole('button', { name: 'Edit request' }))
  expect(onEdit).toHaveBeenCalledOnce()
  turnTo(entryOf(), { editor: <p>The editor</p> })
  await expect.element(page.getByText('The editor')).toBeVisible()
  expect(page.getByRole('tab').elements()).toHaveLength(0)
  turnTo(entryOf())
  await expect.element(page.getByRole('button', { name: 'Edit request' })).toHaveFocus()
})
