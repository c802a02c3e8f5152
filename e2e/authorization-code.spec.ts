import { expect, type Page, test } from '@playwright/test'
import { FlowPage } from './driver.ts'

const toTokenRequest = /Send token request/
const toApi = /Call the API: /

/** Every request that the page makes, but those of its own origin. */
function requestsElsewhere(page: Page, origin: string): string[] {
  const urls: string[] = []
  page.on('request', (request) => request.url().startsWith(`${origin}/`) || urls.push(request.url()))
  return urls
}

test.describe('from the home page to data from the API', () => {
  for (const client of ['web-app', 'spa']) {
    for (const network of ['on', 'cut'] as const) {
      test(`as ${client}, with the network ${network}`, async ({ page, context, baseURL }) => {
        const elsewhere = requestsElsewhere(page, baseURL ?? '')
        const flow = new FlowPage(page)
        await page.goto('/', { waitUntil: 'networkidle' })
        if (network === 'cut') await context.setOffline(true)
        await page
          .getByRole('link', { name: /authorization code/i })
          .first()
          .click()
        await page.getByLabel('Client').selectOption(client)
        await flow.goOnTo(toApi)
        await flow.next()
        await expect(flow.sequence.getByRole('button', { name: /GET \/orders/ })).toBeVisible()
        await expect(flow.message).toContainText('200 OK')
        await expect(flow.checks.getByRole('heading')).toContainText('Why the API accepted')
        expect(elsewhere).toEqual([])
      })
    }
  }
})

test('the right arrow alone walks the whole flow', async ({ page }) => {
  const flow = new FlowPage(page)
  await flow.open()
  while (await flow.nextAction.isVisible()) {
    const before = await flow.entries()
    await page.keyboard.press('ArrowRight')
    await expect.poll(flow.entries).toBe(before + 1)
  }
  await expect(flow.message).toContainText('200 OK')
  const count = await flow.entries()
  await page.keyboard.press('ArrowLeft')
  await expect(flow.ledger).toContainText(`after message ${count - 1}`)
  expect(await flow.entries()).toBe(count)
})

test('arrow keys that belong to a field do not walk', async ({ page }) => {
  const flow = new FlowPage(page)
  await flow.open()
  await page.getByLabel('Scope').focus()
  await page.keyboard.press('ArrowRight')
  await page.getByLabel('PKCE').focus()
  await page.keyboard.press('ArrowLeft')
  expect(await flow.entries()).toBe(0)
})

test.describe('a message that was changed', () => {
  test('a wrong verifier is refused, shown with what was expected, and mended with one press', async ({
    page,
  }) => {
    const flow = new FlowPage(page)
    await flow.open()
    await flow.goOnTo(toTokenRequest)
    await flow.sendEdited((raw) => raw.replace(/code_verifier=.{4}/, 'code_verifier=AAAA'))
    await expect(flow.message).toContainText('400 Bad Request')
    await expect(flow.failed()).toHaveCount(1)
    await expect(flow.failed()).toContainText('RFC 7636 §4.6')
    await expect(flow.failed()).toContainText('expected')
    await expect(flow.sequence.getByRole('button', { name: /POST \/token, .*edited/ })).toBeVisible()

    await flow.checks.getByRole('button', { name: 'Restore code_verifier and resend' }).click()
    await expect(flow.message).toContainText('200 OK')
    await expect(flow.nextAction).not.toHaveText(toTokenRequest)
  })

  test('an unregistered redirect_uri ends on a page of the server, never in a redirect', async ({ page }) => {
    const flow = new FlowPage(page)
    await flow.open()
    await flow.goOnTo(/Follow the redirect to \/authorize/)
    await flow.sendEdited((raw) => raw.replace('app.shop.example', 'evil.example'))
    await expect(flow.message).toContainText('400 Bad Request')
    await expect(flow.message).not.toContainText('Location')
    await expect(flow.failed()).toContainText('RFC 9700 §2.1')
    await expect(flow.browser.getByLabel('Address')).toHaveValue(
      /^https:\/\/as\.glassbox\.example\/authorize/,
    )
  })

  test('a forged state is refused by the client itself', async ({ page }) => {
    const flow = new FlowPage(page)
    await flow.open()
    await flow.goOnTo(/Follow the redirect to \/callback/)
    await flow.sendEdited((raw) => raw.replace(/state=[^&\s]*/, 'state=forged'))
    await expect(flow.checks).toContainText('Why the client refused')
    await expect(flow.failed()).toContainText('state')
  })

  test('what is no request is refused beside the text, and nothing typed is lost', async ({ page }) => {
    const flow = new FlowPage(page)
    await flow.open()
    await flow.goOnTo(toTokenRequest)
    await page.getByRole('button', { name: 'Edit request' }).click()
    const raw = page.getByRole('textbox', { name: 'Raw request' })
    await raw.fill('POST /token HTTP/1.1\nno colon here\n\nx=1')
    await page.getByRole('button', { name: 'Send edited request' }).click()
    await expect(flow.message.getByRole('alert')).toContainText('2')
    await expect(raw).toHaveValue('POST /token HTTP/1.1\nno colon here\n\nx=1')
  })
})

