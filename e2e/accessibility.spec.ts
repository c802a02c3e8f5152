import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page, test } from '@playwright/test'
import { FlowPage } from './driver.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** As much of axe as is used here; it puts itself on the window. */
interface WithAxe {
  readonly axe: {
    run(): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>
  }
}

/** What axe finds, as one line a rule with the places. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const found = await (window as unknown as WithAxe).axe.run()
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`)
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} pixels wide`, () => {
      // What is halfway through appearing has half its contrast.
      test.use({ colorScheme, viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } })

      test('the home page and the page that is not there', async ({ page }) => {
        for (const path of ['/', '/nowhere']) {
          await page.goto(path)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          expect(await violations(page)).toEqual([])
        }
      })

      test('the flow page, from its beginning to its end', async ({ page }) => {
        const flow = new FlowPage(page)
        await flow.open('?api=introspection')
        expect(await violations(page)).toEqual([])
        await flow.goOnTo(/Sign in as/)
        expect(await violations(page)).toEqual([])
        await flow.goOnTo(/Send token request/)
        await flow.sendEdited((raw) => raw.replace(/code_verifier=.{4}/, 'code_verifier=AAAA'))
        await expect(flow.failed()).toBeVisible()
        expect(await violations(page)).toEqual([])
        await page.getByRole('button', { name: 'Edit request' }).click()
        await expect(page.getByRole('textbox', { name: 'Raw request' })).toBeVisible()
        expect(await violations(page)).toEqual([])
        await page.getByRole('button', { name: 'Cancel' }).click()
        await flow.goOnTo(/Call the API: /)
        await flow.next()
        for (const tab of ['Parameters', 'Decoded', 'Code']) {
          await page.getByRole('tab', { name: tab, exact: true }).click()
          expect(await violations(page)).toEqual([])
        }
      })
    })
  }
}
