import { once } from 'node:events'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '#dev/services/free-ports.ts'
import { createEmitter, type Emitter, type Publication } from '../emitter.ts'
import { RedisRegistry } from '../registry/redis-registry.ts'
import { metricOf, readiness } from './node-metrics.ts'
import { TestTier, type TierProcess } from './tier.ts'
import { TestViewer } from './viewer.ts'

/* Messages past all streams, on two nodes: to one connection wherever it is, and to every one. */

/** A busy machine takes its time; what is waited for happens in milliseconds on an idle one, leases aside. */
const PATIENT = { timeout: 30_000 }

const notice = (text: string) => ({ noticeId: 'n', text })
const texts = (viewer: TestViewer): string[] => viewer.events('notice').map(({ data }) => data.text)
const until = (viewer: TestViewer, text: string) => viewer.until('notice', ({ data }) => data.text === text)
const outcomes = (url: string, outcome: string) => metricOf(url, 'realtime_deliveries_total', `"${outcome}"`)

describe('past all streams', () => {
  let tier: TestTier
  let nodes: readonly [TierProcess, TierProcess]
  let emitter: Emitter
  beforeAll(async () => {
    tier = await TestTier.start()
    const [one, two] = await Promise.all([tier.node(), tier.node(), tier.dispatcher()])
    nodes = [one, two]
    emitter = createEmitter(tier.producer, tier.topics.messages)
  })
  afterAll(() => tier[Symbol.asyncDispose]())

  /** Two viewers on one node and one on the other. */
  async function audience() {
    const places = [nodes[0], nodes[0], nodes[1]]
    const viewers = await Promise.all(
      places.map(({ url }) => TestViewer.open(url, ['public.show.42', 'public.promotional.aurora'])),
    )
    return {
      viewers,
      async [Symbol.asyncDispose]() {
        for (const viewer of viewers) await viewer[Symbol.asyncDispose]()
      },
    }
  }

  /** Whatever was sent to them before has come when this has. */
  async function fence(viewers: readonly TestViewer[]): Promise<void> {
    for (const viewer of viewers) await emitter.toConnection(viewer.connection, 'notice', notice('fence'))
    for (const viewer of viewers) await until(viewer, 'fence')
  }

  test('a message to a connection reaches that one, on whichever node, and nobody else', async () => {
    await using room = await audience()
    for (const [i, viewer] of room.viewers.entries()) {
      await emitter.toConnection(viewer.connection, 'notice', notice(`for ${i}`))
      await until(viewer, `for ${i}`)
    }
    await fence(room.viewers)
    for (const [i, viewer] of room.viewers.entries()) {
      expect(texts(viewer)).toEqual([`for ${i}`, 'fence'])
      expect(viewer.events('notice')[0]).toMatchObject({ data: { stream: 'connection', at: expect.any(String) } })
    }
  })

  test('it comes without an id, so that the viewer resumes from where its streams are', async () => {
    await using room = await audience()
    const [viewer = expect.unreachable()] = room.viewers
    const before = viewer.lastId
    await fence([viewer])
    expect(viewer.events('notice')[0]?.id).toBeUndefined()
    expect(viewer.lastId).toBe(before)
    await using back = await TestViewer.open(nodes[1].url, ['public.show.42'], { lastEventId: before as string })
    expect(back.seen.map(({ event }) => event)).toEqual(['ready'])
  })

  test('published twice under one id it arrives once, and the first is what arrives', async () => {
    await using room = await audience()
    const [viewer = expect.unreachable()] = room.viewers
    for (const text of ['first', 'second'])
      await emitter.toConnection(viewer.connection, 'notice', notice(text), 'same')
    await fence([viewer])
    expect(texts(viewer)).toEqual(['first', 'fence'])
  })

  test('a broadcast reaches every connection on both nodes once, however often it is published under one id', async () => {
    await using room = await audience()
    for (const text of ['first', 'second']) await emitter.broadcast('notice', notice(text), 'to-all')
    await emitter.broadcast('notice', notice('end'))
    for (const viewer of room.viewers) {
      await until(viewer, 'end')
      expect(texts(viewer)).toEqual(['first', 'end'])
      expect(viewer.events('notice').map(({ id, data }) => [id, data.stream])).toEqual(Array(2).fill([undefined, 'broadcast'])) // biome-ignore format: one line
    }
  })

  test('a batch of a hundred for all kinds of targets arrives in order of each', async () => {
    await using room = await audience()
    const [first, , third] = room.viewers
    const targets = [
      { kind: 'connection', connection: first?.connection ?? '' },
      { kind: 'connection', connection: third?.connection ?? '' },
      { kind: 'broadcast' },
      { kind: 'promotional', resellerId: 'aurora' },
    ] as const
    const batch = Array.from({ length: 100 }, (_, n): Publication => {
      const target = targets[n % targets.length] ?? expect.unreachable()
      if (target.kind !== 'promotional') return { target, event: 'notice', fields: notice(`${n}`) } as Publication
      return { target, event: 'promotional', fields: { announcementId: `${n}`, text: `${n}` } }
    })
    await emitter.batch(batch)
    const expected = (k: number) => Array.from({ length: 25 }, (_, i) => `${4 * i + k}`)
    const heard = (viewer: TestViewer, stream: string) =>
      viewer.seen.flatMap(({ data }) => (data.stream === stream ? [data.text] : []))
    for (const [i, viewer] of room.viewers.entries()) {
      const own = [expected(0), [], expected(1)][i]
      await expect.poll(() => heard(viewer, 'public.promotional.aurora').length, PATIENT).toBe(25)
      await expect.poll(() => viewer.events('notice').length, PATIENT).toBe(25 + (own?.length ?? 0))
      expect(heard(viewer, 'connection')).toEqual(own)
      expect(heard(viewer, 'broadcast')).toEqual(expected(2))
      expect(heard(viewer, 'public.promotional.aurora')).toEqual(expected(3))
    }
  })

  test('to a connection that has closed it is dropped, and its node counts that', async () => {
    await using room = await audience()
    const [gone = expect.unreachable(), ...others] = room.viewers
    const { connection } = gone
    const [before, connections] = await Promise.all([
      outcomes(nodes[0].url, 'connection-not-here'),
      metricOf(nodes[0].url, 'realtime_connections', 'role'),
    ])
    gone.close()
    await expect.poll(() => metricOf(nodes[0].url, 'realtime_connections', 'role'), PATIENT).toBe(connections - 1)
    await emitter.toConnection(connection, 'notice', notice('too late'))
    await expect.poll(() => outcomes(nodes[0].url, 'connection-not-here'), PATIENT).toBe(before + 1)
    await fence(others)
    for (const viewer of others) expect(texts(viewer)).toEqual(['fence'])
  })

  test('to a connection of a node that nobody knows every node looks, and counts that it has none', async () => {
    const before = await Promise.all(nodes.map(({ url }) => outcomes(url, 'connection-not-here')))
    await emitter.toConnection('n0000000000000000.AAAAAAAAAAAAAAAAAAAAAA', 'notice', notice('anybody?'))
    for (const [i, { url }] of nodes.entries()) {
      await expect.poll(() => outcomes(url, 'connection-not-here'), PATIENT).toBe((before[i] ?? 0) + 1)
    }
  })
})

