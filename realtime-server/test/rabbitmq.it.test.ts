import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RabbitmqServer, startRabbitmq } from '#dev/services/rabbitmq.ts'
import { startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { scratchFolder } from '#dev/test/scratch-folder.ts'
import { ADDRESSINGS } from '../bus/bus-config.ts'
import { TestTier } from './tier.ts'
import { TestViewer } from './viewer.ts'

const folder = scratchFolder()
let server: RabbitmqServer
const start = (port?: number) =>
  startRabbitmq({ dataDir: folder.path, say: console.log, ...(port === undefined ? {} : { port }) })
beforeAll(async () => {
  server = await start()
}, 200_000)
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

/** A tier whose last hop is RabbitMQ. Nodes of it are told of no Kafka: they need none. */
const startTier = (mode: string) =>
  TestTier.start({
    bus: {
      REALTIME_BUS: 'rabbitmq',
      REALTIME_BUS_MODE: mode,
      REALTIME_BUS_NAME: `rt-${randomUUID().slice(0, 8)}`,
      RABBITMQ_URL: server.address,
    },
  })
const WITHOUT_KAFKA = { KAFKA_BROKERS: '' }

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)

/** Nobody was told fewer sales than there were, unless they were told to look again. */
async function hasAllOrReset(viewer: TestViewer, last: number): Promise<void> {
  await viewer.until('ticket.sold', ({ data }) => data.version === last)
  if (viewer.events('reset').length === 0) expect(viewer.soldSteps).toEqual(upTo(last))
}

describe.each(ADDRESSINGS)('over RabbitMQ, %s,', (mode) => {
  test('a sale reaches every viewer of the show on two nodes, and a change of an order its buyer alone', async () => {
    await using tier = await startTier(mode)
    const [one, two] = await Promise.all([tier.node(WITHOUT_KAFKA), tier.node(WITHOUT_KAFKA), tier.dispatcher()])
    const ana = { reseller: 'aurora', customerRef: 'customer-ana-000' }
    const ben = { reseller: 'aurora', customerRef: 'customer-ben-000' }
    const open = async (url: string, person: typeof ana) =>
      TestViewer.open(url, ['public.show.42', 'private.order'], { cookie: await tier.cookie(person) })
    await using a = await open(one.url, ana)
    await using again = await open(two.url, ana)
    await using b = await open(two.url, ben)

    await tier.announce(tier.ticketEvent('42'))
    const sold = await Promise.all([a, again, b].map((viewer) => viewer.until('ticket.sold')))
    expect(new Set(sold.map(({ id }) => id)).size).toBe(1)
    await tier.announceOrder({
      ...{ id: 'order-event-1', at: new Date().toISOString(), type: 'order.updated', showId: '42' },
      ...{ resellerId: ana.reseller, customerRef: ana.customerRef, orderId: 'order-1', status: 'confirmed' },
    })
    await Promise.all([a, again].map((viewer) => viewer.until('order.updated')))
    await tier.announce(tier.ticketEvent('42'))
    await b.until('ticket.sold', ({ data }) => data.version === 2)
    expect(b.events('order.updated')).toEqual([])
  })
})

describe('over RabbitMQ', () => {
  test('a node that was cut off while tickets were sold gives its viewers what they missed, once', async () => {
    const port = Number(new URL(server.address).port)
    await using proxy = await startFaultyProxy(port)
    await using tier = await startTier('targeted')
    const throughProxy = { RABBITMQ_URL: server.address.replace(`:${port}`, `:${proxy.port}`) }
    const [cut, other] = await Promise.all([tier.node(throughProxy), tier.node(), tier.dispatcher()])
    await using viewer = await TestViewer.open(cut.url, ['public.show.42'])
    await using witness = await TestViewer.open(other.url, ['public.show.42'])
    await tier.announce(tier.ticketEvent('42'))
    await viewer.until('ticket.sold')

    proxy.refusing = true
    proxy.cut()
    await tier.announce(tier.ticketEvent('42'), tier.ticketEvent('42'))
    await witness.until('ticket.sold', ({ data }) => data.version === 3)
    proxy.refusing = false
    await viewer.until('ticket.sold', ({ data }) => data.version === 3)
    await tier.announce(tier.ticketEvent('42'))
    await viewer.until('ticket.sold', ({ data }) => data.version === 4)
    expect(viewer.soldSteps).toEqual(upTo(4))
    expect(viewer.events('reset')).toEqual([])
  })

  test('a server killed and started again while tickets are sold costs nobody a sale', async () => {
    await using tier = await startTier('targeted')
    const nodes = await Promise.all([tier.node(), tier.node()])
    await tier.dispatcher()
    const viewers = await Promise.all(
      nodes.flatMap(({ url }) => [1, 2].map(() => TestViewer.open(url, ['public.show.42']))),
    )
    const sell = () => tier.announce(tier.ticketEvent('42'))
    await sell()
    for (const viewer of viewers) await viewer.until('ticket.sold')

    const port = Number(new URL(server.address).port)
    await sell() // perhaps on its way when the server dies
    process.kill(server.pid, 'SIGKILL')
    await server[Symbol.asyncDispose]()
    for (let i = 0; i < 5; i += 1) await sell()
    server = await start(port)
    for (let i = 0; i < 5; i += 1) await sell()
    for (const viewer of viewers) await hasAllOrReset(viewer, 12)
    for (const viewer of viewers) await viewer[Symbol.asyncDispose]()
  })
})
