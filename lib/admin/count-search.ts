import type { Redis } from 'ioredis'
import { countIn } from '#lib/limits/window-count.ts'

/** Somebody who types asks once a second at most; a program that copies the list of buyers would ask for more. */
const PER_ACCOUNT = 60
const WINDOW_S = 60

/** `uncounted` says that Redis is away: without a count nobody looks through people's orders. */
export type SearchVerdict = 'go' | { readonly tooManyForS: number } | 'uncounted'

/** Counts a search of one of the staff before it is answered. */
export async function countSearch(redis: Redis, resellerId: string, accountId: string): Promise<SearchVerdict> {
  try {
    const { count, leftS } = await countIn(redis, resellerId, `order-search:${accountId}`, WINDOW_S)
    return count > PER_ACCOUNT ? { tooManyForS: leftS } : 'go'
  } catch {
    return 'uncounted'
  }
}
