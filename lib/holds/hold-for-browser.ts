import type { NewHold } from '#contracts/storefront.ts'
import { CHANGE_BUDGET_MS } from '#lib/core/client.ts'
import { CoreUnavailable } from '#lib/core/core-unavailable.ts'
import { isRandomKey } from '#lib/customer/key-guest.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { createHold, type HoldOutcome } from './holds.ts'

/** Core answers a known key in a few milliseconds; what it cannot do in this, it is not going to do now. */
const LEAST_MS = 100

interface Owned {
  readonly outcome: HoldOutcome
  /** Whose it is: the one of the references under which core knows the key, or the first. */
  readonly customerRef: string
}

/**
 * Reserves tickets under the first of a browser's references, unless it asked for just these with this key when it was
 * another one of them: between a lost answer and the next try, it may have become a guest or signed in. Then the answer
 * is what came of that. A key that others could come up with is only the first one's.
 * @throws CoreUnavailable as {@link createHold}, and when there was no time left to ask for the others.
 */
export async function holdForBrowser(
  site: Site,
  [first, ...others]: readonly [string, ...string[]],
  request: NewHold,
  key: string,
  deps: Pick<Storefront, 'core' | 'holdMemory' | 'log'>,
): Promise<Owned> {
  const untilMs = performance.now() + CHANGE_BUDGET_MS
  const outcome = await createHold(site, first, request, key, deps)
  if (!isConflict(outcome) || !isRandomKey(key)) return { outcome, customerRef: first }
  for (const customerRef of others) {
    const leftMs = Math.floor(untilMs - performance.now())
    if (leftMs < LEAST_MS) throw new CoreUnavailable('no time was left to ask whose this hold is')
    const earlier = await createHold(site, customerRef, request, key, deps, leftMs)
    if (!isConflict(earlier)) return { outcome: earlier, customerRef }
  }
  return { outcome, customerRef: first }
}

const isConflict = (outcome: HoldOutcome): boolean =>
  outcome.outcome === 'refused' && outcome.problem.type === 'core/idempotency-conflict'
