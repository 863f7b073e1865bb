import type { Storefront } from '#lib/storefront.ts'
import { type Ended, optOutDigest, optOutKey } from '#platform/opt-out-link.ts'

export type { Ended }

/** Keys as the worker puts them into mails. */
export function optOutKeysInTest({ environment }: Pick<Storefront, 'environment'>) {
  const { orderLinkSecret } = environment
  return {
    digest: (email: string, resellerId = 'aurora') => optOutDigest(orderLinkSecret, resellerId, email),
    keyFor: (ended: Ended, resellerId = 'aurora', nowMs = Date.now()) =>
      optOutKey(orderLinkSecret, resellerId, ended, nowMs),
  }
}
