import type { HoldRequest, Item } from '#contracts/hold.ts'
import type { Price } from '#contracts/money.ts'
import type { Problem } from '#contracts/problem.ts'
import type { Refusal } from '../../stand-in/outcome.ts'

/** A show as its sale needs it, at one reseller. */
export interface SaleTerms {
  readonly seating: 'general' | 'seated'
  readonly status: 'scheduled' | 'cancelled'
  readonly startsAt: Date
  readonly onSaleAt: Date | null
  readonly maxPerBuyer: number
  /** The database's clock. */
  readonly now: Date
  readonly prices: Readonly<Record<string, Price>>
}

/** Why this show cannot be sold now, or null. */
export function saleIsClosed(terms: SaleTerms): Refusal | null {
  const detail = closedBecause(terms)
  return detail === null ? null : { refused: 'core/not-on-sale', detail }
}

function closedBecause({ status, startsAt, onSaleAt, now }: SaleTerms): string | null {
  if (status === 'cancelled') return 'The show is cancelled.'
  if (startsAt <= now) return 'The show has started.'
  if (onSaleAt !== null && onSaleAt > now) return `Sales open at ${onSaleAt.toISOString()}.`
  return null
}

/** What is wrong with the items for this show, by field; empty when nothing is. */
export function faultsOfItems(terms: SaleTerms, items: readonly Item[]): NonNullable<Problem['fields']> {
  const seenTiers = new Set<string>()
  const seenSeats = new Set<string>()
  return items.flatMap((item, index) => {
    const fault = faultOfItem(terms, item, seenTiers, seenSeats)
    seenTiers.add(item.tierId)
    for (const seatId of item.seatIds ?? []) seenSeats.add(seatId)
    return fault ? [{ path: `items.${index}.${fault.field}`, message: fault.message }] : []
  })
}

function faultOfItem(terms: SaleTerms, item: Item, tiers: ReadonlySet<string>, seats: ReadonlySet<string>) {
  if (!Object.hasOwn(terms.prices, item.tierId)) return { field: 'tierId', message: 'is no tier of this show' }
  if (tiers.has(item.tierId)) return { field: 'tierId', message: 'is named twice' }
  if (terms.seating === 'seated' && !item.seatIds)
    return { field: 'seatIds', message: 'must name seats: this show is seated' }
  if (terms.seating === 'general' && item.seatIds)
    return { field: 'seatIds', message: 'cannot be named: this show has no seats' }
  if (item.seatIds?.some((id) => seats.has(id))) return { field: 'seatIds', message: 'names a seat of another item' }
  return null
}

export const quantityOf = (items: readonly Item[]): number => items.reduce((sum, item) => sum + item.quantity, 0)

/** The all-in total; `fees` is the part of it that the tiers' fees make. */
export function totalOf(terms: Pick<SaleTerms, 'prices'>, items: HoldRequest['items']): Price {
  const parts = items.map((item) => ({ quantity: item.quantity, price: terms.prices[item.tierId] as Price }))
  const sum = (of: (price: Price) => number) => parts.reduce((total, part) => total + part.quantity * of(part.price), 0)
  return {
    amount: sum((price) => price.amount),
    currency: parts[0]?.price.currency ?? 'XXX',
    fees: sum((price) => price.fees),
  }
}
