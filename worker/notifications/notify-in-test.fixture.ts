import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { doDueWork } from '#dev/core/sales/due-work.ts'
import { startCoreInTest } from '#dev/core/testing/core-in-test.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { forgetBuyer } from '#dev/test/forget-buyer.ts'
import { freshDatabase } from '#dev/test/services.ts'
import { decodeEvent, type EventRecord } from '#platform/kafka-record.ts'
import { createLog } from '#platform/log.ts'
import { asReseller } from '../as-reseller.ts'
import { databaseBrandSource } from '../brand/brand-source.ts'
import { applyConfigEvents } from '../config-sync/config-store.ts'
import { createCoreClient } from '../core/client.ts'
import { openDatabase, type Transaction } from '../database.ts'
import { createOptOutLinks, type OptOutLinks } from '../opt-outs/opt-out-links.ts'
import { createOrderLinks } from '../orders/order-links.ts'
import { tellParked } from '../parked/parked-events.ts'
import { type NotifiedEvent, type Notifying, notifiedReaders, notify } from './notify.ts'
import { remindOfDueShows } from './reminders.ts'

export const LINK_SECRET = 'a secret for links of at least 32 characters'
const log = createLog('test', 'silent')
export const customer = (name: string): string => `customer-${name}-00000000`.slice(0, 24)

