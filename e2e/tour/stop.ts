import type { Page } from '@playwright/test'
import type { Guide } from './guide.ts'

/** One page in one state, as somebody has it before them. */
export interface Stop {
  /** In kebab-case; part of the names of files and of reports. */
  readonly name: string
  /** The folder below `app/` whose page it is. */
  readonly route: string
  /** Opens it and waits until it is what its name says. */
  readonly open: (guide: Guide) => Promise<Page>
  /** Follows the visitor's wish for light or dark; a shop's pages are as its reseller wants them. */
  readonly twoSided?: true
  /** What is seen at once counts, not the whole page: something floats above it. */
  readonly oneScreen?: true
  /** Core has to fail or to be slow for it, for all shops; no other page is looked at meanwhile. */
  readonly bendsCore?: true
}

/** A page that is all there as soon as it is opened. */
export const plain = (
  name: string,
  route: string,
  path: string | ((guide: Guide) => string | Promise<string>),
  who: 'nobody' | 'customer' = 'nobody',
): Stop => ({
  name,
  route,
  open: async (guide) => guide.goTo(typeof path === 'string' ? path : await path(guide), who),
})
