import { returnPath } from '#lib/accounts/return-path.ts'

export type AccountQuery = Promise<Record<string, string | string[] | undefined>>

/** Where these pages lead in the end, as their address says: a path of this site. Null where it says nothing. */
export async function nextOf(query: AccountQuery): Promise<string | null> {
  const { next } = await query
  return typeof next === 'string' ? returnPath(next) : null
}
