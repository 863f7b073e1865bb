import type { Situation } from '#components/selection/selection-state.ts'
import type { Item } from '#contracts/hold.ts'
import type { HoldView } from '#contracts/storefront.ts'

/** What a page that shows tickets does with this browser's holds of its show. */
export interface HoldUse {
  /** What it knows of the show, to call by name what is in one. */
  readonly situation: Pick<Situation, 'availability' | 'hall'>
  /** Takes what the storefront says of them, each time that it says something else. */
  readonly onKnown: (holds: readonly HoldView[]) => void
  /**
   * Chooses what was given back once more, instead of what is chosen, and answers whether all of it could be chosen. Null while
   * nothing can be.
   */
  readonly chooseAgain: ((items: readonly Item[]) => boolean) | null
}
