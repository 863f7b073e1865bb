import { MailShow } from '#contracts/mail.ts'
import type { Order } from '#contracts/order.ts'
import { Prisma } from '#generated/prisma/client.ts'
import { ticketsOf } from '#lib/format/mailed-order.ts'
import type { Database, Transaction } from '../database.ts'
import { remindAt } from './remind-at.ts'

/*
 * Who comes to which show, as the worker remembers it from confirmed orders: whom to remind, whom to tell of a change,
 * and what they were told last.
 */

export interface Visit {
  readonly orderId: string
  readonly customerRef: string
  readonly showId: string
  readonly code: string
  readonly tickets: number
  readonly recipient: string
  /** The language it was bought in; null where that was not noted. */
  readonly locale: string | null
  readonly show: MailShow
  readonly cancelled: boolean
}

/** Remembers a confirmed order; one that is known stays as it is. @param boughtAt when core confirmed it */
export async function rememberVisit(
  transaction: Transaction,
  resellerId: string,
  { order, show, boughtAt, locale }: { order: Order; show: MailShow; boughtAt: string; locale: string | null },
): Promise<void> {
  const startsAtMs = Date.parse(show.startsAt)
  await transaction.visit.createMany({
    data: {
      ...{ resellerId, orderId: order.id, customerRef: order.customerRef, showId: order.showId, code: order.code },
      ...{ tickets: ticketsOf(order.items), recipient: order.buyer.email, locale, show },
      startsAt: new Date(startsAtMs),
      remindAt: remindAt(startsAtMs, show.timeZone, Date.parse(boughtAt)),
    },
    skipDuplicates: true,
  })
}

export async function findVisit(transaction: Transaction, resellerId: string, orderId: string): Promise<Visit | null> {
  const [row] = await transaction.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM visit WHERE reseller_id = ${resellerId} AND order_id = ${orderId}`
  return row === undefined ? null : visitOf(row)
}

/** Nobody is reminded of tickets they gave back, nor told of changes. */
export async function forgetVisit(transaction: Transaction, resellerId: string, orderId: string): Promise<void> {
  await transaction.visit.deleteMany({ where: { resellerId, orderId } })
}

/** Visits to a show in the order of their ids, after `after`; locked until the transaction ends. */
export async function lockVisits(
  transaction: Transaction,
  resellerId: string,
  showId: string,
  { after, most }: { after: string; most: number },
): Promise<Visit[]> {
  const rows = await transaction.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM visit
    WHERE reseller_id = ${resellerId} AND show_id = ${showId} AND order_id > ${after}
    ORDER BY order_id LIMIT ${most} FOR UPDATE`
  return rows.map(visitOf)
}

/** What is known of a show now. */
export interface ShowState {
  readonly show: MailShow
  readonly cancelled: boolean
}

/**
 * Notes what these buyers know of their show now. A show that moved, or takes place after all, is reminded of by its new
 * date; one that is off never; for others the reminder stays as it was.
 */
export async function updateVisits(
  transaction: Transaction,
  resellerId: string,
  visits: readonly Visit[],
  { show, cancelled }: ShowState,
): Promise<void> {
  const startsAtMs = Date.parse(show.startsAt)
  const keepsReminder = (visit: Visit) =>
    Date.parse(visit.show.startsAt) === startsAtMs && visit.cancelled === cancelled && !cancelled
  const note = async (some: readonly Visit[], reminder: { remindAt?: Date | null }) => {
    const orderId = { in: some.map((visit) => visit.orderId) }
    const data = { show, cancelled, startsAt: new Date(startsAtMs), ...reminder }
    if (some.length > 0) await transaction.visit.updateMany({ where: { resellerId, orderId }, data })
  }
  await note(visits.filter(keepsReminder), {})
  await note(
    visits.filter((visit) => !keepsReminder(visit)),
    { remindAt: cancelled ? null : remindAt(startsAtMs, show.timeZone, Date.now()) },
  )
}

/** Takes visits that are to be reminded of now and have not begun: none of them is due again. */
export async function takeDueVisits(
  transaction: Transaction,
  resellerId: string,
  showId: string,
  most: number,
): Promise<Visit[]> {
  const rows = await transaction.$queryRaw<Row[]>`
    WITH due AS MATERIALIZED (
      SELECT order_id AS taken FROM visit
      WHERE reseller_id = ${resellerId} AND show_id = ${showId} AND remind_at <= now() AND starts_at > now()
      ORDER BY order_id LIMIT ${most} FOR UPDATE SKIP LOCKED)
    UPDATE visit SET remind_at = NULL FROM due WHERE reseller_id = ${resellerId} AND order_id = due.taken
    RETURNING ${COLUMNS}`
  return rows.map(visitOf)
}

/**
 * The shows of which somebody is to be reminded, no more than `most`. It is too late for `begun` visits, which are
 * forgotten on the way. In SQL, because Prisma's `distinct` reads every visit and drops the double ones here.
 */
export async function dueShows(
  transaction: Transaction,
  resellerId: string,
  most: number,
): Promise<{ readonly shows: readonly string[]; readonly begun: number }> {
  const { count: begun } = await transaction.visit.updateMany({
    where: { resellerId, remindAt: { not: null }, startsAt: { lte: new Date() } },
    data: { remindAt: null },
  })
  const rows = await transaction.$queryRaw<{ showId: string }[]>`
    SELECT DISTINCT show_id AS "showId" FROM visit
    WHERE reseller_id = ${resellerId} AND remind_at <= now() ORDER BY show_id LIMIT ${most}`
  return { shows: rows.map(({ showId }) => showId), begun }
}

/** Puts off reminders of these shows that are due now. Whoever takes them at this moment is not kept from telling. */
export async function postponeDueVisits(
  transaction: Transaction,
  resellerId: string,
  showIds: readonly string[],
  waitMs: number,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE visit SET remind_at = now() + make_interval(secs => ${waitMs / 1_000})
    WHERE reseller_id = ${resellerId} AND show_id = ANY(${showIds}) AND remind_at <= now()`
}

export async function resellersWithVisits(database: Database, showId: string): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`SELECT id FROM resellers_with_visits(${showId}) AS id`
  return rows.map(({ id }) => id)
}

export async function resellersWithDueVisits(database: Database, most: number): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`SELECT id FROM resellers_with_due_visits(${most}::int) AS id`
  return rows.map(({ id }) => id)
}

const COLUMNS = Prisma.sql`order_id AS "orderId", customer_ref AS "customerRef", show_id AS "showId", code, tickets,
  recipient, locale, show, cancelled`

type Row = Omit<Visit, 'show'> & { readonly show: unknown }

const visitOf = (row: Row): Visit => ({ ...row, show: MailShow.parse(row.show) })
