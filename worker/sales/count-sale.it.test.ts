import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TOPICS } from '#contracts/topics.ts'
import { sampleShow } from '#dev/core/testing/sample-show.ts'
import { freshTopics, testServices } from '#dev/test/services.ts'
import { createKafka, openProducer } from '#platform/kafka.ts'
import { startConsumer } from '#platform/kafka-consumer.ts'
import { createLog } from '#platform/log.ts'
import { type NotifiedEvent, notifiedReaders } from '../notifications/notify.ts'
import { customer, openNotifyWorld } from '../notifications/notify-in-test.fixture.ts'

type World = Awaited<ReturnType<typeof openNotifyWorld>>
let world: World
beforeAll(async () => {
  world = await openNotifyWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const MINUTE_MS = 60_000
const minutesOf = (resellerId: string, showId: string) =>
  world.inside(resellerId, (transaction) => transaction.saleMinute.findMany({ where: { showId } }))
const countedOf = (resellerId: string, showId: string) =>
  world.inside(resellerId, (transaction) => transaction.countedSale.findMany({ where: { showId } }))
const bells = async (resellerId: string) =>
  (await world.outbox(resellerId)).filter(({ stream }) => stream === `staff.${resellerId}.sales`)

/** A show of its own, so that tests do not count into each other's minutes. */
async function showOnSale(id: string): Promise<string> {
  await world.core.store(sampleShow({ id, title: id, maxPerBuyer: 100 }))
  return id
}
const sums = (rows: Awaited<ReturnType<typeof minutesOf>>) => ({
  sold: rows.reduce((sum, row) => sum + row.sold, 0),
  givenBack: rows.reduce((sum, row) => sum + row.givenBack, 0),
  taken: rows.reduce((sum, row) => sum + Number(row.taken), 0),
  refunded: rows.reduce((sum, row) => sum + Number(row.refunded), 0),
})
const order = (orderId: string, resellerId: string, customerRef: string, showId: string, change: object = {}) => ({
  ...{ topic: 'core.orders', partition: 0, offset: '0', key: null },
  event: {
    ...{ id: randomUUID(), type: 'order.updated', at: new Date().toISOString() },
    ...{ resellerId, customerRef, orderId, showId, status: 'confirmed', ...change },
  } as NotifiedEvent,
})

describe('a sale', () => {
  it('is counted once in the minute it was confirmed in, however often and at whatever time it is told', async () => {
    const showId = await showOnSale('counted-once')
    const before = (await bells('aurora')).length
    const orderId = await world.buy('aurora', customer('once'), 'once@example.com', showId)
    const said = await world.deliver(3)
    await world.handle([order(orderId, 'aurora', customer('once'), showId)]) // the same news under another id
    const at = said.map(({ event }) => event).find((event) => 'status' in event && event.status === 'confirmed')?.at
    expect(await minutesOf('aurora', showId)).toMatchObject([
      {
        minute: new Date(Math.floor(Date.parse(at ?? '') / MINUTE_MS) * MINUTE_MS),
        ...{ sold: 2, givenBack: 0, refunded: 0n },
      },
    ])
    const total = (await world.parts.core.order('aurora', orderId))?.total
    expect(sums(await minutesOf('aurora', showId)).taken).toBe(total?.amount)
    const rung = (await bells('aurora')).slice(before)
    expect(rung.map(({ event, fields }) => [event, Object.keys(fields as object)])).toEqual([['sales', ['minute']]])
  })

  it('is counted once by two workers that have it at the same time, and together with others of its minute', async () => {
    const showId = await showOnSale('at-the-same-time')
    const orders = await Promise.all(
      Array.from({ length: 6 }, async (_, at) => {
        const ref = customer(`same${at}`)
        return order(await world.buy('aurora', ref, `same${at}@example.com`, showId), 'aurora', ref, showId)
      }),
    )
    await Promise.all([...orders, ...orders].map((record) => world.handle([record])))
    expect(sums(await minutesOf('aurora', showId)).sold).toBe(12)
    expect(await countedOf('aurora', showId)).toHaveLength(6)
  })

  it('that was not paid is not counted', async () => {
    const showId = await showOnSale('not-paid')
    await world.buy('aurora', customer('unpaid'), 'max+fail@example.com', showId)
    await world.deliver()
    expect(await minutesOf('aurora', showId)).toEqual([])
  })

  it('of tomorrow, by core’s clock, is one of now; one of weeks ago is not counted', async () => {
    const showId = await showOnSale('clocks')
    const ahead = await world.buy('aurora', customer('ahead'), 'ahead@example.com', showId)
    const old = await world.buy('aurora', customer('old'), 'old@example.com', showId)
    const at = (days: number) => new Date(Date.now() + days * 24 * 60 * MINUTE_MS).toISOString()
    await world.handle([order(old, 'aurora', customer('old'), showId, { at: at(-16) })])
    expect(await minutesOf('aurora', showId)).toEqual([])
    await world.handle([order(ahead, 'aurora', customer('ahead'), showId, { at: at(1) })])
    const [row] = await minutesOf('aurora', showId)
    expect(row?.sold).toBe(2)
    expect(row?.minute.getTime()).toBeLessThanOrEqual(Date.now())
  })

  it('is its own reseller’s: another one sees neither it, nor that there was one', async () => {
    const showId = await showOnSale('both-sell-it')
    await world.deliver() // what was bought before
    const before = (await bells('aurora')).length
    await world.buy('luna', customer('luna'), 'luna@example.com', showId)
    await world.deliver()
    expect(sums(await minutesOf('luna', showId)).sold).toBe(2)
    expect(await minutesOf('aurora', showId)).toEqual([])
    expect(await countedOf('aurora', showId)).toEqual([])
    expect(await bells('aurora')).toHaveLength(before)
    const everything = await world.inside('aurora', async (transaction) => [
      ...(await transaction.saleMinute.findMany()),
      ...(await transaction.countedSale.findMany()),
    ])
    expect(everything.filter((row) => row.resellerId !== 'aurora')).toEqual([])
    // Without a reseller named there is nothing, and nothing can be written for another one.
    expect(await world.database.saleMinute.findMany()).toEqual([])
    expect(await world.database.countedSale.findMany()).toEqual([])
    const theirs = { resellerId: 'luna', minute: new Date(), showId, currency: 'GBP', sold: 9 }
    await expect(
      world.inside('aurora', (transaction) => transaction.saleMinute.create({ data: theirs })),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('what is given back', () => {
  it('counts in the minute it came back in, and leaves the sale where it was', async () => {
    const showId = await showOnSale('given-back')
    const orderId = await world.buy('aurora', customer('back'), 'back@example.com', showId)
    await world.deliver()
    const { taken } = sums(await minutesOf('aurora', showId))
    await world.setStatus(orderId, 'refunded')
    await world.setStatus(orderId, 'refunded')
    expect(sums(await minutesOf('aurora', showId))).toEqual({ sold: 2, givenBack: 2, taken, refunded: taken })
  })

  it('comes back once, also when an order is cancelled first and refunded later; the money only then', async () => {
    const showId = await showOnSale('cancelled-first')
    const orderId = await world.buy('aurora', customer('first'), 'first@example.com', showId)
    await world.deliver()
    await world.setStatus(orderId, 'cancelled')
    expect(sums(await minutesOf('aurora', showId))).toMatchObject({ sold: 2, givenBack: 2, refunded: 0 })
    await world.setStatus(orderId, 'refunded')
    const { givenBack, taken, refunded } = sums(await minutesOf('aurora', showId))
    expect([givenBack, refunded]).toEqual([2, taken])
  })
})

it('what nothing can bring a second time any more is forgotten, and only that', async () => {
  const showId = await showOnSale('forgotten')
  const days = (count: number) => new Date(Date.now() - count * 24 * 60 * MINUTE_MS)
  await world.inside('aurora', async (transaction) => {
    for (const age of [14, 16]) {
      const at = days(age)
      const row = { resellerId: 'aurora', showId }
      await transaction.saleMinute.create({ data: { ...row, minute: at, currency: 'GBP', sold: 1 } })
      await transaction.countedSale.create({ data: { ...row, orderId: `o${age}`, what: 'sold', tickets: 1, at } })
    }
  })
  await world.database.$queryRaw`SELECT forget_old_sales()`
  expect(await minutesOf('aurora', showId)).toHaveLength(1)
  expect(await countedOf('aurora', showId)).toMatchObject([{ orderId: 'o14' }])
})

it('a sale that Kafka hands in twice, to two workers, is counted once', async () => {
  const showId = await showOnSale('over-kafka')
  const log = createLog('test', 'silent')
  const kafka = createKafka(testServices.kafkaBrokers.split(','), 'test', log)
  await using producer = await openProducer(kafka)
  const [ref, last] = [customer('kafka'), customer('kafka-last')]
  const first = order(await world.buy('aurora', ref, 'kafka@example.com', showId), 'aurora', ref, showId)
  const second = order(await world.buy('aurora', last, 'kafka2@example.com', showId), 'aurora', last, showId)
  const { orders: topic } = await freshTopics('orders')
  const send = (record: typeof first) =>
    producer.send({ topic, messages: [{ key: 'one', value: JSON.stringify(record.event) }] })
  for (const record of [first, first, second, first]) await send(record)
  const reader = notifiedReaders[TOPICS.coreOrders.name]
  if (!reader) throw new Error('orders are not read')
  const read = async () => {
    const seen = Promise.withResolvers<void>()
    let count = 0
    await using _consumer = await startConsumer({
      ...{ kafka, producer, groupId: randomUUID(), readers: { [topic]: reader }, from: 'earliest', log },
      async handle(records) {
        await world.handle(records)
        count += records.length
        if (count === 4) seen.resolve()
      },
    })
    await seen.promise
  }
  await Promise.all([read(), read()])
  expect(sums(await minutesOf('aurora', showId)).sold).toBe(4)
})
