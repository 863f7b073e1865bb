import type { Locator, Page } from '@playwright/test'
import { patient } from '../fixtures/patient.ts'
import type { Words } from '../fixtures/words.ts'

/** What became of an order, and its tickets. */
export class OrderPage {
  readonly page: Page
  /** Whatever the order's status is. */
  readonly status: Locator
  readonly confirmed: Locator
  readonly failed: Locator
  /** The way on to where the payment is finished. */
  readonly toBank: Locator
  readonly tickets: Locator
  readonly chooseAgain: Locator

  constructor(page: Page, words: Words) {
    const order = words('order')
    this.page = page
    this.status = page.getByTestId('order')
    this.confirmed = page.getByRole('heading', { name: order('confirmedTitle') })
    this.failed = page.getByRole('heading', { name: order('failedTitle') })
    this.toBank = page.getByRole('link', { name: order('redirectGo') })
    this.tickets = page.getByTestId('ticket')
    this.chooseAgain = page.getByRole('link', { name: order('again') })
  }

  /** Of a barcode's letters some may read like a seat. */
  ticketFor(seat: string): Locator {
    return this.tickets.filter({ has: this.page.getByText(seat, { exact: true }) })
  }

  async untilConfirmed(): Promise<this> {
    await patient(this.confirmed, 'the order is confirmed').toBeVisible()
    return this
  }
}
