import type { Producer } from 'kafkajs'
import { z } from 'zod'
import { OrderEvent, ShowUpdatedEvent, TicketReleasedEvent } from '#contracts/core-event.ts'
import { TOPICS } from '#contracts/topics.ts'
import { type DeadLettered, sendDeadLetters } from '#platform/dead-letters.ts'
import type { EventReader, EventRecord } from '#platform/kafka-record.ts'
import type { Log } from '#platform/log.ts'
import { asReseller } from '../as-reseller.ts'
import type { BrandSource } from '../brand/brand-source.ts'
import type { CoreClient } from '../core/client.ts'
import type { Database, Transaction } from '../database.ts'
import { isForgotten } from '../orders/forgotten-buyer.ts'
import { rememberAddress } from '../orders/order-address.ts'
import { languageOfOrder } from '../orders/order-language.ts'
import type { OrderLinks } from '../orders/order-links.ts'
import { keepFindable } from '../orders/order-lookup.ts'
import { asRaw, type ParkedRecord, type TellableEvent } from '../parked/parked-record.ts'
import { isParking, parkEvent } from '../parked/parked-store.ts'
import { countSale } from '../sales/count-sale.ts'
import { noteRelease } from '../waitlist/waitlist.ts'
import { heardVersion, heardVersionForNow, noteHeard } from './heard-shows.ts'
import { isTold, orderNews } from './order-news.ts'
import { isUnknownTo, showState, tellOfChanges } from './show-changes.ts'
import { tell } from './tell.ts'
import { NotYet, tellingFault } from './telling-fault.ts'
import { findVisit, forgetVisit, rememberVisit, resellersWithVisits } from './visits.ts'

/*
 * core's events → what buyers are told, and what staff see counted. For each event: ask core for what it does not carry,
 * then write notification, live message, mail and count in one transaction. Everything written is named by what happened,
 * so an event that is read again adds nothing. `order.updated` itself reaches the browser from the dispatcher, which reads
 * core.orders too.
 */

export type NotifiedEvent = OrderEvent | ShowUpdatedEvent | TicketReleasedEvent

export const notifiedReaders: Readonly<Record<string, EventReader<NotifiedEvent>>> = {
  [TOPICS.coreOrders.name]: { types: ['order.updated'], schema: OrderEvent },
  [TOPICS.coreTickets.name]: {
    types: ['show.updated', 'ticket.released'],
    schema: z.discriminatedUnion('type', [ShowUpdatedEvent, TicketReleasedEvent]),
  },
}

export interface Notifying {
  readonly database: Database
  readonly brands: BrandSource
  readonly core: CoreClient
  readonly links: OrderLinks
  /** Carries dead letters. */
  readonly producer: Pick<Producer, 'sendBatch'>
  readonly deadLettered?: DeadLettered
  readonly log: Log
}

type NotifiedRecord = EventRecord<NotifiedEvent>

/** Throws when PostgreSQL, Kafka or core is away, or may be; then everything may be handed in again. */
export function notify(parts: Notifying) {
  return async (records: readonly NotifiedRecord[]): Promise<void> => {
    for (const record of records) {
      for (const fault of await handleOne(parts, record)) {
        const { topic, partition, offset } = record
        parts.log.error({ topic, partition, offset, reason: fault }, 'an event cannot be told of')
        await sendDeadLetters(parts.producer, [{ record: asRaw(record), reason: fault }], parts.deadLettered)
      }
    }
  }
}

/** @returns why this event can never be told of; nothing when it was, has to wait, or had nothing to tell */
async function handleOne(parts: Notifying, { event, ...where }: NotifiedRecord): Promise<string[]> {
  if (event.type === 'ticket.released') {
    const fault = await unlessItsOwn(parts, () => noteRelease(parts.database, event).then(() => null))
    return fault === null ? [] : [fault]
  }
  const faults: string[] = []
  let resellerIds: readonly string[] = []
  const fault = await unlessItsOwn(parts, async () => {
    resellerIds = await concerned(parts.database, event)
    return null
  })
  if (fault !== null) faults.push(fault)
  for (const resellerId of resellerIds) {
    // Parking, too: the key and free text in an event may be what JSONB never takes, or what Prisma cannot even write down.
    const fault = await unlessItsOwn(parts, () => tellOrPark(parts, resellerId, { ...where, event }))
    if (fault !== null) faults.push(fault)
  }
  return faults
}

/** Whose buyers an event may be news to; of a show that changed it is noted first that it did. */
async function concerned(database: Database, event: TellableEvent): Promise<readonly string[]> {
  if (event.type === 'order.updated') return [event.resellerId]
  await noteHeard(database, event)
  return resellersWithVisits(database, event.showId)
}

/** Events of a reseller are told of in order, so what comes while one waits has to wait behind it (decision 0101). */
async function tellOrPark(parts: Notifying, resellerId: string, record: ParkedRecord): Promise<string | null> {
  const { database, log } = parts
  let why = 'others of this reseller wait'
  try {
    if (!(await isParking(database, resellerId))) return await tellNow(parts, resellerId, record.event)
  } catch (error) {
    const { kind, reason } = tellingFault(error)
    if (kind === 'away' || kind === 'lasting') throw error
    why = reason
    const told = { err: error, resellerId, event: record.event.id, reason }
    log.warn(told, 'an event waits until it can be told of')
  }
  await parkEvent(database, resellerId, record, why)
  return null
}

