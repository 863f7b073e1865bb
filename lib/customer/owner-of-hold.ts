import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { firstOwned } from './first-owned.ts'

/**
 * Which of somebody's references a hold was made under: core takes an order only from that one. When it is of none, the
 * first, for which the hold does not exist either.
 */
export async function ownerOfHold(
  site: Site,
  customerRefs: readonly string[],
  holdId: string,
  { holdMemory }: Pick<Storefront, 'holdMemory'>,
): Promise<string> {
  const [first = '', ...others] = customerRefs
  if (others.length === 0) return first
  const find = async (ref: string) => ((await holdMemory.find(site.resellerId, ref, holdId)) === null ? null : ref)
  return (await firstOwned(customerRefs, find)) ?? first
}
