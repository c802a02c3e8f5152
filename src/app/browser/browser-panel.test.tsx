import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Page, PageElement, PageNode } from '../../flows/ports.ts'
import { readPage } from '../../network/page.ts'
import { mount } from '../mount.fixture.tsx'
import '../styles.css'
import { BrowserPanel } from './browser-panel.tsx'
import { parseHtml } from './parse-html.ts'

const url = 'https://as.glassbox.example/authorize?state=1'
const read = (html: string): Page => readPage(html, url, parseHtml)

const user = { username: 'alice', password: 'wonderland' }

function show(shown: Page | undefined, busy = false) {
  const onSubmit = vi.fn()
  let load = 1
  const panel = (page: Page | undefined) => (
    <BrowserPanel url={url} page={page} load={load} onSubmit={onSubmit} busy={busy} user={user} />
  )
  const { element, draw } = mount(panel(shown))
  return {
    onSubmit,
    place: element,
    /** The browser has made an exchange. */
    turnTo: (page: Page | undefined) => {
      load += 1
      draw(panel(page))
    },
    /** The same page, read once more. */
    readAgain: (page: Page) => draw(panel(page)),
  }
}

const signIn = read(`<main><h1>Sign in</h1><p role="alert">Try again</p>
  <form method="post" action="/sign-in"><input type="hidden" name="csrf" value="t0k">
  <label for="u">Username</label><input id="u" name="username" value="bob" required>
  <label>Password <input name="password" type="password"></label>
  <button type="submit">Sign in</button></form></main>`)

const consent =
  read(`<h1>Allow web-app?</h1><form method="post"><button name="decision" value="allow">Allow</button>
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

test('boxes, lists and long texts can be changed, and are told as they stand', async () => {
  const { onSubmit } = show(
    read(`<form method="post">
      <label><input type="checkbox" name="keep" checked> Keep</label>
      <label><input type="checkbox" name="news" value="weekly"> News</label>
      <label><input type="radio" name="plan" value="a" checked> A</label>
      <label><input type="radio" name="plan" value="b"> B</label>
      <label for="c">Colour</label><select id="c" name="colour"><option>red<option value="g" selected>green</select>
      <label for="w">Why</label><textarea id="w" name="why">because</textarea>
      <label><input type="checkbox" name="never" disabled checked> Never</label>
      <button>Send</button></form>`),
  )
  const send = () => userEvent.click(browser().getByRole('button', { name: 'Send' }))
  await send()
  await userEvent.click(browser().getByLabelText('Keep'))
  await userEvent.click(browser().getByLabelText('News'))
  await userEvent.click(browser().getByLabelText('B', { exact: true }))
  await userEvent.selectOptions(browser().getByLabelText('Colour'), 'red')
  await userEvent.fill(browser().getByLabelText('Why'), 'why not')
  await send()
  expect(onSubmit.mock.calls.map(([{ values }]) => values)).toEqual([
    { keep: 'on', news: '', plan: 'a', colour: 'g', why: 'because' },
    { keep: '', news: 'weekly', plan: 'b', colour: 'red', why: 'why not' },
  ])
})

test('nothing is sent while something is on its way', async () => {
  const { onSubmit, turnTo } = show(consent, true)
  await userEvent.click(browser().getByRole('button', { name: 'Allow' }))
  expect(onSubmit).not.toHaveBeenCalled()
  turnTo(undefined)
  await expect.element(browser().getByText(/On its way/)).toBeVisible()
})

test('what is typed stays when the same page is read again', async () => {
  const { readAgain } = show(signIn)
  await userEvent.fill(browser().getByLabelText('Username'), 'carol')
  readAgain({ ...signIn, content: [...signIn.content] })
  await expect.element(browser().getByLabelText('Username')).toHaveValue('carol')
})

test('a page that is loaded starts afresh, though it reads the same', async () => {
  const { turnTo } = show(signIn)
  await userEvent.fill(browser().getByLabelText('Password'), 'wrong')
  turnTo({ ...signIn })
  await expect.element(browser().getByLabelText('Password')).toHaveValue('')
})

describe('after a form is sent, the focus goes on', () => {
  test('to the first field of the next page', async () => {
    const { turnTo } = show(signIn)
    await userEvent.fill(browser().getByLabelText('Password'), 'wrong')
    await userEvent.keyboard('{Enter}')
    turnTo({ ...signIn })
    await expect.element(browser().getByLabelText('Username')).toHaveFocus()
  })

  test('to its heading, where it has no field', async () => {
    const { turnTo } = show(signIn)
    await userEvent.click(browser().getByRole('button', { name: 'Sign in' }))
    turnTo(consent)
    await expect.element(browser().getByRole('heading', { name: 'Allow web-app?' })).toHaveFocus()
    await userEvent.tab()
    await expect.element(browser().getByRole('button', { name: 'Allow' })).toHaveFocus()
  })

  test('to the word that it is on its way, and from there to the page', async () => {
    const { turnTo } = show(signIn)
    await userEvent.click(browser().getByRole('button', { name: 'Sign in' }))
    turnTo(undefined)
    expect(document.activeElement?.textContent).toMatch(/^On its way/)
    turnTo(signIn)
    await expect.element(browser().getByLabelText('Username')).toHaveFocus()
  })

  test('unless it has gone elsewhere', async () => {
    const { turnTo } = show(signIn)
    await userEvent.click(browser().getByRole('button', { name: 'Sign in' }))
    await userEvent.click(browser().getByRole('button', { name: 'Use alice' }))
    await userEvent.click(browser().getByLabelText('Address'))
    turnTo(signIn)
    await expect.element(browser().getByLabelText('Address')).toHaveFocus()
  })
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
  const { place } = show({ url, title: '', content, forms: [] })
  expect(place.textContent?.length).toBeLessThan(21_000)
  expect(place.querySelectorAll('*').length).toBeLessThan(2000)
})
