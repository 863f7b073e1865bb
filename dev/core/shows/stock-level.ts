import type { StockLevel } from '#contracts/show.ts'

/** Core's own threshold of `few`: the last twentieth, but at least the last ten and at most the last hundred. */
const FEW = { share: 0.05, atLeast: 10, atMost: 100 }

/** How much is left, in the words that pages use. Counts are tickets. */
export function stockLevel(available: number, capacity: number): StockLevel {
  if (available <= 0) return 'sold_out'
  const few = Math.min(Math.max(capacity * FEW.share, FEW.atLeast), FEW.atMost)
  return available <= few ? 'few' : 'available'
}
