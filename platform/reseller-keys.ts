import { z } from 'zod'
import { ResellerId } from '#contracts/ids.ts'

/** Bearer keys by reseller; `*` may hold a template with `{reseller}` for those that are not listed. */
export const ResellerKeys = z.record(z.union([ResellerId, z.literal('*')]), z.string().min(1))
export type ResellerKeys = z.infer<typeof ResellerKeys>

/** The key a reseller has at another service: its own, or the template with its id; null when there is neither. */
export function resellerKey(keys: ResellerKeys, resellerId: string): string | null {
  const own = Object.hasOwn(keys, resellerId) ? keys[resellerId] : undefined
  return own ?? keys['*']?.replaceAll('{reseller}', resellerId) ?? null
}
