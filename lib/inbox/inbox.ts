import { randomUUID } from 'node:crypto'
import { INBOX_READ, NotificationData, NotificationKind } from '#contracts/notification.ts'
import type { InboxCount, InboxItem, InboxPage } from '#contracts/storefront.ts'
import { streamName } from '#contracts/stream.ts'
import type { Notification } from '#generated/prisma/client.ts'
import { asReseller, type ResellerTransaction } from '#lib/database/database.ts'
import { readPlace, writePlace } from '#lib/database/list-place.ts'
import { formatMoment } from '#lib/format/date.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { notificationTitle } from '#lib/text/notification-title.ts'
import { translator } from '#lib/text/translator.ts'

type Deps = Pick<Storefront, 'database'>

/** A screen and a half; older ones are asked for. */
const PAGE_SIZE = 20

/**
 * Somebody's notifications at this reseller, newest first, and how many of all are unread.
 * @param customerRefs every reference that is theirs: the account's, and the guest's that this browser was
 * @param cursor of the page before; one that is not ours begins anew
 */
export async function readInbox(
  site: Site,
  customerRefs: readonly string[],
  cursor: string | undefined,
  { database }: Deps,
): Promise<InboxPage> {
  const place = cursor === undefined ? null : readPlace(cursor)
  const mine = { resellerId: site.resellerId, customerRef: { in: [...customerRefs] } }
  const older = place && {
    OR: [{ createdAt: { lt: place.at } }, { createdAt: place.at, notificationId: { lt: place.id } }],
  }
  return asReseller(database, site.resellerId, async (transaction) => {
    const rows = await transaction.notification.findMany({
      where: { ...mine, ...older },
      orderBy: [{ createdAt: 'desc' }, { notificationId: 'desc' }],
      take: PAGE_SIZE + 1,
    })
    const shown = rows.slice(0, PAGE_SIZE)
    const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined
    return {
      items: shown.flatMap((row) => itemOf(site, row)),
      unread: await transaction.notification.count({ where: { ...mine, readAt: null } }),
      nextCursor: last ? writePlace({ at: last.createdAt, id: last.notificationId }) : null,
    }
  })
}

/**
 * Marks notifications as read, all of them when none is named, and tells the reader's other devices in the same
 * transaction. What is not theirs stays as it is, like what does not exist.
 */
export async function markInboxRead(
  site: Site,
  customerRefs: readonly string[],
  ids: readonly string[] | undefined,
  { database }: Deps,
): Promise<InboxCount> {
  const { resellerId } = site
  const unread = { resellerId, customerRef: { in: [...customerRefs] }, readAt: null }
  return asReseller(database, resellerId, async (transaction) => {
    const changed = await transaction.notification.updateManyAndReturn({
      where: { ...unread, ...(ids && { notificationId: { in: [...ids] } }) },
      data: { readAt: new Date() },
      select: { customerRef: true },
    })
    for (const customerRef of new Set(changed.map((row) => row.customerRef)))
      await tellDevices(transaction, resellerId, customerRef)
    return { unread: await transaction.notification.count({ where: unread }) }
  })
}

async function tellDevices(transaction: ResellerTransaction, resellerId: string, customerRef: string): Promise<void> {
  const unread = await transaction.notification.count({ where: { resellerId, customerRef, readAt: null } })
  const messageId = randomUUID()
  await transaction.outboxMessage.create({
    data: {
      ...{ resellerId, messageId, event: 'inbox' },
      stream: streamName({ kind: 'private', resellerId, customerRef, name: 'inbox' }),
      fields: { notificationId: messageId, kind: INBOX_READ, title: '', unread },
    },
  })
}

/** A row that a newer version of us wrote, of a kind that is unknown here, is not shown. */
function itemOf({ config: { locale, timeZone } }: Site, row: Notification): InboxItem[] {
  const kind = NotificationKind.safeParse(row.kind)
  const data = NotificationData.safeParse(row.data)
  if (!kind.success || !data.success) return []
  const at = row.createdAt.toISOString()
  const { orderId, showId } = data.data
  return [
    {
      ...{ id: row.notificationId, kind: kind.data, at, read: row.readAt !== null },
      title: notificationTitle(kind.data, data.data, translator(locale, 'inbox')),
      when: formatMoment(at, { timeZone, locale }),
      href: kind.data === 'order.failed' ? `/shows/${showId}` : `/orders/${orderId}`,
    },
  ]
}
