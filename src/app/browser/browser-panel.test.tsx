import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Page, PageElement, PageNode } from '../../flows/ports.ts'
import { readPage } from '../../network/page.ts'
import { mount } from '../mount.fixture.tsx'
import '../styles.css'
import { BrowserPanel } from './browser-panel.tsx'

const url = 'https://as.glassbox.example/authorize?state=1'
const read = (html: string): Page =>
  readPage(html, url, (text) => new DOMParser().parseFromString(text, 'text/html'))

const user = { username: 'alice', password: 'wonderland' }

function show(shown: Page | undefined, busy = false) {
  const onSubmit = vi.fn()
  const panel = (page: Page | undefined) => (
    <BrowserPanel url={url} page={page} onSubmit={onSubmit} busy={busy} user={user} />
  )
  const { element, draw } = mount(panel(shown))
  return { onSubmit, place: element, turnTo: (page: Page | undefined) => draw(panel(page)) }
}

const signIn = read(`<main><h1>Sign in</h1><p role="alert">Try again</p>
  <form method="post" action="/sign-in"><input type="hidden" name="csrf" value="t0k">
  <label for="u">Username</label><input id="u" name="username" value="bob" required>
  <label>Password <input name="password" type="password"></label>
  <button type="submit">Sign in</button></form></main>`)

const consent = read(`<form method="post"><button name="decision" value="allow">Allow</button>
  <button name="decision" value="deny">Deny</button></form>`)

const browser = () => page.getByRole('region', { name: 'Browser' })

test('the address can be read and not changed', async () => {
  show(signIn)
  const address = browser().getByLabelText('Address')
  await expect.element(address).toHaveValue(url)
  await expect.element(address).toHaveAttribute('readonly')
})

test('fields keep their labels, headings go below ours, alerts stay alerts', async () => {
  show(signIn)
  await expect.element(browser().getByLabelText('Username')).toHaveValue('bob')
  await expect.element(browser().getByLabelText('Password')).toHaveAttribute('type', 'password')
  await expect.element(browser().getByRole('heading', { name: 'Sign in', level: 3 })).toBeVisible()
  await expect.element(browser().getByRole('alert')).toHaveTextContent('Try again')
})

test('one press fills the form, another sends every field, hidden ones too', async () => {
  const { onSubmit } = show(signIn)
  await userEvent.click(browser().getByRole('button', { name: 'Use alice' }))
  await userEvent.click(browser().getByRole('button', { name: 'Sign in' }))
  expect(onSubmit.mock.calls).toEqual([
    [
      {
        form: 0,
        values: { csrf: 't0k', username: 'alice', password: 'wonderland' },
        button: { text: 'Sign in' },
      },
    ],
  ])
})

test('Enter sends the form with its first button', async () => {
  const { onSubmit } = show(signIn)
  await userEvent.fill(browser().getByLabelText('Password'), '<b>&')
  await userEvent.keyboard('{Enter}')
  expect(onSubmit).toHaveBeenCalledWith(
    expect.objectContaining({ values: { csrf: 't0k', username: 'bob', password: '<b>&' } }),
  )
})

test('the button that was pressed is the one that is told', async () => {
  const { onSubmit } = show(consent)
  expect(browser().getByRole('button', { name: 'Use alice' }).query()).toBeNull()
  await userEvent.click(browser().getByRole('button', { name: 'Deny' }))
  expect(onSubmit.mock.calls[0]?.[0].button).toEqual({ text: 'Deny', name: 'decision', value: 'deny' })
})

test('nothing is sent while something is on its way', async () => {
  const { onSubmit, turnTo } = show(consent, true)
  await userEvent.click(browser().getByRole('button', { name: 'Allow' }))
  expect(onSubmit).not.toHaveBeenCalled()
  turnTo(undefined)
  await expect.element(browser().getByText(/On its way/)).toBeVisible()
})

test('what is typed stays when the same page is read again', async () => {
  const { turnTo } = show(signIn)
  await userEvent.fill(browser().getByLabelText('Username'), 'carol')
  turnTo({ ...signIn })
  await expect.element(browser().getByLabelText('Username')).toHaveValue('carol')
  turnTo({ ...signIn, content: ['Again: ', ...signIn.content] })
  await expect.element(browser().getByLabelText('Username')).toHaveValue('bob')
})

test('a hostile page is inert', () => {
  const { place } = show(
    read(`<h1 onclick="alert(1)" style="position:fixed" id="root">Hi</h1><script>alert(1)</script>
      <img src=x onerror=alert(1)><iframe src="/"></iframe><svg onload=alert(1)><a href="javascript:1"/></svg>
      <a href="javascript:alert(1)">press</a><marquee>old</marquee><object data="/"></object>
      <form action="javascript:alert(1)" target="_top"><button formaction="javascript:1">go</button></form>
      <input type="file"><input type="image" src="/x"><base href="https://evil.example/"><math><mi>x</mi></math>
      <table> <tr> <td>cell</td> </tr> </table><details open ontoggle=alert(1)>more</details>`),
  )
  expect(
    place.querySelector('img, script, iframe, svg, a, object, base, math, [type=file], [type=image]'),
  ).toBeNull()
  const attributes = [...place.querySelectorAll('*')].flatMap((element) => [...element.attributes])
  expect(attributes.filter(({ name }) => /^on|^style$|action|target|href|src/.test(name))).toEqual([])
  expect(attributes.filter(({ name, value }) => name === 'id' && value === 'root')).toEqual([])
  expect(place.textContent).toContain('press (javascript:alert(1))')
  expect(place.textContent).toContain('old')
  expect(place.textContent).toContain('cell')
  expect(place.textContent).not.toContain('alert(1)<')
})

test('depth, size and number of elements are bounded', () => {
  let deep: PageNode = 'bottom'
  for (let depth = 0; depth < 3000; depth++) {
    deep = { tag: 'div', attributes: {}, content: [deep] } satisfies PageElement
  }
  const many: PageNode[] = Array.from({ length: 50_000 }, () => ({ tag: 'br', attributes: {}, content: [] }))
  const content: PageNode[] = [deep, 'x'.repeat(1_000_000), ...many]
  const before = performance.now()
  const { place } = show({ url, title: '', content, forms: [] })
  expect(performance.now() - before).toBeLessThan(500)
  expect(place.textContent?.length).toBeLessThan(21_000)
  expect(place.querySelectorAll('*').length).toBeLessThan(2000)
})
