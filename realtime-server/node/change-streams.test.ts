import { Registry } from 'prom-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Stream, streamName } from '#contracts/stream.ts'
import type { Connection } from '../hub/connection.ts'
import type { Hub, Joined } from '../hub/hub.ts'
import type { Wire } from '../hub/wire.ts'
import { CHANGE_MS, changeStreams } from './change-streams.ts'
import { Connections } from './connections.ts'
import { createNodeMetrics } from './node-metrics.ts'

const wire: Wire = { bufferedBytes: 0, send() {}, sendOwn() {}, heartbeat() {}, close() {} }
const joined: Joined = { replay: [], reset: [], latest: [], versions: {} }

/** What the hub was asked for, in order. */
let asked: string[]
/** Joins wait until the test lets them go on, or fail. */
let joins: PromiseWithResolvers<void>[]
let connections: Connections
let connection: Connection
beforeEach(async () => {
  asked = []
  joins = []
  const hub = {
    async join(_: Connection, streams: readonly Stream[], _after: null, told: { now(joined: Joined): void }) {
      const join = Promise.withResolvers<void>()
      if (streams.length > 0) {
        joins.push(join)
        asked.push(`join ${streams.map(streamName)}`)
        await join.promise
      }
      told.now(joined)
    },
    leave(_: Connection, streams: readonly Stream[]) {
      if (streams.length > 0) asked.push(`leave ${streams.map(streamName)}`)
    },
  } as unknown as Hub
  const start = { epoch: 'e', ms: 0, seq: 0 }
  const membership = () => ({ id: 'n1', confirmed: start, now: () => start })
  const metrics = createNodeMetrics(new Registry())
  connections = new Connections({ hub, limit: 15, perPerson: 10, metrics, membership })
  connection = connections.open(null, () => wire)
  await connection.open([], null)
})
afterEach(() => connections[Symbol.dispose]())

const change = (subscribe: string[], unsubscribe: string[] = []) =>
  changeStreams(connections, connection, null, { subscribe, unsubscribe })

test('changes that come at once are made in their order, each when the one before is done', async () => {
  const [first, second] = [change(['public.show.1']), change(['public.show.2'], ['public.show.1'])]
  await expect.poll(() => asked).toEqual(['join public.show.1'])
  joins[0]?.resolve()
  expect(await first).toMatchObject({ streams: { 'public.show.1': {} } })
  await expect.poll(() => asked).toEqual(['join public.show.1', 'join public.show.2'])
  joins[1]?.resolve()
  expect(await second).toMatchObject({ streams: { 'public.show.2': {} } })
  expect(asked.at(-1)).toBe('leave public.show.1')
})

test('what cannot be done in time is not done: neither what waits for Redis nor what waits behind it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  try {
    const [first, second] = [change(['public.show.1']), change(['public.show.2'])]
    await vi.advanceTimersByTimeAsync(CHANGE_MS)
    expect(await first).toMatchObject({ problem: 'realtime/unavailable' })
    expect(await second).toMatchObject({ problem: 'realtime/unavailable' })
    expect(asked).toEqual(['join public.show.1'])
    expect(connection.streams).toEqual([])
  } finally {
    vi.useRealTimers()
  }
})

test('a change that fails fails alone', async () => {
  const [first, second] = [change(['public.show.1']), change(['public.show.2'])]
  await expect.poll(() => joins.length).toBe(1)
  joins[0]?.reject(new Error('Redis is away'))
  await expect(first).rejects.toThrow('Redis is away')
  await expect.poll(() => joins.length).toBe(2)
  joins[1]?.resolve()
  expect(await second).toMatchObject({ streams: { 'public.show.2': {} } })
})