describe.concurrent('a message to a connection', () => {
  test('of a node that was frozen past its lease and took a new id arrives, before, meanwhile and after', async ({
    expect,
  }) => {
    await using tier = await TestTier.start()
    const port = await freePort()
    const [node, other] = await Promise.all([tier.node(), tier.node(), tier.dispatcher({ OPS_PORT: `${port}` })])
    const emitter = createEmitter(tier.producer, tier.topics.messages)
    const redis = new Redis(tier.redisUrl)
    const registry = new RedisRegistry(redis)
    await using viewer = await TestViewer.open(node.url, ['public.show.42'])
    await using bystander = await TestViewer.open(other.url, ['public.show.42'])
    const { id } = await readiness(node.url)
    const dispatcher = `http://127.0.0.1:${port}`
    const dispatched = () => metricOf(dispatcher, 'realtime_dispatched_messages_total', 'role')
    const tell = async (text: string, count: number) => {
      await emitter.toConnection(viewer.connection, 'notice', notice(text))
      await expect.poll(dispatched, PATIENT).toBe(count)
    }
    await tell('awake', 1)
    await until(viewer, 'awake')

    node.child.kill('SIGSTOP')
    await tell('frozen', 2) // while others still take it for alive
    await expect.poll(async () => (await registry.nodes()).map((one) => one.id), PATIENT).not.toContain(id)
    await tell('given up', 3)
    expect(await metricOf(dispatcher, 'realtime_direct_searches_total', 'role')).toBeGreaterThan(0)
    expect(await metricOf(dispatcher, 'realtime_floods_total', 'role')).toBe(0) // the registry is well
    node.child.kill('SIGCONT')
    await expect.poll(async () => (await readiness(node.url)).id, PATIENT).not.toBe(id)
    await tell('somebody new', 4)
    await until(viewer, 'somebody new')
    expect(texts(viewer)).toEqual(['awake', 'frozen', 'given up', 'somebody new'])
    expect(texts(bystander)).toEqual([])
    await redis.quit()
  })

  test('of a tier whose bus tells every node everything reaches that one only, and a broadcast each one once', async ({
    expect,
  }) => {
    await using tier = await TestTier.start()
    const mode = { REALTIME_BUS_MODE: 'broadcast' }
    const [one, two] = await Promise.all([tier.node(mode), tier.node(mode), tier.dispatcher(mode)])
    const emitter = createEmitter(tier.producer, tier.topics.messages)
    await using first = await TestViewer.open(one.url, ['public.show.42'])
    await using second = await TestViewer.open(two.url, ['public.show.42'])
    await emitter.toConnection(first.connection, 'notice', notice('for the first'))
    await emitter.toConnection(second.connection, 'notice', notice('for the second'))
    await Promise.all([until(first, 'for the first'), until(second, 'for the second')])
    await emitter.broadcast('notice', notice('for both'))
    await Promise.all([until(first, 'for both'), until(second, 'for both')])
    expect(texts(first)).toEqual(['for the first', 'for both'])
    expect(texts(second)).toEqual(['for the second', 'for both'])
  })

  test('arrives once, though the dispatcher dies after it was produced and the next one does it again', async ({
    expect,
  }) => {
    await using tier = await TestTier.start()
    const [node, doomed] = await Promise.all([tier.node(), tier.doomedDispatcher('dies-before-commit')])
    const emitter = createEmitter(tier.producer, tier.topics.messages)
    await using viewer = await TestViewer.open(node.url, ['public.show.42'])
    const died = once(doomed, 'exit')
    await emitter.toConnection(viewer.connection, 'notice', notice('once'))
    await Promise.all([died, until(viewer, 'once')])

    await tier.dispatcher()
    await expect.poll(() => outcomes(node.url, 'nobody-or-copy'), PATIENT).toBe(1)
    await emitter.toConnection(viewer.connection, 'notice', notice('end'))
    await until(viewer, 'end')
    expect(texts(viewer)).toEqual(['once', 'end'])
  })
})
