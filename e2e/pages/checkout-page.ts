import type { Locator, Page } from '@playwright/test'
import { patient } from '../fixtures/patient.ts'
import type { Words } from '../fixtures/words.ts'
import { OrderPage } from './order-page.ts'

export interface Person {
  readonly name: string
  readonly email: string
}

/** Reserved tickets, the clock, and the form of the buyer. */
export class CheckoutPage {
  readonly page: Page
  readonly #words: Words
  readonly countdown: Locator
  readonly moreTime: Locator
  /** Less than a minute is left. */
  readonly warning: Locator
  readonly name: Locator
  readonly email: Locator
  /** What stands below a field that is empty or wrong. */
  readonly texts: { readonly nameMissing: string; readonly emailWrong: string }
  readonly payButton: Locator
  /** The hold is over, while an order is on its way. */
  readonly asking: Locator
  /** An order that nobody answered. */
  readonly noAnswer: Locator
  /** That asking for more time, or giving the tickets back, did not work. */
  readonly notDone: Locator
  /** Gives the tickets back, after a second look. */
  readonly release: Locator
  readonly releaseYes: Locator
  readonly releaseNo: Locator
  /** The hold is over. */
  readonly lost: Locator
  /** Back to the show, from a hold that is over. */
  readonly chooseAgain: Locator

  constructor(page: Page, words: Words) {
    const [hold, checkout] = [words('hold'), words('checkout')]
    this.page = page
    this.#words = words
    this.countdown = page.getByRole('timer')
    this.moreTime = page.getByRole('button', { name: hold('extend') })
    this.warning = page.getByText(hold('warningTitle'))
    this.name = page.getByLabel(checkout('name'), { exact: true })
    this.email = page.getByLabel(checkout('email'), { exact: true })
    this.texts = { nameMissing: checkout('nameMissing'), emailWrong: checkout('emailWrong') }
    this.payButton = page.locator('form').getByRole('button')
    this.asking = page.getByText(hold('askingTitle'))
    this.noAnswer = page.getByText(checkout('unknownTitle'))
    this.notDone = page.getByRole('alert').getByText(hold('tryAgain'))
    this.release = page.getByRole('button', { name: hold('release'), exact: true })
    this.releaseYes = page.getByRole('button', { name: hold('releaseYes'), exact: true })
    this.releaseNo = page.getByRole('button', { name: hold('releaseNo'), exact: true })
    this.lost = page.getByRole('heading', { name: hold('lostTitle') })
    this.chooseAgain = page.getByRole('link', { name: hold('again') })
  }

  /** The page believes that it is behind others, where pages do not ask again from time to time: they only listen. */
  async leaveInTheBackground(): Promise<void> {
    const hide = () => {
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    }
    await this.page.addInitScript(hide)
    await this.page.evaluate(hide)
  }

  /** What is left, in seconds. */
  async secondsLeft(): Promise<number> {
    const [minutes = 0, seconds = 0] = (await this.countdown.innerText()).split(':').map(Number)
    return minutes * 60 + seconds
  }

  /** When it says that time is up, by the browser's clock: what two tabs say can be compared though they are read one after the other. */
  runsOutAt(): Promise<number> {
    return this.countdown.evaluate((element) => {
      const [minutes = 0, seconds = 0] = (element.textContent ?? '').split(':').map(Number)
      return Date.now() + (minutes * 60 + seconds) * 1_000
    })
  }

  async fillIn({ name, email }: Person): Promise<void> {
    await this.name.fill(name)
    await this.email.fill(email)
  }

  async pay(person: Person): Promise<OrderPage> {
    await this.fillIn(person)
    await this.payButton.click()
    return this.untilOrder()
  }

  async untilOrder(): Promise<OrderPage> {
    const order = new OrderPage(this.page, this.#words)
    await patient(order.status, 'the order is placed').toBeVisible()
    return order
  }
}
