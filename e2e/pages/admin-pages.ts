import { expect, type FrameLocator, type Page } from '@playwright/test'
import { untilAwake } from '../fixtures/until-awake.ts'

/** Saving and publishing pass through the reseller service and Kafka; on a busy machine that takes a while. */
const PATIENCE_MS = 45_000

/** The staff's pages as a person uses them, in English. */
export class AdminPages {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.page.url()).href)
    await untilAwake(this.page)
  }

  /** Types a colour in the editor and waits until it is saved. @returns the version it was saved as */
  async setColour(name: string, colour: string): Promise<number> {
    await this.page.getByRole('textbox', { name, exact: true }).fill(colour)
    const saved = this.page.getByText(/^Saved as version \d+\.$/)
    await expect(saved).toBeVisible({ timeout: PATIENCE_MS })
    return Number(/\d+/.exec((await saved.textContent()) ?? '')?.[0])
  }

  /** The frame that shows a version, by what stands above it. */
  frame(title: string): FrameLocator {
    return this.page.frameLocator(`iframe[title="${title}"]`)
  }

  /** The innermost: a step to somebody's last draft stands inside that one's. */
  row(version: number) {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { name: `Version ${version}`, exact: true }) })
      .last()
  }

  /** Shows the drafts that stand behind the last one of their run. */
  async openSteps(): Promise<void> {
    await this.page.locator('details:has(> ol)').evaluateAll((all) => {
      for (const steps of all) (steps as HTMLDetailsElement).open = true
    })
  }

  /** Publishes or rolls back, through the dialog that says what changes, and waits until the version is live. */
  async makeLive(version: number, button: 'Publish' | 'Roll back to this'): Promise<void> {
    await this.open('/admin/versions')
    await this.openSteps()
    await this.row(version).getByRole('button', { name: button }).click()
    const dialog = this.page.getByRole('dialog', { name: new RegExp(`version ${version}\\?`) })
    await dialog.getByRole('button', { name: button }).click()
    await expect(this.row(version).getByText('Live', { exact: true }).first()).toBeVisible({ timeout: PATIENCE_MS })
  }
}
