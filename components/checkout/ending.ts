import type { HoldView } from '#contracts/storefront.ts'

/** How a checkout ended. `unanswered`: its time is over, and this tab never heard what became of the order it sent. */
export type Ending = 'ordered' | 'released' | 'unanswered' | 'lost'

/** @param asked whether this tab sent an order that nobody answered */
export function endingOf(status: HoldView['status'], asked: boolean): Ending {
  if (status === 'ordered' || status === 'released') return status
  return asked ? 'unanswered' : 'lost'
}
