import type { Producer } from 'kafkajs'
import { z } from 'zod'
import { OrderEvent, ShowUpdatedEvent, TicketReleasedEvent } from '#contracts/core-event.ts'
import { TOPICS } from '#contracts/topics.ts'
import { sendDeadLetters } from '#platform/dead-letters.ts'
import type { EventReader, EventRecord } from '#platform/kafka-record.ts'
import type { Log } from '#platform/log.ts'
import { asReseller } from '../as-reseller.ts'
import type { BrandSource } from '../brand/brand-source.ts'
import { type CoreClient, UnusableAnswer } from '../core/client.ts'
import { type Database, sqlState, type Transaction } from '../database.ts'
import { rememberAddress } from '../orders/order-address.ts'
import { languageOfOrder } from '../orders/order-language.ts'
import type { OrderLinks } from '../orders/order-links.ts'
import { keepFindable } from '../orders/order-lookup.ts'
import { countSale } from '../sales/count-sale.ts'
import { noteRelease } from '../waitlist/waitlist.ts'
import { mailShow } from './mail-show.ts'
import { isTold, orderNews } from './order-news.ts'
import { tellOfChanges } from './show-changes.ts'
import { tell } from './tell.ts'
import { forgetVisit, rememberVisit, resellersWithVisits } from './visits.ts'

/*
 * core's events → what buyers are told, and what staff see counted. For each event: ask core for what it does not carry,
 * then write notification, live message, mail and count in one transaction. Everything written is named by what happened, so an event that is read again
 * adds nothing. `order.updated` itself reaches the browser from the dispatcher, which reads core.orders too.
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
  readonly log: Log
}

type NotifiedRecord = EventRecord<NotifiedEvent>

/** Throws when PostgreSQL, Kafka or core is away; then everything may be handed in again. */
export function notify(parts: Notifying) {
  return async (records: readonly NotifiedRecord[]): Promise<void> => {
    for (const record of records) {
      const fault = await handleOne(parts, record.event)
      if (fault === null) continue
      const { topic, partition, offset } = record
      parts.log.error({ topic, partition, offset, reason: fault }, 'an event cannot be told of')
      await sendDeadLetters(parts.producer, [{ record: asRaw(record), reason: fault }])
    }
  }
}

/** @returns why this event can never be told of; null when it was, or had nothing to tell */
async function handleOne(parts: Notifying, event: NotifiedEvent): Promise<string | null> {
  try {
    if (event.type === 'order.updated') return await orderUpdated(parts, event)
    if (event.type === 'show.updated') await showUpdated(parts, event)
    else await noteRelease(parts.database, event)
    return null
  } catch (error) {
    if (error instanceof UnusableAnswer) return error.message
    if (error instanceof z.ZodError) return `cannot be told of: ${error.issues[0]?.path.join('.')}`
    // Classes 22, data, and 23, integrity: the event's own fault, which would come back for ever.
    const state = sqlState(error)
    if (state !== null && /^2[23]/.test(state)) return `PostgreSQL refused it (${state})`
    throw error
  }
}

async function orderUpdated({ database, brands, core, links }: Notifying, event: OrderEvent): Promise<string | null> {
  const { resellerId, orderId, status } = event
  const brand = await brands.find(resellerId)
  if (brand === null) return `${resellerId} has no live configuration`
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
    await asReseller(database, resellerId, found)
    return null
  }
  const shown = await core.show(resellerId, order.showId)
  if (shown === null) return `core does not know show ${order.showId} of ${resellerId}`
  const show = mailShow(shown)
  const linked = { orderId, customerRef: order.customerRef, startsAt: show.startsAt }
  await asReseller(database, resellerId, async (transaction) => {
    const locale = await found(transaction)
    const link = links(resellerId, linked)
    await tell(transaction, brand, [orderNews({ ...event, status }, order, show, { link, locale })])
    if (status === 'confirmed') {
      await rememberVisit(transaction, resellerId, { order, show, boughtAt: event.at, locale })
      await rememberAddress(transaction, resellerId, order, digest)
    } else await forgetVisit(transaction, resellerId, orderId)
    await countSale(transaction, event, order)
  })
  return null
}

async function showUpdated({ database, brands, core, links, log }: Notifying, event: ShowUpdatedEvent): Promise<void> {
  for (const resellerId of await resellersWithVisits(database, event.showId)) {
    const brand = await brands.find(resellerId)
    const shown = brand && (await core.show(resellerId, event.showId))
    if (brand === null || shown === null)
      log.warn({ resellerId, showId: event.showId }, 'a show with buyers is not sold any more') // biome-ignore format: one line
    else
      await tellOfChanges(
        { database, links },
        brand,
        { show: mailShow(shown), cancelled: shown.status === 'cancelled' },
        event.id,
      )
  }
}

function asRaw({ topic, partition, offset, key, event }: NotifiedRecord) {
  const value = Buffer.from(JSON.stringify(event))
  return { topic, partition, offset, key: key === null ? null : Buffer.from(key), value }
}
