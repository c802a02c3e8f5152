import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { HttpRequest } from '../../http/message.ts'
import { requestToText } from '../../http/raw.ts'
import { mount } from '../mount.fixture.tsx'
import { tokenRequest } from './exchange.fixture.ts'
import RequestEditor from './request-editor.tsx'

function show(request: HttpRequest = tokenRequest, drafts = new Map<string, string>()) {
  const [onSend, onClose] = [vi.fn(), vi.fn()]
  mount(<RequestEditor request={request} drafts={drafts} onSend={onSend} onClose={onClose} />)
  return { onSend, onClose }
}

const raw = () => page.getByRole('textbox', { name: 'Raw request' })
const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const text = () => (raw().element() as HTMLTextAreaElement).value
const send = () => userEvent.click(page.getByRole('button', { name: 'Send edited request' }))

test('begins with the request as it stands on the wire, and the focus in it', async () => {
  const { onSend } = show()
  await expect.element(raw()).toHaveValue(requestToText(tokenRequest))
  await expect.element(raw()).toHaveFocus()
  await send()
  expect(onSend).toHaveBeenCalledWith(tokenRequest)
})

test('a value changed in the table rewrites its own bytes only', async () => {
  const { onSend } = show()
  await userEvent.fill(field('value 2'), 'a b&ü=')
  expect(text()).toBe(requestToText(tokenRequest).replace('code=Vx3n-8kQ0s7mC2aJ', 'code=a+b%26%C3%BC%3D'))
  await expect.element(field('value 2')).toHaveValue('a b&ü=')
  await send()
  expect(onSend.mock.calls[0]?.[0].body).toContain('&code=a+b%26%C3%BC%3D&redirect_uri=https%3A%2F%2F')
})

test('a change in the text changes the table', async () => {
  show()
  await userEvent.fill(raw(), 'GET /authorize?scope=a+b&state= HTTP/1.1\nHost: x\n\n')
  await expect.element(field('name 1')).toHaveValue('scope')
  await expect.element(field('value 1')).toHaveValue('a b')
  await expect.element(field('name 2')).toHaveValue('state')
  expect(page.getByRole('textbox', { name: /^value/ }).elements()).toHaveLength(2)
})

test('rows are added, named and deleted, doubles included', async () => {
  const { onSend } = show()
  await userEvent.click(page.getByRole('button', { name: 'Add a parameter' }))
  await userEvent.fill(field('name 4'), 'code')
  await userEvent.fill(field('value 4'), 'again')
  await userEvent.click(page.getByRole('button', { name: 'Delete parameter 1' }))
  await send()
  expect(onSend.mock.calls[0]?.[0].body).toBe(
    'code=Vx3n-8kQ0s7mC2aJ&redirect_uri=https%3A%2F%2Fapp.shop.example%2Fcallback&code=again',
  )
})

test('a request without parameters gets its first one in the query', async () => {
  show({ ...tokenRequest, method: 'GET', headers: [], body: '' })
  await userEvent.click(page.getByRole('button', { name: 'Add a parameter' }))
  await userEvent.fill(field('name 1'), 'x')
  expect(text()).toBe('GET /token?x= HTTP/1.1\n\n')
})

test('a problem is told with its line, sends nothing and loses nothing', async () => {
  const { onSend } = show()
  const broken = 'POST /token HTTP/1.1\nHost as.glassbox.example\n\na=1'
  await userEvent.fill(raw(), broken)
  await expect.element(page.getByRole('alert')).toHaveTextContent(/^Line 2: /)
  await send()
  expect(onSend).not.toHaveBeenCalled()
  expect(text()).toBe(broken)
  const area = raw().element() as HTMLTextAreaElement
  expect(text().slice(area.selectionStart, area.selectionEnd)).toBe('Host as.glassbox.example')
  await userEvent.click(page.getByRole('button', { name: 'Reset' }))
  expect(text()).toBe(requestToText(tokenRequest))
})

test('Ctrl+Enter sends, Escape closes', async () => {
  const { onSend, onClose } = show()
  await userEvent.click(field('value 1'))
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(onSend).toHaveBeenCalledOnce()
  await userEvent.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledOnce()
})

test('what was typed is there again when the editor is opened again, until it is sent or cancelled', async () => {
  const drafts = new Map<string, string>()
  show(tokenRequest, drafts)
  await userEvent.fill(raw(), 'POST /other HTTP/1.1\nHost: a\n\n')
  await userEvent.keyboard('{Escape}')
  show(tokenRequest, drafts)
  expect(drafts.get(requestToText(tokenRequest))).toBe('POST /other HTTP/1.1\nHost: a\n\n')
  await userEvent.click(page.getByRole('button', { name: 'Cancel' }).last())
  expect(drafts.size).toBe(0)
})

test('carriage returns survive when nothing was changed', async () => {
  const request = { ...tokenRequest, body: 'a=1\r\nb=2' }
  const { onSend } = show(request)
  await send()
  expect(onSend).toHaveBeenCalledWith(request)
})

test('1 MB can be edited: long values are cut in the table, and rows are bounded', async () => {
  const long = 'a'.repeat(1_000_000)
  const { onSend } = show({ ...tokenRequest, body: `state=${long}&x=1${'&n=0'.repeat(1000)}` })
  await expect.element(field('value 1')).toHaveAttribute('readonly')
  expect((field('value 1').element() as HTMLInputElement).value.length).toBeLessThan(2100)
  expect(page.getByRole('textbox', { name: /^value/ }).elements()).toHaveLength(200)
  await userEvent.fill(field('value 2'), '2')
  await send()
  expect(onSend.mock.calls[0]?.[0].body.slice(6 + long.length, 10 + long.length)).toBe('&x=2')
})
