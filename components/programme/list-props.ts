import type { ShowLine } from './show-line.ts'

/** What every look of the list is given. */
export interface ListProps {
  readonly lines: readonly ShowLine[]
  /** A few shows that are put forward, rather than everything in order. */
  readonly featured?: boolean
}
