import { toldOf } from '#contracts/announcement.ts'
import { streamName } from '#contracts/stream.ts'
import type { Log } from '#platform/log.ts'
import { asReseller } from '../as-reseller.ts'
import type { Database } from '../database.ts'
import { forEachReseller, isMoreDue, type Rounds, startRounds } from '../rounds.ts'

/** An announcement for noon may come at five seconds past. */
const LOOK_MS = 5_000
const RESELLERS_PER_ROUND = 100

/** Publishes announcements whose time has come until disposed. Those that go live at once were published when written. */
export function startAnnouncing(database: Database, log: Log): Rounds {
  const round = (stopped: () => boolean) => announceDue(database, stopped, log)
  return startRounds({ name: 'announcements', everyMs: LOOK_MS, log, round })
}

/**
 * @param page how many resellers are looked at
 * @returns whether there is more to do at once
 */
export async function announceDue(
  database: Database,
  stopped: () => boolean,
  log: Log,
  page = RESELLERS_PER_ROUND,
): Promise<boolean> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT id FROM resellers_with_due_announcements(${page}::int) AS id`
  const announced = await forEachReseller({
    resellerIds: rows.map(({ id }) => id),
    ...{ stopped, log, failure: 'announcements could not be published; tried again' },
    work: (resellerId) => announceOf(database, resellerId),
  })
  return isMoreDue(announced, page)
}

/**
 * Marking and the message are one transaction, so of many workers one publishes. One that was over before is left out.
 * @returns how many were published
 */
async function announceOf(database: Database, resellerId: string): Promise<number> {
  return asReseller(database, resellerId, async (transaction) => {
    const now = new Date()
    const due = await transaction.announcement.updateManyAndReturn({
      where: {
        ...{ resellerId, publishedAt: null, recalledAt: null, startsAt: { lte: now } },
        OR: [{ until: null }, { until: { gt: now } }],
      },
      data: { publishedAt: now },
    })
    await transaction.outboxMessage.createMany({
      data: due.map((row) => ({
        ...{ resellerId, messageId: row.announcementId, event: 'promotional' },
        stream: streamName({ kind: 'promotional', resellerId }),
        fields: { announcementId: row.announcementId, ...toldOf(row) },
      })),
    })
    return due.length
  })
}
