import type { Item } from '#contracts/hold.ts'
import type { HoldView } from '#contracts/storefront.ts'

/** What a page that shows tickets does with this browser's holds of its show. */
export interface HoldUse {
  /** What is in one, as people call it; empty where the page does not know. */
  readonly nameOf: (items: readonly Item[]) => string
  /** Takes what the storefront says of them, each time that it says something else. */
  readonly onKnown: (holds: readonly HoldView[]) => void
  /** Chooses what was given back once more; null while nothing can be chosen. */
  readonly chooseAgain: ((items: readonly Item[]) => void) | null
}
