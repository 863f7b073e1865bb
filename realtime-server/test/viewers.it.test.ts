import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { describe, type ExpectStatic, test } from 'vitest'
import { startRedis } from '#dev/services/redis.ts'
import { TestTier, type TierProcess } from './tier.ts'
import { TestViewer } from './viewer.ts'

const SHOW = 'public.show.42'
const seen = { visible: [SHOW] }

/** What a viewer was told last; null when nothing. */
const told = (viewer: TestViewer): number | null => viewer.events('viewers').at(-1)?.data.count ?? null

/** All of them come to know this count, in the end, and within what a beat, a round and a lease come to. */
async function know(expect: ExpectStatic, viewers: readonly TestViewer[], count: number): Promise<void> {
  await expect.poll(() => viewers.map(told), { timeout: 25_000 }).toEqual(viewers.map(() => count))
}

async function see({ url }: TierProcess, viewer: TestViewer, visible: readonly string[]): Promise<void> {
  const body = JSON.stringify({ visible })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/realtime/${viewer.connection}/streams`, { method: 'POST', headers, body })
  await response.body?.cancel()
}

/** Five follow the show on two nodes; three of them see it, two on the first node. */
async function audience([one, other]: readonly [TierProcess, TierProcess]) {
  const open = (node: TierProcess, options = {}) => TestViewer.open(node.url, [SHOW], options)
  return {
    first: [await open(one, seen), await open(one, seen), await open(one)],
    second: [await open(other, seen), await open(other)],
  }
}

describe.concurrent('how many look at a show', () => {
  test('is told to all who follow it, on all nodes, and changes with who looks, closes or loses a node', async ({
    expect,
  }) => {
    await using tier = await TestTier.start()
    const nodes = (await Promise.all([tier.node(), tier.node(), tier.dispatcher(), tier.dispatcher()])).slice(0, 2)
    const [one, other] = nodes as [TierProcess, TierProcess]
    const { first, second } = await audience([one, other])
    await know(expect, [...first, ...second], 3)
    expect(first[0]?.events('viewers').filter(({ id }) => id)).toEqual([])

    await using late = await TestViewer.open(other.url, [SHOW])
    expect((await late.until('viewers')).data).toMatchObject({ showId: '42', stream: SHOW, count: 3 })

    await see(one, first[0] as TestViewer, []) // hidden
    await know(expect, [...first, ...second], 2)
    await see(one, first[0] as TestViewer, [SHOW])
    await know(expect, [...first, ...second], 3)
    await second[0]?.[Symbol.asyncDispose]()
    await know(expect, first, 2)
    second[0] = await TestViewer.open(other.url, [SHOW], seen)
    await know(expect, [...first, ...second], 3)

    one.child.kill('SIGKILL')
    await know(expect, second, 1)
    const counts = second[1]?.events('viewers').map(({ data }) => data.count) ?? []
    expect(Math.max(...counts)).toBe(3)
    for (const viewer of [...first, ...second]) await viewer[Symbol.asyncDispose]()
  })

  test('is right again when Redis was emptied, and no wrong number is told meanwhile', async ({ expect }) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'realtime-redis-'))
    await using redis = await startRedis({ dataDir, throwaway: true, say: () => {} })
    await using tier = await TestTier.start({ redisUrl: redis.address })
    const nodes = await Promise.all([tier.node(), tier.node()])
    await tier.dispatcher()
    const { first, second } = await audience(nodes)
    const all = [...first, ...second]
    await know(expect, all, 3)
    const before = all.map((viewer) => viewer.events('viewers').length)

    const client = new Redis(redis.address)
    await client.flushall()
    client.disconnect()
    const renewed = () => all.every((viewer, i) => viewer.events('viewers').length > (before[i] ?? 0))
    await expect.poll(renewed, { timeout: 25_000 }).toBe(true)
    for (const [i, viewer] of all.entries()) {
      const after = viewer.events('viewers').slice(before[i])
      expect(after.map(({ data }) => data.count)).toEqual(after.map(() => 3))
      await viewer[Symbol.asyncDispose]()
    }
  })

  test('goes down with a node that stops, at once', async ({ expect }) => {
    await using tier = await TestTier.start()
    const [one, other] = await Promise.all([tier.node(), tier.node(), tier.dispatcher()])
    const { first, second } = await audience([one, other])
    await know(expect, [...first, ...second], 3)
    one.child.kill('SIGTERM')
    await know(expect, second, 1)
    for (const viewer of [...first, ...second]) await viewer[Symbol.asyncDispose]()
  })
})
