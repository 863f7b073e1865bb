import { asReseller } from '../as-reseller.ts'
import type { Database } from '../database.ts'
import type { OptOutLinks } from '../opt-outs/opt-out-links.ts'
import { withoutReminders } from '../opt-outs/opt-outs.ts'
import type { ClaimedMail } from './mail-queue.ts'

/**
 * Whether a mail may still go out. Its row may have waited for hours, for a mail server or its turn, and its reader ended
 * such mails meanwhile; most kinds cannot be ended, and nothing is asked about them.
 */
export async function isStillWanted(
  database: Database,
  optOuts: OptOutLinks,
  { resellerId, recipient, content }: ClaimedMail,
): Promise<boolean> {
  if (content?.kind === 'show.tomorrow') {
    const digest = optOuts.digest(resellerId, recipient)
    const without = await asReseller(database, resellerId, (transaction) =>
      withoutReminders(transaction, resellerId, [digest]),
    )
    return !without.has(digest)
  }
  if (content?.kind !== 'waitlist.available' || content.data.entryId === undefined) return true
  const { entryId } = content.data
  const places = await asReseller(database, resellerId, (transaction) =>
    transaction.waitlistEntry.count({ where: { resellerId, entryId } }),
  )
  return places > 0
}
