import { Translations, toldOf } from '#contracts/announcement.ts'
import type { Announcement as PublicAnnouncement } from '#contracts/storefront.ts'
import { streamName } from '#contracts/stream.ts'
import { Prisma, type Announcement as Row } from '#generated/prisma/client.ts'
import { asReseller, type ResellerTransaction } from '#lib/database/database.ts'
import { firstLocaleOf } from '#lib/language/languages.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { announcementId as idOf } from './announcement-id.ts'
import { NewAnnouncement } from './new-announcement.ts'

/*
 * What a reseller tells everybody on its pages.
 *
 *   scheduled ──its time comes──▶ live ──until──▶ over
 *       └──────── recalled ◀───────┘
 *
 * One that is live at once is published here, in the transaction that writes it; the others the worker publishes.
 */

type Deps = Pick<Storefront, 'database'>
type Reseller = Pick<Site, 'resellerId'>

export type AnnouncementStatus = 'scheduled' | 'live' | 'over' | 'recalled'

/** An announcement as its reseller's staff see it; instants in ISO 8601. */
export interface StaffAnnouncement {
  readonly id: string
  readonly text: string
  readonly translations: Translations
  readonly href: string | null
  readonly startsAt: string
  readonly until: string | null
  readonly createdBy: string
  readonly createdAt: string
  /** Null unless it was taken back; by whom is unknown of older ones. */
  readonly recalledAt: string | null
  readonly recalledBy: string | null
  readonly status: AnnouncementStatus
}

/** More than these at a time nobody reads. */
const CURRENT_LIMIT = 5
const LIST_LIMIT = 100

/** The newest hundred, whatever became of them. */
export async function listAnnouncements(site: Reseller, { database }: Deps): Promise<StaffAnnouncement[]> {
  const { resellerId } = site
  const rows = await asReseller(database, resellerId, (transaction) =>
    transaction.announcement.findMany({ where: { resellerId }, orderBy: { createdAt: 'desc' }, take: LIST_LIMIT }),
  )
  return rows.map((row) => staffView(row, Date.now()))
}

/** Whose an announcement is, and the key under which it is sent once, however often it arrives. */
export interface Announcer {
  /** The member of staff's name or address. */
  readonly createdBy: string
  readonly key: string
}

/** Writes one; it is shown at once, or from `startsAt` on. Sent again under its key, it stays the one that it was. */
export async function createAnnouncement(
  site: Pick<Site, 'resellerId' | 'config'>,
  given: NewAnnouncement,
  { createdBy, key }: Announcer,
  { database }: Deps,
): Promise<StaffAnnouncement> {
  const { resellerId } = site
  const announcement = NewAnnouncement.parse(given)
  const { text, translations, href, startsAt, until } = announcement
  const now = new Date()
  const start = startsAt === undefined ? now : new Date(startsAt)
  const isLive = start <= now
  const own = { resellerId, announcementId: idOf(key, announcement) }
  return asReseller(database, resellerId, async (transaction) => {
    const [row] = await transaction.announcement.createManyAndReturn({
      data: {
        ...{ ...own, text, createdBy: createdBy.slice(0, 120), startsAt: start },
        ...{ href: href ?? null, until: until === undefined ? null : new Date(until) },
        ...{ language: firstLocaleOf(site.config), translations: translations ?? Prisma.DbNull },
        publishedAt: isLive ? now : null,
      },
      skipDuplicates: true,
    })
    if (row && isLive) await publish(transaction, row, row.announcementId)
    const known = { where: { resellerId_announcementId: own } }
    const view = row ?? (await transaction.announcement.findUniqueOrThrow(known))
    // By the clock as it is now: the same one that was sent a moment later may have begun a moment after `now`.
    return staffView(view, Date.now())
  })
}

/**
 * Takes one back, also before its time.
 * @param recalledBy the member of staff's name or address
 * @returns false when this reseller has none under that id; again is as good as once
 */
export async function recallAnnouncement(
  site: Reseller,
  announcementId: string,
  recalledBy: string,
  { database }: Deps,
): Promise<boolean> {
  const { resellerId } = site
  const now = new Date()
  return asReseller(database, resellerId, async (transaction) => {
    const found = await transaction.announcement.findUnique({
      where: { resellerId_announcementId: { resellerId, announcementId } },
    })
    if (found === null) return false
    const [recalled] = await transaction.announcement.updateManyAndReturn({
      where: { resellerId, announcementId, recalledAt: null },
      data: { recalledAt: now, recalledBy: recalledBy.slice(0, 120) },
    })
    if (recalled?.publishedAt)
      await publish(transaction, { ...recalled, until: now }, `${announcementId}-recalled`, { recalled: true })
    return true
  })
}

/** What everybody sees now, newest first. */
export async function currentAnnouncements(site: Reseller, { database }: Deps): Promise<PublicAnnouncement[]> {
  const { resellerId } = site
  const now = new Date()
  const rows = await asReseller(database, resellerId, (transaction) =>
    transaction.announcement.findMany({
      where: { resellerId, recalledAt: null, startsAt: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] },
      orderBy: { startsAt: 'desc' },
      take: CURRENT_LIMIT,
    }),
  )
  return rows.map((row) => ({ id: row.announcementId, ...toldOf(row) }))
}

async function publish(
  transaction: ResellerTransaction,
  row: Row,
  messageId: string,
  more: object = {},
): Promise<void> {
  const { resellerId, announcementId } = row
  await transaction.outboxMessage.create({
    data: {
      ...{ resellerId, messageId, event: 'promotional', stream: streamName({ kind: 'promotional', resellerId }) },
      fields: { announcementId, ...toldOf(row), ...more },
    },
  })
}

function staffView(row: Row, nowMs: number): StaffAnnouncement {
  const { announcementId: id, text, href, startsAt, until, createdBy, createdAt, recalledAt, recalledBy } = row
  const translations = Translations.safeParse(row.translations ?? {}).data ?? {}
  return {
    ...{ id, text, translations, href, createdBy, status: statusOf(row, nowMs), recalledBy },
    ...{ startsAt: startsAt.toISOString(), until: until?.toISOString() ?? null, createdAt: createdAt.toISOString() },
    recalledAt: recalledAt?.toISOString() ?? null,
  }
}

function statusOf({ recalledAt, startsAt, until }: Row, nowMs: number): AnnouncementStatus {
  if (recalledAt !== null) return 'recalled'
  if (startsAt.getTime() > nowMs) return 'scheduled'
  return until !== null && until.getTime() <= nowMs ? 'over' : 'live'
}
