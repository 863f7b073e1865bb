import { z } from 'zod'
import { type Hold, Item } from '#contracts/hold.ts'
import { Price } from '#contracts/money.ts'
import type { Locale } from '#contracts/reseller-config.ts'
import type { CustomerHold } from '#generated/prisma/client.ts'
import { asReseller, type Database } from '#lib/database/database.ts'

/** A hold as core last told it, and what became of it through us. Instants in milliseconds since 1970. */
export interface RememberedHold {
  readonly id: string
  readonly showId: string
  readonly items: readonly Item[]
  readonly total: Price
  /** By core's clock. */
  readonly expiresAtMs: number
  /** Core's clock minus ours when core last spoke. */
  readonly clockAheadMs: number
  readonly extensionsLeft: number
  readonly released: boolean
  readonly orderId: string | null
  /** The language of the page that last spoke for it; null for one from before this was noted. */
  readonly locale: string | null
}

/** Our memory of buyers' holds: core has no way to ask for one again. Every operation names whose it is. */
export interface HoldMemory {
  /** @param locale the language in which its buyer is told of what becomes of it */
  remember(resellerId: string, customerRef: string, hold: Hold, locale: Locale, nowMs: number): Promise<void>
  find(resellerId: string, customerRef: string, holdId: string): Promise<RememberedHold | null>
  /** Before it becomes an order, whose news are in this language. */
  noteLanguage(resellerId: string, customerRef: string, holdId: string, locale: Locale): Promise<void>
  /** After core said so while it refused an order. */
  markRepriced(resellerId: string, customerRef: string, holdId: string, total: Price): Promise<void>
  markReleased(resellerId: string, customerRef: string, holdId: string, nowMs: number): Promise<void>
  markOrdered(resellerId: string, customerRef: string, holdId: string, orderId: string): Promise<void>
}

export function createHoldMemory(database: Database): HoldMemory {
  return {
    async remember(resellerId, customerRef, hold, locale, nowMs) {
      const told = { ...fromCore(hold, nowMs), locale }
      const own = { resellerId, holdId: hold.id }
      await asReseller(database, resellerId, (transaction) =>
        transaction.customerHold.upsert({
          where: { resellerId_holdId: own, customerRef },
          create: { ...own, customerRef, showId: hold.showId, ...told },
          update: told,
        }),
      )
    },
    async find(resellerId, customerRef, holdId) {
      const row = await asReseller(database, resellerId, (transaction) =>
        transaction.customerHold.findUnique({ where: { resellerId_holdId: { resellerId, holdId }, customerRef } }),
      )
      return row && fromRow(row)
    },
    async noteLanguage(resellerId, customerRef, holdId, locale) {
      await asReseller(database, resellerId, (transaction) =>
        transaction.customerHold.updateMany({ where: { resellerId, holdId, customerRef }, data: { locale } }),
      )
    },
    async markRepriced(resellerId, customerRef, holdId, total) {
      await asReseller(database, resellerId, (transaction) =>
        transaction.customerHold.updateMany({ where: { resellerId, holdId, customerRef }, data: { total } }),
      )
    },
    async markReleased(resellerId, customerRef, holdId, nowMs) {
      await asReseller(database, resellerId, (transaction) =>
        transaction.customerHold.updateMany({
          where: { resellerId, holdId, customerRef, releasedAt: null },
          data: { releasedAt: new Date(nowMs) },
        }),
      )
    },
    async markOrdered(resellerId, customerRef, holdId, orderId) {
      await asReseller(database, resellerId, (transaction) =>
        transaction.customerHold.updateMany({ where: { resellerId, holdId, customerRef }, data: { orderId } }),
      )
    },
  }
}

function fromCore(hold: Hold, nowMs: number) {
  return {
    items: hold.items,
    total: hold.total,
    expiresAt: new Date(hold.expiresAt),
    clockAheadMs: clockAhead(Date.parse(hold.serverNow), nowMs),
    extensionsLeft: hold.extensionsLeft,
  }
}

/** Bounded to a day either way: a clock that is further off is broken, and the column is 32 bits. */
function clockAhead(coreNowMs: number, nowMs: number): number {
  const dayMs = 24 * 60 * 60_000
  return Math.round(Math.min(dayMs, Math.max(-dayMs, coreNowMs - nowMs)))
}

function fromRow(row: CustomerHold): RememberedHold {
  return {
    id: row.holdId,
    showId: row.showId,
    items: z.array(Item).parse(row.items),
    total: Price.parse(row.total),
    expiresAtMs: row.expiresAt.getTime(),
    clockAheadMs: row.clockAheadMs,
    extensionsLeft: row.extensionsLeft,
    released: row.releasedAt !== null,
    orderId: row.orderId,
    locale: row.locale,
  }
}
