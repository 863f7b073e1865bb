import type { HoldView } from '#contracts/storefront.ts'

/** How a checkout ended. `unanswered`: it is over, and this browser never heard what became of the order it sent. */
export type Ending = 'ordered' | 'released' | 'unanswered' | 'lost'

/**
 * @param asked whether this browser sent an order that nobody answered: then nobody may say that nothing was charged, though
 *   the tickets were given back
 */
export function endingOf(status: HoldView['status'], asked: boolean): Ending {
  if (status === 'ordered') return status
  if (asked) return 'unanswered'
  return status === 'released' ? status : 'lost'
}
