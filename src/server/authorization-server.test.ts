import { describe, expect, it } from 'vitest'
import { headerOf, requestTo } from '../http/message.ts'
import { createAuthorizationServer } from './authorization-server.ts'
import { authorizeUrl, redemption, webApp } from './conformance/grant.fixture.ts'
import { inProcess } from './conformance/in-process.fixture.ts'
import { conformanceConfiguration } from './conformance/subject.fixture.ts'
import { formType } from './conformance/user-agent.fixture.ts'
import { equalText } from './equal-text.ts'
import { createMemoryStore } from './memory-store.ts'
import { html, textOf } from './pages/html.ts'

describe('a server whose store fails', () => {
  const clock = () => 1_800_000_000_000
  const exceptions: unknown[] = []
  const broken = async () => {
    throw new Error('the disk at /var/lib/secret is full')
  }
  const server = createAuthorizationServer({
    configuration: conformanceConfiguration('https://as.glassbox.example'),
    store: { ...createMemoryStore({ clock }), get: broken, put: broken, list: broken },
    clock,
    random: (length) => new Uint8Array(length),
    onException: (exception) => exceptions.push(exception),
  })
  it('answers 500 without saying why, in the form that its reader expects', async () => {
    const subject = await inProcess(conformanceConfiguration)
    const body = new URLSearchParams(Object.entries(redemption('x')) as [string, string][]).toString()
    const post = { method: 'POST', headers: [formType, webApp], body }
    const token = await server.handle(requestTo('https://as.glassbox.example/token', post))
    const page = await server.handle(requestTo(authorizeUrl(subject)))
    const types = [token, page].map(({ response }) => headerOf(response, 'content-type'))
    expect(types).toEqual(['application/json', 'text/html; charset=utf-8'])
    for (const { response, checks } of [token, page]) {
      expect(response.status).toBe(500)
      expect(response.body).toContain('server_error')
      expect(response.body).not.toMatch(/disk|secret|Error:/)
      expect(headerOf(response, 'cache-control')).toBe('no-store')
      expect(checks).toEqual([])
    }
    expect(headerOf(token.response, 'access-control-allow-origin')).toBe('*')
    expect(exceptions).toHaveLength(2)
  })
})

describe('html', () => {
  it('escapes every text that is put in, and no HTML twice', () => {
    const text = `<a href="x" title='y'>&amp;</a>`
    const escaped = '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;'
    expect(textOf(html`<p title="${text}">${text}</p>`)).toBe(`<p title="${escaped}">${escaped}</p>`)
    expect(textOf(html`<ul>${[html`<li>${'&'}</li>`, html`<li></li>`]}${undefined}</ul>`)).toBe(
      '<ul><li>&amp;</li><li></li></ul>',
    )
  })
})

describe('equalText', () => {
  it('says whether two texts are the same', () => {
    expect(equalText('secret', 'secret')).toBe(true)
    expect(equalText('', '')).toBe(true)
    for (const other of ['secret ', 'secre', 'Secret', '', 'secre\u0000', 'sécret']) {
      expect(equalText('secret', other)).toBe(false)
      expect(equalText(other, 'secret')).toBe(false)
    }
  })
})
