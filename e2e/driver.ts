import { expect, type Locator, type Page } from '@playwright/test'

/** The flow page in its user's words, so that a journey reads as one. */
export class FlowPage {
  readonly sequence: Locator
  readonly message: Locator
  readonly checks: Locator
  readonly ledger: Locator
  readonly browser: Locator
  readonly nextStep: Locator
  readonly nextAction: Locator

  readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.sequence = page.getByRole('region', { name: 'Sequence' })
    this.message = page.getByRole('region', { name: 'Message' })
    this.checks = page.getByRole('region', { name: 'Server checks' })
    this.ledger = page.getByRole('region', { name: 'Who knows what' })
    this.browser = page.getByRole('region', { name: 'Browser' })
    this.nextStep = page.getByRole('region', { name: 'Next step' })
    this.nextAction = this.nextStep.locator('button[aria-keyshortcuts="ArrowRight"]')
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`/flows/authorization-code${query}`)
    await expect(this.nextAction).toBeEnabled()
  }

  /** Number of messages and pieces of work so far. */
  entries = (): Promise<number> => this.sequence.getByRole('button', { name: /^\d+, / }).count()

  /** Does what is next, by its button, and waits until it has happened. */
  async next(): Promise<void> {
    const before = await this.entries()
    await this.nextAction.click()
    await expect.poll(this.entries).toBe(before + 1)
  }

  async signIn(): Promise<void> {
    await this.browser.getByRole('button', { name: 'Use alice' }).click()
    await this.browser.getByRole('button', { name: 'Sign in' }).click()
    await this.browser.getByRole('button', { name: 'Allow' }).click()
    await expect(this.browser.getByRole('button', { name: 'Allow' })).toBeHidden()
  }

  /** Goes on, signing in by hand, until the next action has this name. */
  async goOnTo(action: RegExp): Promise<void> {
    for (let count = 0; count < 30; count += 1) {
      if (action.test((await this.nextAction.textContent()) ?? '')) return
      if (await this.browser.getByRole('button', { name: 'Use alice' }).isVisible()) await this.signIn()
      else await this.next()
    }
    throw new Error(`The next action was never ${action}.`)
  }

  /** Changes the text of the next request, or of the selected message, and sends it. */
  async sendEdited(edit: (raw: string) => string): Promise<void> {
    await this.page.getByRole('button', { name: 'Edit request' }).click()
    const raw = this.page.getByRole('textbox', { name: 'Raw request' })
    await raw.fill(edit(await raw.inputValue()))
    const before = await this.entries()
    await this.page.getByRole('button', { name: 'Send edited request' }).click()
    await expect.poll(this.entries).toBe(before + 1)
  }

  /** Picks a message in the sequence by what its row says. */
  async select(row: RegExp): Promise<void> {
    await this.sequence.getByRole('button', { name: row }).first().click()
  }

  /** The text of the check that failed. */
  failed = (): Locator => this.checks.getByRole('listitem').filter({ hasText: /^failed/ })
}