test('a code that is spent twice is refused, and its tokens die', async ({ page }) => {
  const flow = new FlowPage(page)
  await flow.open('?api=introspection')
  await flow.goOnTo(toTokenRequest)
  await flow.next()
  await flow.select(/POST \/token/)
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(flow.message).toContainText('invalid_grant')
  await flow.goOnTo(toApi)
  await flow.next()
  await expect(flow.message).toContainText('401 Unauthorized')
})

test('to continue from a message forks the run and puts the server back', async ({ page }) => {
  const flow = new FlowPage(page)
  await flow.open()
  await flow.goOnTo(toTokenRequest)
  await flow.next()
  await flow.select(/POST \/token/)
  await page.getByRole('button', { name: 'Continue from here' }).click()
  await expect(flow.nextAction).toHaveText(toTokenRequest)
  await flow.next()
  await expect(flow.message).toContainText('200 OK')
  await expect(page.getByLabel('Run')).toBeVisible()
})

test('a code expires when the clock is moved', async ({ page }) => {
  const flow = new FlowPage(page)
  await flow.open()
  await flow.goOnTo(toTokenRequest)
  await page.getByRole('button', { name: /clock/i }).click()
  await page.getByRole('button', { name: '+1 min', exact: true }).click()
  await page.keyboard.press('Escape')
  await flow.next()
  await expect(flow.message).toContainText('invalid_grant')
  await expect(flow.failed()).toContainText('60')
})

test('a script’s request that a browser would keep back is kept back, and says why', async ({ page }) => {
  const flow = new FlowPage(page)
  await flow.open('?client=spa')
  await flow.goOnTo(toApi)
  await flow.sendEdited((raw) => raw.replace('Accept:', 'X-Test: 1\nAccept:'))
  await expect(flow.checks).toContainText('Why the browser refused')
  await expect(flow.failed()).toContainText('x-test')
  await expect(flow.message).toContainText('kept this request back')
  await flow.next()
  await expect(flow.message).toContainText('200 OK')
})

test('options are in the address, and the address sets the options', async ({ page }) => {
  const flow = new FlowPage(page)
  await flow.open('?client=spa&pkce=plain&scope=openid')
  await expect(page.getByLabel('Client')).toHaveValue('spa')
  await expect(page.getByLabel('PKCE')).toHaveValue('plain')
  await expect(page.getByLabel('Scope')).toHaveValue('openid')
  await page.getByLabel('API validates').selectOption({ index: 1 })
  await expect(page).toHaveURL(/client=spa.*pkce=plain.*scope=openid.*api=introspection/)
})

test('an option in the address that does not exist is named, not swallowed', async ({ page }) => {
  const flow = new FlowPage(page)
  await flow.open('?client=typo')
  await expect(page.getByText('client=typo')).toBeVisible()
  await expect(page.getByLabel('Client')).toHaveValue('web-app')
})

test('an edit that was not sent keeps the next action waiting, and is there again', async ({ page }) => {
  const flow = new FlowPage(page)
  await flow.open()
  await flow.goOnTo(toTokenRequest)
  const count = await flow.entries()
  await page.getByRole('button', { name: 'Edit request' }).click()
  const raw = page.getByRole('textbox', { name: 'Raw request' })
  await raw.fill('POST /token HTTP/1.1\nHost: typed\n\n')
  await expect(flow.nextAction).toHaveAttribute('aria-disabled', 'true')
  await flow.select(/GET \/callback/)
  await expect(raw).toBeHidden()
  await flow.select(/^next, POST \/token/)
  await page.getByRole('button', { name: 'Edit request' }).click()
  await expect(raw).toHaveValue('POST /token HTTP/1.1\nHost: typed\n\n')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await flow.next()
  expect(await flow.entries()).toBe(count + 1)
})

