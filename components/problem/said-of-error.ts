import type { StorefrontProblemType } from '#contracts/storefront.ts'
import type { ProblemWords, Said } from './problem-words.ts'

const CORE_DOWN: StorefrontProblemType = 'storefront/core-unavailable'

/**
 * What is said of an error that a page met.
 * @param digest of an error on the server, which logged it: the problem's type where it is known. A browser's own has none.
 */
export function saidOfError(
  digest: string | undefined,
  { coreDown, failed, broken }: Pick<ProblemWords, 'coreDown' | 'failed' | 'broken'>,
): Said {
  if (digest === undefined) return broken
  return digest === CORE_DOWN ? coreDown : failed
}
