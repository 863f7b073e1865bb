import type { MessageData } from '#contracts/message.ts'
import type { OwnSales } from './own-sales.ts'

/** Tickets that somebody else bought just now. */
export type SoldNews = MessageData<'ticket.sold'>

/** "Just sold" must be true at the moment it is said: what a long absence brings is merged in, not announced. */
const NEWS_AGE_MS = 60_000
/** How long a sale that may be ours waits for our order to say so; then it is announced, if it is not. */
const EXPECTING_MS = 5_000
const LOOK_AGAIN_MS = 250
/** Sales remembered as announced, beyond what the streams themselves remember: a history that begins anew has new ids. */
const REMEMBERED_SALES = 1_000

export interface SoldNewsOptions {
  readonly ownSales: Pick<OwnSales, 'isExpecting' | 'withoutOwn'>
  /** The server's time in milliseconds. */
  now(): number
}

/** Decides which sales are news: recent, not announced before, not our own. */
export class SoldNewsDesk {
  readonly #options: SoldNewsOptions
  readonly #listeners = new Set<(news: SoldNews) => void>()
  readonly #announced = new Set<string>()
  readonly #waiting = new Set<ReturnType<typeof setTimeout>>()

  constructor(options: SoldNewsOptions) {
    this.#options = options
  }

  listen(listener: (news: SoldNews) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  take(sold: SoldNews): void {
    if (this.#options.now() - Date.parse(sold.at) > NEWS_AGE_MS) return
    // A history that begins anew may merge what was announced with what was not. Which tickets were whose it does not say.
    if (sold.saleIds.some((saleId) => this.#announced.has(saleId))) return
    this.#remember(sold.saleIds)
    this.#consider(sold, EXPECTING_MS)
  }

  /** Forgets what is waiting; listeners stay. */
  close(): void {
    for (const timer of this.#waiting) clearTimeout(timer)
    this.#waiting.clear()
  }

  #consider(sold: SoldNews, patienceMs: number): void {
    if (patienceMs > 0 && this.#options.ownSales.isExpecting(sold.showId)) {
      const timer = setTimeout(() => {
        this.#waiting.delete(timer)
        this.#consider(sold, patienceMs - LOOK_AGAIN_MS)
      }, LOOK_AGAIN_MS)
      this.#waiting.add(timer)
      return
    }
    const news = this.#options.ownSales.withoutOwn(sold)
    if (news) for (const listener of [...this.#listeners]) listener(news)
  }

  #remember(saleIds: readonly string[]): void {
    for (const saleId of saleIds) this.#announced.add(saleId)
    for (const oldest of this.#announced) {
      if (this.#announced.size <= REMEMBERED_SALES) return
      this.#announced.delete(oldest)
    }
  }
}
