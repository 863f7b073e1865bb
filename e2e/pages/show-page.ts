import { expect, type Locator, type Page } from '@playwright/test'
import { saidOn } from '../fixtures/announcements.ts'
import { patient } from '../fixtures/patient.ts'
import type { Words } from '../fixtures/words.ts'
import { CheckoutPage } from './checkout-page.ts'

/** The page of one show, open in one tab. */
export class ShowPage {
  readonly page: Page
  readonly #words: Words
  /** "Just sold". */
  readonly banner: Locator
  /** What is chosen here, in words. */
  readonly selection: Locator
  /** Seats that others were faster with. */
  readonly lost: Locator
  /** Why nothing was reserved. */
  readonly problem: Locator
  /** That nobody knows whether something was reserved. */
  readonly noAnswer: Locator
  /** Asks for the same once more. */
  readonly tryAgain: Locator
  readonly continue: Locator
  readonly soldOut: Locator
  /** The room that tickets will take. */
  readonly loading: Locator
  /** Every seat of the hall. */
  readonly seats: Locator
  /** Leads back to tickets that wait for this browser. */
  readonly backToHold: Locator
  /** Gives those tickets back and has them chosen again. */
  readonly changeChoice: Locator
  /** That this was done. */
  readonly choiceIsOpen: Locator
  /** Seats that are reserved for this browser. */
  readonly mine: Locator
  /** What is said about a seat that would be left alone. */
  readonly orphanHint: Locator
  readonly #offer: Locator
  readonly #lostSeat: Locator
  /** The line that says that updates are slow, or that one is offline. */
  readonly liveNotice: Locator

  constructor(page: Page, words: Words) {
    const selection = words('selection')
    this.page = page
    this.#words = words
    this.banner = page.getByTestId('sold-banner')
    this.selection = page.getByRole('region', { name: selection('title') })
    this.lost = page.getByTestId('lost-seats')
    this.problem = this.selection.getByText(selection('failedTitle'))
    this.noAnswer = this.selection.getByText(selection('noAnswerTitle'))
    this.tryAgain = this.selection.getByRole('button', { name: selection('tryAgain'), exact: true })
    this.continue = page.getByRole('button', { name: selection('continue'), exact: true })
    this.soldOut = page.getByText(words('show')('soldOutTitle'), { exact: true })
    this.loading = page.getByRole('status').filter({ hasText: words('tickets')('loading') })
    this.seats = page.locator('[data-seat]')
    this.backToHold = page.getByRole('link', { name: selection('openContinue') })
    this.changeChoice = page.getByRole('button', { name: selection('openChange'), exact: true })
    this.choiceIsOpen = page.locator('main [tabindex="-1"]').filter({ hasText: selection('changeTitle') })
    this.mine = page.locator('[data-seat][data-status="mine"]')
    this.orphanHint = page.getByTestId('orphan-hint')
    this.#offer = this.lost.locator('[data-offer]').first()
    this.#lostSeat = this.lost.getByText(selection('lostHeld')).or(this.lost.getByText(selection('lostSold')))
    this.liveNotice = page.getByText(words('live')('polling'))
  }

  /** From here on the page hears of every sale. */
  async untilLive(): Promise<this> {
    await patient(this.page.locator('[data-live="true"]'), 'the page is live').toBeVisible()
    return this
  }

  /** Every text that the banner has shown in this tab, oldest first. */
  async announcements(): Promise<string[]> {
    return (await saidOn(this.page, 'sold-banner')).map(({ text }) => text)
  }

  /** When the banner has shown each of them. */
  async announcedAtMs(): Promise<number[]> {
    return (await saidOn(this.page, 'sold-banner')).map(({ atMs }) => atMs)
  }

  /** Waits until the banner has said exactly this, and says whether it said anything else. */
  async hasAnnounced(...texts: readonly string[]): Promise<void> {
    await patient.poll(() => this.announcements(), 'what the banner said').toEqual(texts)
  }

  seat(label: string): Locator {
    return this.page.locator(`[data-seat=${JSON.stringify(label)}]`)
  }

  /** Where a seat is on screen once nothing above it moves any more: its middle, and how wide it is drawn. */
  async placeOf(label: string): Promise<{ x: number; y: number; width: number }> {
    const seen: Awaited<ReturnType<Locator['boundingBox']>>[] = []
    const rests = async () => {
      const [before, box] = [seen.at(-1), await this.seat(label).boundingBox()]
      seen.push(box)
      return box && before?.x === box.x && before.y === box.y && before.width === box.width
    }
    await expect.poll(rests, `seat ${label} is at rest`).toBe(true)
    const box = seen.at(-1)
    if (!box) throw new Error(`seat ${label} is not on the page`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width }
  }

  /** Moves the hall by mouse or wheel, and waits until another part of it is drawn and at rest. */
  async moveHall(move: () => Promise<void>): Promise<void> {
    const drawn = () =>
      this.seats.first().evaluate((seat) => {
        const svg = seat.closest('svg')
        return { part: svg?.getAttribute('viewBox'), moving: svg?.parentElement?.style.transform !== '' }
      })
    const { part } = await drawn()
    await move()
    await expect
      .poll(async () => {
        const now = await drawn()
        return now.part !== part && !now.moving
      }, 'another part of the hall is drawn')
      .toBe(true)
  }

