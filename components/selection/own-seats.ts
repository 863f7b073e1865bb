import type { Item } from '#contracts/hold.ts'
import type { HoldView } from '#contracts/storefront.ts'
import type { Loss } from './selection-state.ts'

/** Seats that are kept for this browser: those of its holds, as long as the storefront says that they are. */
export const ownSeats = (holds: readonly Pick<HoldView, 'status' | 'items'>[]): ReadonlySet<string> =>
  new Set(holds.flatMap(({ status, items }) => (status === 'active' ? seatIdsOf(items) : [])))

export const seatIdsOf = (items: readonly Item[]): string[] => items.flatMap(({ seatIds }) => seatIds ?? [])

/** What others were faster with. A seat that was reserved in another tab of this browser is not lost. */
export const lostToOthers = (losses: readonly Loss[], own: ReadonlySet<string>): readonly Loss[] =>
  losses.filter((loss) => loss.kind !== 'seat' || !own.has(loss.seatId))
