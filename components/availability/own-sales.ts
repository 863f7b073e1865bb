import type { Item } from '#contracts/hold.ts'
import type { MessageData } from '#contracts/message.ts'
import { isRecord, parseJson } from '../realtime/shape.ts'

type Sold = MessageData<'ticket.sold'>

/** An order this browser placed. Without `saleIds` it is still being paid. */
interface OwnOrder {
  readonly key: string
  readonly showId: string
  readonly atMs: number
  readonly saleIds?: readonly string[]
  readonly items: readonly Item[]
}

/** A message of a sale is at most a minute old when it is announced; an hour is more than any replay reaches back. */
const REMEMBERED_MS = 60 * 60_000
/** A payment that is decided later than this belongs to a page that asks for its state itself. */
const EXPECTED_MS = 10 * 60_000
const STORAGE_KEY = 'marquee own sales'

/**
 * What this browser bought, so that none of its tabs tells its owner that "someone" did. Kept in local storage, which
 * all tabs read, and which may be missing or full: then an announcement too many is all that happens.
 */
export class OwnSales {
  readonly #storage: () => Pick<Storage, 'getItem' | 'setItem'>
  readonly #nowMs: () => number

  constructor(storage: () => Pick<Storage, 'getItem' | 'setItem'>, nowMs: () => number = Date.now) {
    this.#storage = storage
    this.#nowMs = nowMs
  }

  /** An order is about to be placed; `key` names it until it is settled (the hold's id does). */
  expect(key: string, showId: string, items: readonly Item[]): void {
    const others = this.#orders().filter((order) => order.key !== key)
    this.#write([...others, { key, showId, items, atMs: this.#nowMs() }])
  }

  /** The order became these sales; none when it failed. */
  settle(key: string, saleIds: readonly string[]): void {
    this.#write(this.#orders().map((order) => (order.key === key ? { ...order, saleIds } : order)))
  }

  /** Whether a sale of this show may turn out to be ours. */
  isExpecting(showId: string): boolean {
    const sinceMs = this.#nowMs() - EXPECTED_MS
    return this.#orders().some((order) => order.showId === showId && !order.saleIds && order.atMs > sinceMs)
  }

  /** The sale as news for this browser: without what it bought itself; null when nothing is left. */
  withoutOwn(sold: Sold): Sold | null {
    const mine = this.#orders().filter((order) => order.saleIds?.some((saleId) => sold.saleIds.includes(saleId)))
    if (mine.length === 0) return sold
    const saleIds = sold.saleIds.filter((saleId) => !mine.some((order) => order.saleIds?.includes(saleId)))
    const items = mine.flatMap((order) => order.items).reduce(subtract, sold.items)
    if (saleIds.length === 0 || items.length === 0) return null
    return { ...sold, saleIds, items, sales: saleIds.length }
  }

  #orders(): OwnOrder[] {
    try {
      const stored = parseJson(this.#storage().getItem(STORAGE_KEY) ?? '[]')
      const youngerThanMs = this.#nowMs() - REMEMBERED_MS
      return Array.isArray(stored) ? stored.filter(isOwnOrder).filter((order) => order.atMs > youngerThanMs) : []
    } catch {
      return []
    }
  }

  #write(orders: readonly OwnOrder[]): void {
    try {
      this.#storage().setItem(STORAGE_KEY, JSON.stringify(orders))
    } catch {
      // Storage is forbidden or full.
    }
  }
}

/** Takes our tickets of a tier, and our seats, out of what was sold together with others'; a tier may have several items. */
function subtract(items: readonly Item[], own: Item): Item[] {
  let left = own.quantity
  return items.flatMap((item) => {
    if (item.tierId !== own.tierId) return [item]
    const seatIds = item.seatIds?.filter((seatId) => !own.seatIds?.includes(seatId))
    const ours = item.seatIds && seatIds && own.seatIds ? item.seatIds.length - seatIds.length : item.quantity
    const taken = Math.min(left, ours)
    left -= taken
    const quantity = item.quantity - taken
    return quantity > 0 ? [seatIds ? { ...item, quantity, seatIds } : { ...item, quantity }] : []
  })
}

const isOwnOrder = (value: unknown): value is OwnOrder =>
  isRecord(value) && typeof value.key === 'string' && typeof value.atMs === 'number' && Array.isArray(value.items)

/** This browser's. */
export const ownSales = new OwnSales(() => localStorage)