  /** How long the tickets that wait are kept, in seconds, as this page counts it. */
  async keptForSeconds(): Promise<number> {
    const line = this.page
      .locator('div')
      .filter({ has: this.backToHold })
      .filter({ hasText: this.#words('selection')('openTitle') })
      .last()
    const [, minutes, seconds] = /(\d+):(\d\d)/.exec(await line.innerText()) ?? []
    return Number(minutes) * 60 + Number(seconds)
  }

  /** Seats of the opened rows, in the list, that are reserved for this browser. */
  mineInList(): Locator {
    return this.page.getByRole('checkbox', { name: this.#words('seats')('mine') })
  }

  tier(name: string): Locator {
    return this.page.locator(`[data-tier=${JSON.stringify(name)}]`)
  }

  async showAsList(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words('seats')('showList'), exact: true }).click()
    await this.page
      .locator('details')
      .filter({ has: this.page.locator('summary') })
      .last()
      .locator('summary')
      .click()
  }

  /** With the keyboard, from the switch before it. */
  async tabToHall(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words('seats')('showList'), exact: true }).focus()
    await this.page.keyboard.press('Tab')
  }

  async showAsMap(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words('seats')('showMap'), exact: true }).click()
  }

  /** As somebody would: a page whose script has not come yet takes no click, so it gets another. */
  async chooseSeat(label: string): Promise<void> {
    await expect(async () => {
      if ((await this.seat(label).getAttribute('data-status')) !== 'chosen') await this.seat(label).click()
      await expect(this.seat(label)).toHaveAttribute('data-status', 'chosen', { timeout: 2_000 })
    }).toPass({ timeout: 15_000 })
  }

  /** Has the best two side by side chosen; answers their names as they are said. */
  async pickTogether(): Promise<{ together: string; status: Locator }> {
    const together = this.page.getByRole('group', { name: this.#words('together')('title') })
    await together.getByRole('button', { name: this.#words('together')('pick') }).click()
    const chosen = this.page.locator('[data-seat][data-status="chosen"]')
    await expect(chosen).toHaveCount(2)
    const labels = await chosen.evaluateAll((seats) => seats.map((seat) => seat.getAttribute('data-seat') ?? ''))
    return { together: labels[0] ?? '', status: together.locator('p[role="status"]') }
  }

  async clearSelection(): Promise<void> {
    const chosen = this.page.locator('[data-seat][data-status="chosen"]')
    await chosen.evaluateAll((seats) => {
      for (const seat of seats) seat.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    })
    await expect(chosen).toHaveCount(0)
  }

  /** The button for one ticket more. */
  more(tier: string): Locator {
    return this.page.getByRole('button', { name: this.#words('tickets')('more', { tier }), exact: true })
  }

  async chooseTickets(tier: string, count: number): Promise<void> {
    for (let chosen = 1; chosen <= count; chosen++) {
      await this.more(tier).click()
      await expect(this.tier(tier).getByRole('status')).toHaveText(String(chosen))
    }
  }

  /** Takes, by one click, the seat that is offered for one that was lost; answers which that is. */
  async takeOffer(): Promise<string> {
    const label = await this.#offer.getAttribute('data-offer')
    await this.#offer.click()
    return String(label)
  }

  /** Two want the same: one is at the checkout in the end, the other is told on the spot. */
  async untilReservedOrLost(): Promise<'reserved' | 'lost'> {
    const reserved = new CheckoutPage(this.page, this.#words).countdown
    await patient(reserved.or(this.#lostSeat).first()).toBeVisible()
    return (await reserved.isVisible()) ? 'reserved' : 'lost'
  }

  /** Reserves what is chosen. */
  async reserve(): Promise<CheckoutPage> {
    await this.continue.click()
    return this.untilCheckout()
  }

  /** The same without a careful look first: when two press at once, the slower one's button may go grey under the finger. */
  async reserveInARush(): Promise<void> {
    await this.continue.evaluate((button: HTMLButtonElement) => button.click())
  }

  async untilCheckout(): Promise<CheckoutPage> {
    const checkout = new CheckoutPage(this.page, this.#words)
    await patient(checkout.countdown, 'the tickets are reserved').toBeVisible()
    return checkout
  }

  async closeBanner(): Promise<void> {
    await this.banner.getByRole('button', { name: this.#words('banner')('dismiss') }).click()
    await expect(this.banner).toBeHidden()
  }

  /** Somebody reads it: as long as the focus is on it, it stays. */
  async keepBanner(): Promise<void> {
    await this.banner.getByRole('button', { name: this.#words('banner')('dismiss') }).focus()
  }

  /** It has been shown long enough, or was closed. What is sold now gets a banner of its own. */
  async untilBannerIsGone(): Promise<void> {
    await expect(this.banner).toBeHidden({ timeout: 30_000 })
  }

  /** What the banner says about one ticket, and about one seat. */
  soldTicket(tier: string): string {
    return this.#words('banner')('tickets', { count: 1, tier })
  }

  soldSeat(label: string): string {
    return this.#words('banner')('seats', { count: 1, labels: label })
  }
}