/**
 * Tells a reseller's buyers of an event.
 * @returns why it can never be told of; null when it was, or had nothing to tell
 * @throws whatever {@link tellingFault} does not call lasting
 */
export const tellOfEvent = (parts: Notifying, resellerId: string, event: TellableEvent): Promise<string | null> =>
  unlessLasting(() => tellNow(parts, resellerId, event))

const tellNow = (parts: Notifying, resellerId: string, event: TellableEvent): Promise<string | null> =>
  event.type === 'order.updated' ? orderUpdated(parts, event) : showUpdated(parts, resellerId, event)

/** Turns a failure that would come back for ever into its reason. @throws any other */
async function unlessLasting(work: () => Promise<string | null>): Promise<string | null> {
  try {
    return await work()
  } catch (error) {
    const { kind, reason } = tellingFault(error)
    if (kind !== 'lasting') throw error
    return reason
  }
}

/**
 * {@link unlessLasting} for an event that does not wait yet, up to its parking. A strange failure there is an outage in words
 * that nobody knew, or this event's own, for which a partition that carries all resellers must not stand still. Whether
 * PostgreSQL answers something else tells the two apart; the second try is for an outage that ended in between.
 */
async function unlessItsOwn({ database, log }: Notifying, work: () => Promise<string | null>): Promise<string | null> {
  try {
    return await unlessLasting(work)
  } catch (error) {
    if (tellingFault(error).kind !== 'strange') throw error
    log.warn(
      { err: error },
      'an event can neither be told of nor wait, strangely; tried once more if PostgreSQL answers',
    )
  }
  await database.$queryRaw`SELECT 1`
  try {
    return await unlessLasting(work)
  } catch (error) {
    const { kind, reason } = tellingFault(error)
    if (kind !== 'strange') throw error
    return reason
  }
}

async function orderUpdated({ database, brands, core, links }: Notifying, event: OrderEvent): Promise<string | null> {
  const { resellerId, orderId, status } = event
  const brand = await brands.find(resellerId)
  if (brand === null) throw new NotYet(`${resellerId} has no live configuration that can be read`)
  const order = await core.order(resellerId, orderId)
  if (order === null) return `core does not know order ${orderId} of ${resellerId}`
  if (order.customerRef !== event.customerRef) return `order ${orderId} is another buyer's`
  const digest = links.digest(resellerId, order.buyer.email)
  const found = async (transaction: Transaction): Promise<string | null> => {
    const locale = await languageOfOrder(transaction, resellerId, order)
    await keepFindable(transaction, event, order, { addressDigest: digest, locale })
    return locale
  }
  if (!isTold(status)) {
    await asReseller(database, resellerId, async (transaction) => {
      if (!(await isForgotten(transaction, resellerId, order))) await found(transaction)
    })
    return null
  }
  const heard = await heardVersion(database, order.showId)
  const shown = await core.show(resellerId, order.showId)
  if (shown === null) return `core does not know show ${order.showId} of ${resellerId}`
  const now = showState(shown)
  const { show } = now
  const linked = { orderId, customerRef: order.customerRef, startsAt: show.startsAt }
  // Who has no visit yet is not told of changes: an order that waited may have missed that its show is off, and another try
  // of ours may have left a visit and then have found core away.
  const mayBeOutdated = async (transaction: Transaction): Promise<boolean> => {
    if ((await heardVersionForNow(transaction, show.id)) !== heard) return true
    const visit = await findVisit(transaction, resellerId, orderId)
    return visit !== null && isUnknownTo(visit, now)
  }
  const outdated = await asReseller(database, resellerId, async (transaction): Promise<boolean> => {
    // Whoever deleted their account is told nothing more; what it means for the shop is done all the same (decision 0105).
    if (!(await isForgotten(transaction, resellerId, order))) {
      const locale = await found(transaction)
      const link = links(resellerId, linked)
      await tell(transaction, brand, [orderNews({ ...event, status }, order, show, { link, locale })])
      if (status === 'confirmed')
        await rememberVisit(transaction, resellerId, { order, show, boughtAt: event.at, locale })
    }
    // No address, but what one is compared with: so that whoever asks for a lost order gets its tickets.
    if (status === 'confirmed') await rememberAddress(transaction, resellerId, order, digest)
    else await forgetVisit(transaction, resellerId, orderId)
    const old = status === 'confirmed' && (await mayBeOutdated(transaction))
    await countSale(transaction, event, order)
    return old
  })
  if (outdated) await tellOfChanges({ database, core, links }, brand, show.id, event.id)
  return null
}

async function showUpdated(
  { database, brands, core, links, log }: Notifying,
  resellerId: string,
  event: ShowUpdatedEvent,
): Promise<null> {
  const brand = await brands.find(resellerId)
  if (brand === null) throw new NotYet(`${resellerId} has no live configuration that can be read`)
  const isSold = await tellOfChanges({ database, core, links }, brand, event.showId, event.id)
  if (!isSold) log.warn({ resellerId, showId: event.showId }, 'a show with buyers is not sold any more')
  return null
}