/** core as a real server on a database of its own, and the worker's side with two resellers. Events wait for `deliver`. */
export async function openNotifyWorld() {
  const resources = new AsyncDisposableStack()
  const core = resources.use(await startCoreInTest({ paymentDelayMs: 0 }))
  const coreUrl = await core.app.listen({ port: 0, host: '127.0.0.1' })
  const fresh = resources.use(await freshDatabase())
  const database = resources.use(openDatabase(fresh.url))
  for (const [at, resellerId] of ['aurora', 'luna'].entries()) {
    const hosts = [`${resellerId}.example`]
    const config = exampleConfig({
      name: resellerId,
      hosts,
      ...(resellerId === 'aurora' && { locales: ['en-GB', 'de-DE'] }),
    })
    const envelope = { id: `e${at}`, type: 'reseller.config' as const, at: '2026-11-01T10:00:00Z' }
    await applyConfigEvents(database, [{ ...envelope, resellerId, sequence: 1, live: { version: 1, config } }])
  }
  const links = createOrderLinks(LINK_SECRET)
  const optOuts = createOptOutLinks(LINK_SECRET)
  const brands = databaseBrandSource(database, 'https://{host}')
  const letters: string[] = []
  const producer = {
    async sendBatch(batch: { topicMessages?: { messages: { value: unknown }[] }[] }) {
      for (const { messages } of batch.topicMessages ?? []) letters.push(...messages.map(({ value }) => String(value)))
      return []
    },
  }
  const parts: Notifying & { optOuts: OptOutLinks } = {
    database,
    brands,
    core: createCoreClient(coreUrl, { '*': 'demo-{reseller}' }),
    links,
    optOuts,
    producer,
    log,
  }
  const handle = notify(parts)
  let delivered = 0

  const inside = <T>(resellerId: string, read: (transaction: Transaction) => Promise<T>) =>
    asReseller(database, resellerId, read)

  /** What core has said since, read as the worker reads it. */
  async function take(): Promise<EventRecord<NotifiedEvent>[]> {
    const said = (await core.outbox()).slice(delivered)
    delivered += said.length
    return said.flatMap(({ topic, value }, at): EventRecord<NotifiedEvent>[] => {
      const reader = notifiedReaders[topic]
      const decoded = reader && decodeEvent(Buffer.from(JSON.stringify(value)), reader)
      return decoded && 'event' in decoded
        ? [{ topic, partition: 0, offset: `${at}`, key: null, event: decoded.event }]
        : []
    })
  }

  return {
    core,
    coreUrl,
    database,
    databaseUrl: fresh.url,
    ownerUrl: fresh.ownerUrl,
    parts,
    handle,
    letters,
    /**
     * Buys tickets of `night-train` as a reseller's buyer; paid at once. With `locale`, on a page in that language: the
     * storefront has noted it with the hold. @returns the order's id
     */
    async buy(
      resellerId: string,
      customerRef: string,
      email: string,
      showId = 'night-train',
      locale: string | null = null,
    ): Promise<string> {
      const items = [{ tierId: 'floor', quantity: 2 }]
      const ask = { as: resellerId, method: 'POST' as const, key: randomUUID() }
      const held = await core.call({ ...ask, url: '/v1/holds', payload: { showId, customerRef, items } })
      const { id: holdId, total, expiresAt, extensionsLeft } = held.body
      if (locale !== null)
        await inside(resellerId, (transaction) =>
          transaction.customerHold.create({
            data: {
              resellerId,
              holdId,
              customerRef,
              showId,
              items,
              total,
              expiresAt,
              extensionsLeft,
              locale,
              clockAheadMs: 0,
            },
          }),
        )
      const payload = { holdId, customerRef, buyer: { name: 'Ada', email } }
      const ordered = await core.call({ ...ask, url: '/v1/orders', payload })
      await doDueWork(core.core)
      return ordered.body.id
    },
    change: (showId: string, payload: Record<string, unknown>) =>
      core.call({ method: 'PATCH', url: `/dev/shows/${showId}`, payload }),
    /** Sets an order's status at core, with its event: nothing in the stand-in refunds by itself. */
    async setStatus(orderId: string, status: string) {
      const { rows } = await core.core.pool.query(
        'UPDATE orders SET status = $2, updated_at = clock_timestamp() WHERE id = $1 RETURNING *',
        [orderId, status],
      )
      const { reseller_id: resellerId, customer_ref: customerRef, show_id: showId } = rows[0]
      const at = new Date().toISOString()
      const event = { id: randomUUID(), type: 'order.updated', at, resellerId, customerRef, orderId, showId, status }
      await handle([{ topic: 'core.orders', partition: 0, offset: '0', key: null, event: event as NotifiedEvent }])
    },
    take,
    /** Hands what core has said since to the worker, `times` over. */
    async deliver(times = 1) {
      const records = await take()
      for (let time = 0; time < times; time++) await handle(records)
      return records
    },
    /** One worker's round of reminders. */
    remind: () => remindOfDueShows(parts, () => false),
    notifications: (resellerId: string) =>
      inside(resellerId, (transaction) => transaction.notification.findMany({ orderBy: { createdAt: 'asc' } })),
    /** Forgets the storefront's holds, as time does. */
    forgetHolds: (resellerId: string) => inside(resellerId, (transaction) => transaction.customerHold.deleteMany()),
    mails: (resellerId: string) =>
      inside(resellerId, (transaction) => transaction.mail.findMany({ orderBy: { createdAt: 'asc' } })),
    outbox: (resellerId: string) =>
      inside(resellerId, (transaction) => transaction.outboxMessage.findMany({ orderBy: { position: 'asc' } })),
    addresses: (resellerId: string) => inside(resellerId, (transaction) => transaction.orderAddress.findMany()),
    visits: (resellerId: string) => inside(resellerId, (transaction) => transaction.visit.findMany()),
    /** Stores a configuration of a reseller, which goes live. */
    async configure(resellerId: string, sequence = 1) {
      const config = exampleConfig({ name: resellerId, hosts: [`${resellerId}.example`] })
      const envelope = { id: randomUUID(), type: 'reseller.config' as const, at: '2026-11-01T10:00:00Z' }
      await applyConfigEvents(database, [{ ...envelope, resellerId, sequence, live: { version: sequence, config } }])
    },
    /** Deletes an account of this reference, as its owner does in the storefront. */
    forgetBuyer: (resellerId: string, customerRef: string, email: string) =>
      forgetBuyer(database, resellerId, customerRef, email),
    /** Until somebody waits for a lock with a name. */
    untilWaits: () =>
      vi.waitUntil(
        async () => {
          const [row] = await database.$queryRaw<{ waits: boolean }[]>`
            SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS waits`
          return row?.waits
        },
        { timeout: 4_000, interval: 20 },
      ),
    /** A round of what waits, of as many workers; what waits at this reseller is due. */
    async tellParked(
      resellerId: string,
      { workers = 1, ...changed }: Partial<typeof parts> & { workers?: number } = {},
    ) {
      await inside(resellerId, (transaction) =>
        transaction.parkedEvent.updateMany({ data: { nextAttemptAt: new Date(0) } }),
      )
      const round = () => tellParked({ ...parts, ...changed }, () => false)
      await Promise.all(Array.from({ length: workers }, round))
    },
    parked: (resellerId: string) =>
      inside(resellerId, (transaction) => transaction.parkedEvent.findMany({ orderBy: { position: 'asc' } })),
    inside,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}
