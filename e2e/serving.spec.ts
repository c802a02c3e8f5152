import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from '@playwright/test'

test.describe('the page as it is served', () => {
  for (const path of ['/', '/flows/authorization-code', '/nowhere']) {
    test(`${path} asks nobody else for anything and breaks no rule of its policy`, async ({
      page,
      baseURL,
    }) => {
      const requests: string[] = []
      const complaints: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))

      await page.goto(path, { waitUntil: 'networkidle' })

      expect(requests.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([])
      expect(complaints).toEqual([])
    })
  }

  for (const system of ['light', 'dark'] as const) {
    test(`takes the theme of a ${system} system, unless one was chosen`, async ({ page }) => {
      const theme = page.locator('html')
      await page.emulateMedia({ colorScheme: system })
      await page.goto('/')
      await expect(theme).toHaveAttribute('data-theme', system)

      const other = system === 'light' ? 'dark' : 'light'
      await page.evaluate((chosen) => localStorage.setItem('glassbox:theme', chosen), other)
      await page.reload()
      await expect(theme).toHaveAttribute('data-theme', other)
    })
  }
})

test.describe('npm start', () => {
  let npm: ChildProcess

  test.afterEach(() => npm.kill())

  async function start(port: number): Promise<string> {
    npm = spawn('npm', ['--silent', 'start', '--', '--port', String(port)])
    let said = ''
    npm.stdout?.on('data', (chunk) => {
      said += chunk
    })
    npm.stderr?.on('data', (chunk) => {
      said += chunk
    })
    await expect.poll(() => said).toContain('\n')
    return said
  }

  test('prints the address, and ends when npm is told to', async ({ request }) => {
    expect(await start(4409)).toBe('Glassbox is at http://localhost:4409\n')
    expect((await request.get('http://localhost:4409')).status()).toBe(200)

    npm.kill('SIGTERM')
    await once(npm, 'exit')
    const answer = () =>
      request.get('http://localhost:4409').then(
        () => 'still there',
        () => 'gone',
      )
    await expect.poll(answer, { timeout: 5000 }).toBe('gone')
  })

  test('says in one line that the port is taken', async ({ baseURL }) => {
    const port = Number(new URL(baseURL ?? '').port)
    expect(await start(port)).toBe(`Port ${port} is taken. Choose another one with --port.\n`)
  })
})
