import { randomUUID } from 'node:crypto'
import type { MailContent } from '#contracts/mail.ts'
import type { NotificationData, NotificationKind } from '#contracts/notification.ts'
import { streamName } from '#contracts/stream.ts'
import { notificationTitle } from '#lib/text/notification-title.ts'
import { translator } from '#lib/text/translator.ts'
import { type Brand, languageFor } from '../brand/brand.ts'
import type { Transaction } from '../database.ts'
import { addMails } from '../mail/mail-queue.ts'

/** Something that a buyer hears of: in the inbox, live on whatever devices are open, and by mail. */
export interface News {
  readonly customerRef: string
  readonly kind: NotificationKind
  readonly data: NotificationData
  /** What happened, in words that are the same whenever it is told. */
  readonly dedupeKey: string
  /** Null for who wants no such mail; the rest is told all the same. */
  readonly mail: MailContent | null
  readonly to: string
  /** The language they bought in, as it was noted; null for what is from before that. */
  readonly locale: string | null
}

/**
 * Tells a reseller's buyers, all in the transaction that makes it so: whatever was told before under its key is left out
 * whole. The live message carries how much is unread right after it. Each is told in their own language.
 */
export async function tell(transaction: Transaction, brand: Brand, news: readonly News[]): Promise<void> {
  const { resellerId } = brand
  const fresh = await addNotifications(transaction, resellerId, news)
  const unread = await countUnread(transaction, resellerId, fresh)
  await transaction.outboxMessage.createMany({
    data: fresh.map(({ news: { customerRef, kind, data, locale }, notificationId }) => ({
      ...{ resellerId, messageId: notificationId, event: 'inbox' },
      stream: streamName({ kind: 'private', resellerId, customerRef, name: 'inbox' }),
      fields: {
        ...{ notificationId, kind, unread: unread.get(customerRef) ?? 1 },
        title: notificationTitle(kind, data, translator(languageFor(brand, locale), 'inbox')).slice(0, TITLE_LIMIT),
      },
    })),
  })
  await addMails(
    transaction,
    resellerId,
    fresh.flatMap(({ news: { mail, to, dedupeKey, locale } }) =>
      mail ? [{ ...mail, to, dedupeKey, locale: languageFor(brand, locale) }] : [],
    ),
  )
}

/** The contract's. */
const TITLE_LIMIT = 200

interface Fresh {
  readonly news: News
  readonly notificationId: string
}

async function addNotifications(transaction: Transaction, resellerId: string, news: readonly News[]): Promise<Fresh[]> {
  const wanted = new Map(news.map((one) => [randomUUID() as string, one]))
  const written = await transaction.notification.createManyAndReturn({
    data: [...wanted].map(([notificationId, { customerRef, kind, data, dedupeKey }]) => ({
      ...{ resellerId, notificationId, customerRef, kind, data, dedupeKey },
    })),
    skipDuplicates: true,
    select: { notificationId: true },
  })
  return written.flatMap(({ notificationId }) => {
    const one = wanted.get(notificationId)
    return one ? [{ news: one, notificationId }] : []
  })
}

async function countUnread(
  transaction: Transaction,
  resellerId: string,
  fresh: readonly Fresh[],
): Promise<Map<string, number>> {
  const customerRef = { in: fresh.map(({ news }) => news.customerRef) }
  const counts = await transaction.notification.groupBy({
    by: ['customerRef'],
    where: { resellerId, customerRef, readAt: null },
    _count: true,
  })
  return new Map(counts.map(({ customerRef: ref, _count }) => [ref, _count]))
}
