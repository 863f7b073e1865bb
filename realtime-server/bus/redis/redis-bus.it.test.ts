import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RedisCluster, startRedisCluster } from '#dev/services/redis-cluster.ts'
import { type FaultyProxy, startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { scratchFolder } from '#dev/test/scratch-folder.ts'
import { testServices } from '#dev/test/services.ts'
import { createLog } from '#platform/log.ts'
import { type BusInTest, describeBus, message, type ReaderFaults } from '../bus.suite.ts'
import { ADDRESSINGS, type Addressing } from '../bus-config.ts'
import { Hearing } from '../hearing.fixture.ts'
import { everyonesChannel, nodeChannel } from './channels.ts'
import { openPublisher } from './publisher.ts'
import { redisBus } from './redis-bus.ts'
import { RedisDeliveryReader } from './redis-reader.ts'
import { RedisDeliveryWriter } from './redis-writer.ts'

const log = createLog('test', 'silent')
/** So that a silence is over before anybody gets bored. */
const patience = { probeMs: 100, silenceMs: 400 }
const { guarantees } = redisBus

interface Servers {
  readonly writers: readonly string[]
  readonly readers: readonly string[]
  readonly faults: ReaderFaults
}

/** Publications are heard in all logical databases, and in all tests. */
const freshName = () => `test-${randomUUID().slice(0, 8)}`

async function openBus(
  addressing: Addressing,
  { writers, readers, faults }: Servers,
  name = freshName(),
): Promise<BusInTest> {
  const resources = new AsyncDisposableStack()
  const publisher = resources.use(await openPublisher(writers, log))
  return {
    writer: resources.use(new RedisDeliveryWriter(publisher, { name, addressing })),
    reader: async () => {
      const probes = resources.use(await openPublisher(readers, log))
      return resources.use(new RedisDeliveryReader(probes, { name, log, patience }))
    },
    faults,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

/** Sends until something is heard: what a reader was deaf to is lost. */
async function untilHeard({ writer }: BusInTest, node: string, hearing: Hearing): Promise<void> {
  const before = hearing.heard.length
  const send = async (n: number) => {
    await writer.send([{ message: message(n), recipients: [{ node, slot: 0 }] }]).catch(() => {}) // as a dispatcher would go on
    return hearing.heard.length
  }
  let n = 1_000
  await expect.poll(() => send(n++), { timeout: 30_000 }).toBeGreaterThan(before)
}

describe('a plain Redis', () => {
  const { port } = new URL(testServices.redisUrl)
  let proxy: FaultyProxy
  beforeAll(async () => {
    proxy = await startFaultyProxy(Number(port))
  })
  afterAll(() => proxy[Symbol.asyncDispose]())

  const servers = (): Servers => ({
    writers: [testServices.redisUrl],
    readers: [`redis://127.0.0.1:${proxy.port}`],
    faults: { guarantees, cut: () => proxy.cut(), strand: () => proxy.strand() },
  })

  for (const addressing of ADDRESSINGS) {
    describeBus(`a bus in Redis, ${addressing}`, addressing, () => openBus(addressing, servers()), ['cut', 'strand'])
  }

  test('that answers nothing any more fails a writer, which goes on over a new connection', async () => {
    await using own = await startFaultyProxy(Number(port))
    await using bus = await openBus('targeted', { ...servers(), writers: [`redis://127.0.0.1:${own.port}`] })
    const send = () => bus.writer.send([{ message: message(2), recipients: 'everyone' }])
    await send()
    own.strand()
    await expect(send()).rejects.toThrow()
    await expect.poll(() => send().catch(() => 0), { timeout: 20_000 }).toBe(1)
  })

  test('that refuses a writer fails it, however often it tries', async () => {
    await using own = await startFaultyProxy(Number(port))
    await using bus = await openBus('targeted', { ...servers(), writers: [`redis://127.0.0.1:${own.port}`] })
    own.refusing = true
    own.cut()
    for (let n = 0; n < 3; n += 1) {
      await expect(bus.writer.send([{ message: message(2), recipients: 'everyone' }])).rejects.toThrow()
    }
  })

  test('that takes a subscription and brings nothing does not count as open', async () => {
    await using own = await startFaultyProxy(Number(port))
    await using bus = await openBus('targeted', { ...servers(), readers: [`redis://127.0.0.1:${own.port}`] })
    const reader = await bus.reader()
    own.silentAt = 'spublish'
    await expect(reader.open({ node: 'a', slot: 0 }, new Hearing())).rejects.toThrow(/not heard|cannot subscribe/)
  })

  test('that is away when a node takes a new id is heard under it as soon as it is back, after a gap', async () => {
    await using own = await startFaultyProxy(Number(port))
    await using bus = await openBus('targeted', { ...servers(), readers: [`redis://127.0.0.1:${own.port}`] })
    const [reader, hearing] = [await bus.reader(), new Hearing()]
    await reader.open({ node: 'a', slot: 0 }, hearing)
    own.refusing = true
    own.cut()
    await expect(reader.rename('a2')).rejects.toThrow()
    own.refusing = false
    await hearing.gapsTold(1)
    await untilHeard(bus, 'a2', hearing)
  })

  test('carries few probes for everybody’s channel, however many nodes listen to it', async () => {
    const name = freshName()
    await using bus = await openBus('targeted', servers(), name)
    const nodes = Array.from({ length: 10 }, (_, i) => `node-${i}`)
    for (const node of nodes) await (await bus.reader()).open({ node, slot: 0 }, new Hearing())
    const heard = { own: 0, everyones: 0 }
    const witness = new Redis(testServices.redisUrl)
    witness.on('smessage', (channel) => (heard[channel === everyonesChannel(name) ? 'everyones' : 'own'] += 1))
    await witness.ssubscribe(everyonesChannel(name), nodeChannel(name, 'node-0'))
    await expect.poll(() => heard.own, { timeout: 30_000 }).toBeGreaterThan(20)
    witness.disconnect()
    expect(heard.everyones).toBeGreaterThan(0)
    expect(heard.everyones).toBeLessThan((heard.own * nodes.length) / 2)
  })
})

describe('a cluster', () => {
  const folder = scratchFolder()
  let cluster: RedisCluster
  beforeAll(async () => {
    cluster = await startRedisCluster({ dataDir: folder.path, say: () => {} })
  })
  afterAll(async () => {
    await cluster[Symbol.asyncDispose]()
    folder[Symbol.dispose]()
  })

  /** A cluster names its members itself, so nobody would stay behind a proxy. */
  async function killSubscribers(): Promise<void> {
    for (const url of cluster.urls) {
      const client = new Redis(url)
      await client.call('CLIENT', 'KILL', 'TYPE', 'pubsub')
      client.disconnect()
    }
  }

  for (const addressing of ADDRESSINGS) {
    describeBus(
      `a bus in a Redis cluster, ${addressing}`,
      addressing,
      () =>
        openBus(addressing, {
          writers: cluster.urls,
          // What is on the third must be found by way of these.
          readers: cluster.urls.slice(0, 2),
          faults: { guarantees, cut: killSubscribers },
        }),
      ['cut'],
    )
  }

  test('that gives a channel to another of its servers is heard there, after a gap', async () => {
    await using bus = await openClusterBus()
    const [reader, hearing] = [await bus.reader(), new Hearing()]
    await reader.open({ node: 'a', slot: 0 }, hearing)
    await untilHeard(bus, 'a', hearing)
    await moveSlotOf(nodeChannel(bus.name, 'a'))
    await hearing.gapsTold(1)
    await untilHeard(bus, 'a', hearing)
  })

  test('that loses the server of a channel fails what is sent there, and is heard again when it is back', async () => {
    await using bus = await openClusterBus()
    const [reader, hearing] = [await bus.reader(), new Hearing()]
    await reader.open({ node: 'a', slot: 0 }, hearing)
    await untilHeard(bus, 'a', hearing)
    const { owner } = await slotOf(nodeChannel(bus.name, 'a'))
    await cluster.kill(owner)
    await expect(bus.writer.send([{ message: message(2), recipients: [{ node: 'a', slot: 0 }] }])).rejects.toThrow()
    await cluster.restart(owner)
    await hearing.gapsTold(1)
    await untilHeard(bus, 'a', hearing)
  })

  async function openClusterBus(): Promise<BusInTest & { readonly name: string }> {
    const name = freshName()
    const faults = { guarantees, cut: killSubscribers }
    return Object.assign(await openBus('targeted', { writers: cluster.urls, readers: cluster.urls, faults }, name), {
      name,
    })
  }

  /** The slot of a channel, and which member serves it. */
  async function slotOf(channel: string): Promise<{ slot: number; owner: number; ids: string[] }> {
    const clients = cluster.urls.map((url) => new Redis(url))
    const slot = Number(await clients[0]?.cluster('KEYSLOT', channel))
    const ids = await Promise.all(clients.map(async (client) => String(await client.cluster('MYID'))))
    const ranges = await clients[0]?.cluster('SLOTS')
    const [, , master] = ranges?.find(([from, to]) => from <= slot && slot <= to) ?? []
    for (const client of clients) client.disconnect()
    return { slot, owner: ids.indexOf(String(master?.[2])), ids }
  }

  /** Gives the slot of a channel to the next member. */
  async function moveSlotOf(channel: string): Promise<void> {
    const { slot, owner, ids } = await slotOf(channel)
    const next = (owner + 1) % ids.length
    const others = [...ids.keys()].filter((member) => member !== next)
    for (const member of [next, ...others]) {
      // whoever gets it must know first
      const client = new Redis(cluster.urls[member] as string)
      // Who was importing begins a new epoch with it. Otherwise what the old owner gossips meanwhile might take the slot back.
      if (member === next) await client.cluster('SETSLOT', slot, 'IMPORTING', ids[owner] as string)
      await client.cluster('SETSLOT', slot, 'NODE', ids[next] as string)
      client.disconnect()
    }
  }
})
