import type { BrowserContext, Page } from '@playwright/test'
import { optOutPage } from '#contracts/opt-out-paths.ts'
import { DEMO_PASSWORD, demoEmail } from '#dev/demo/demo-accounts.ts'
import type { DemoReseller } from '#dev/system/addresses.ts'
import type { TestSystem } from '#dev/test/system.ts'
import { optOutDigest, optOutKey } from '#platform/opt-out-link.ts'
import type { Core } from '../fixtures/core.ts'
import { Mailbox } from '../fixtures/mailbox.ts'
import { create, postJson } from '../fixtures/post-json.ts'
import type { Brands } from '../fixtures/publish.ts'
import { firstTier, freeSeat, type ShowOnSale } from '../fixtures/show-on-sale.ts'
import { type Words, wordsOf } from '../fixtures/words.ts'
import { ShowPage } from '../pages/show-page.ts'
import { type ShowState, storeTourShows } from './tour-shows.ts'

/** Who somebody is at a shop: has never been here, has bought as a guest, is signed in and has bought, works here. */
export type Who = 'nobody' | 'guest' | 'customer' | 'owner'

export interface Means {
  readonly system: TestSystem
  readonly core: Core
  readonly brands: Brands
  readonly newBrowser: () => Promise<BrowserContext>
}

/** One sign-in a person and worker; all later browsers of theirs get the cookies. */
const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>()

/** Leads through one shop: has everybody's browser at hand, and a show in every state. */
export class Guide {
  readonly shop: DemoReseller
  readonly core: Core
  readonly brands: Brands
  readonly mailbox: Mailbox
  readonly shows: Readonly<Record<ShowState, ShowOnSale>>
  readonly #means: Means
  readonly #browsers = new Map<Who, Promise<BrowserContext>>()

  private constructor(shop: DemoReseller, means: Means, shows: Record<ShowState, ShowOnSale>) {
    this.shop = shop
    this.#means = means
    this.core = means.core
    this.brands = means.brands
    this.mailbox = new Mailbox(means.system.mail)
    this.shows = shows
  }

  static async at(shop: DemoReseller, means: Means): Promise<Guide> {
    return new Guide(shop, means, await storeTourShows(means.core, shop))
  }

  get home(): string {
    return this.#means.system.resellers[this.shop]
  }

  /** Opens a path of the shop in a new tab of somebody's browser; pictures may come later. */
  async goTo(path: string, who: Who = 'nobody'): Promise<Page> {
    const page = await (await this.browserOf(who)).newPage()
    await page.goto(`${this.home}${path}`, { waitUntil: 'domcontentloaded' })
    return page
  }

  /** A show's page, live. */
  async show(state: ShowState, who: Who = 'nobody'): Promise<ShowPage> {
    const page = await this.goTo(`/shows/${this.shows[state].id}`, who)
    return new ShowPage(page, await wordsOf(page))
  }

  /** An address of somebody that no mail was sent to yet. */
  freshAddress(): string {
    return `tour-${crypto.randomUUID().slice(0, 8)}@example.com`
  }

  /** The path of the link that a reminder to this address would bring. */
  endOfReminders(address: string): string {
    const secret = this.#means.system.linkSecret
    const addressDigest = optOutDigest(secret, this.shop, address)
    return optOutPage(optOutKey(secret, this.shop, { what: 'reminders', addressDigest }, Date.now()))
  }

  words = (page: Page): Promise<Words> => wordsOf(page)

  /** Reserves two tickets of general admission, or the hall's two first seats. @returns the path of the checkout */
  async reserve(page: Page, state: ShowState = 'general'): Promise<string> {
    const show = this.shows[state]
    const seats = show.seats.filter(({ tierId }) => tierId === show.seats[0]?.tierId).slice(0, 2)
    const item = seats.length
      ? { tierId: seats[0]?.tierId, quantity: seats.length, seatIds: seats.map(({ id }) => id) }
      : { tierId: show.tiers[0]?.id, quantity: 2 }
    const { id } = await create(page, '/api/holds', { showId: show.id, items: [item] })
    return `/checkout/${id}`
  }

  /** Orders two tickets. @returns the path of the order, which may wait for its payment still */
  async order(page: Page, email = 'sam@example.com'): Promise<string> {
    const holdId = (await this.reserve(page)).split('/').at(-1)
    const { id } = await create(page, '/api/orders', { holdId, buyer: { name: 'Sam Shutter', email } })
    return `/orders/${id}`
  }

  /** Somebody else takes a seat, or a ticket. */
  async sell(state: ShowState, n = 0): Promise<void> {
    const show = this.shows[state]
    const what = show.seats.length ? { seats: [freeSeat(show, n)] } : { tier: firstTier(show) }
    await this.core.sell({ show, ...what, at: this.shop })
  }

  browserOf(who: Who): Promise<BrowserContext> {
    const known = this.#browsers.get(who)
    if (known) return known
    const made = this.#browserFor(who)
    this.#browsers.set(who, made)
    made.catch(() => this.#browsers.delete(who)) // the next stop tries anew
    return made
  }

  async #browserFor(who: Who): Promise<BrowserContext> {
    const context = await this.#means.newBrowser()
    if (who === 'nobody') return context
    const key = `${who} at ${this.shop}`
    const cookies = signedIn.get(key)
    if (cookies) await context.addCookies(cookies)
    // What the shop's own pages remember of a browser that has bought.
    await context.addInitScript(() => {
      if (location.protocol.startsWith('http')) localStorage.setItem('marquee inbox', 'yes') // and not of empty frames
    })
    if (cookies) return context
    const page = await context.newPage()
    await page.goto(`${this.home}/robots.txt`)
    if (who !== 'guest') await this.#signIn(page, who)
    if (who !== 'owner') await this.#buy(page)
    await page.close()
    signedIn.set(key, await context.cookies())
    return context
  }

  async #signIn(page: Page, mailbox: string): Promise<void> {
    await postJson(page, '/api/account/sign-in', { email: demoEmail(mailbox, this.shop), password: DEMO_PASSWORD })
  }

  /** An order that is paid, so that there are tickets, and a line in the inbox. */
  async #buy(page: Page): Promise<void> {
    await page.goto(`${this.home}${await this.order(page)}`)
    const order = (await wordsOf(page))('order')
    await page.getByRole('heading', { name: order('confirmedTitle') }).waitFor({ timeout: 45_000 })
  }
}
