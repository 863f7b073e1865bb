import type { ResellerKeys } from '#lib/environment.ts'

/** The bearer key a reseller has at core: its own, or the `*` template with its id; null when there is neither. */
export function resellerKey(keys: ResellerKeys, resellerId: string): string | null {
  const own = Object.hasOwn(keys, resellerId) ? keys[resellerId] : undefined
  return own ?? keys['*']?.replaceAll('{reseller}', resellerId) ?? null
}