test('what the API asked on the way can be looked at by itself', async ({ page }) => {
  const flow = new FlowPage(page)
  await flow.open('?api=introspection')
  await flow.goOnTo(toApi)
  await flow.next()
  await flow.select(/POST \/introspect/)
  await expect(flow.message).toContainText('token_type_hint')
  await expect(flow.checks.getByRole('heading', { level: 2 })).toHaveText(/Why the server accepted/)
})

test.describe('a reload', () => {
  test('keeps the run, the server, the cookies and the clock at every step', async ({ page }) => {
    const flow = new FlowPage(page)
    await flow.open()
    while (await flow.nextAction.isVisible()) {
      await flow.next()
      const [count, action] = [await flow.entries(), await flow.nextStep.textContent()]
      await page.reload()
      await expect.poll(flow.entries).toBe(count)
      await expect(flow.nextStep).toHaveText(action ?? '')
    }
    await expect(flow.message).toContainText('200 OK')
  })

  test('back and forward find the run as it was', async ({ page }) => {
    const flow = new FlowPage(page)
    await page.goto('/')
    await page
      .getByRole('link', { name: /authorization code/i })
      .first()
      .click()
    await flow.goOnTo(toTokenRequest)
    const count = await flow.entries()
    await page.goBack()
    await expect(page).toHaveURL('/')
    await page.goForward()
    await expect(flow.nextAction).toHaveText(toTokenRequest)
    expect(await flow.entries()).toBe(count)
  })
})

test.describe('a storage that', () => {
  const key = 'glassbox:run:authorization-code?'

  for (const [what, text] of [
    ['holds no JSON', '{'],
    ['holds something else', '{"version":1}'],
    [
      'holds a server of nonsense',
      '{"version":1,"parts":["5"],"current":0,"offset":0,"branches":[{"run":{"flow":"authorization-code","options":{},"entries":[]},"snapshot":{"code":99}}]}',
    ],
    [
      'holds a run of nonsense',
      '{"version":1,"parts":[],"current":0,"offset":0,"branches":[{"run":{"entries":[{"kind":"exchange","step":"x"}]},"snapshot":{}}]}',
    ],
  ] as const) {
    test(`${what} starts the run over, and says so`, async ({ page }) => {
      await page.addInitScript(([name, value]) => sessionStorage.setItem(name, value), [key, text] as const)
      const flow = new FlowPage(page)
      await flow.open()
      await expect(page.getByText('It starts over.')).toBeVisible()
      await flow.next()
    })
  }

  test('is full keeps the page going, and says what is lost', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    const flow = new FlowPage(page)
    await flow.open()
    await flow.next()
    await expect(page.getByText('after a reload it starts over')).toBeVisible()
    await flow.goOnTo(toTokenRequest)
  })

  test('is forbidden does no harm', async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['sessionStorage', 'localStorage']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('no', 'SecurityError')
          },
        })
      }
    })
    const flow = new FlowPage(page)
    await flow.open()
    await flow.goOnTo(toTokenRequest)
  })
})

test('a parameter of 1 MB is refused and drawn without a stop', async ({ page }) => {
  const flow = new FlowPage(page)
  await flow.open()
  await flow.goOnTo(toTokenRequest)
  await flow.sendEdited((raw) => `${raw}&huge=${'x'.repeat(1024 * 1024)}`)
  await expect(flow.message).toContainText('413')
  expect((await flow.message.textContent())?.length).toBeLessThan(100_000)
  await flow.next()
  await expect(flow.message).toContainText('200 OK')
})

test('markup in a parameter stays text', async ({ page }) => {
  let dialogs = 0
  page.on('dialog', (dialog) => {
    dialogs += 1
    return dialog.dismiss()
  })
  const flow = new FlowPage(page)
  await flow.open()
  await flow.goOnTo(/Follow the redirect to \/authorize/)
  const markup = '"><svg onload=alert(1)><img src=x onerror=alert(1)><script>alert(1)</script>'
  await flow.sendEdited((raw) => raw.replace(/state=[^&\s]*/, `state=${encodeURIComponent(markup)}`))
  await flow.goOnTo(/Follow the redirect to \/callback/)
  await flow.next()
  await expect(flow.checks).toContainText('Why the client refused')
  await expect(page.locator('svg[onload], img[src=x]')).toHaveCount(0)
  expect(dialogs).toBe(0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('nothing runs out of the page to the side', async ({ page }) => {
    const flow = new FlowPage(page)
    await flow.open()
    await flow.goOnTo(toApi)
    await flow.next()
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await overflow()).toBe(0)
    await page.goto('/')
    expect(await overflow()).toBe(0)
  })
})
