import type { Transaction } from '../database.ts'

/** Which of these addresses, by digest, want no reminders from this reseller. */
export async function withoutReminders(
  transaction: Transaction,
  resellerId: string,
  digests: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await transaction.optOut.findMany({
    where: { resellerId, what: 'reminders', addressDigest: { in: [...digests] } },
    select: { addressDigest: true },
  })
  return new Set(rows.map(({ addressDigest }) => addressDigest))
}
