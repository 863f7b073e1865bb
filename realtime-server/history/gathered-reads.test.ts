import { beforeEach, expect, test } from 'vitest'
import type { Cursor } from '../cursor.ts'
import { MemoryEpoch } from '../memory-epoch.ts'
import { GatheredReads } from './gathered-reads.ts'
import { describeHistory, LENGTH_IN_TEST } from './history.suite.ts'
import { HISTORY_LIMITS, HISTORY_TTL_MS, type History, LAST_TTL_MS, type Replay } from './history.ts'
import { MemoryHistory } from './memory-history.ts'

describeHistory('a history whose reads are gathered', async () => {
  let nowMs = 1_790_000_000_000
  const epoch = new MemoryEpoch(() => nowMs)
  return {
    history: new GatheredReads(new MemoryHistory(epoch, { ...HISTORY_LIMITS, length: LENGTH_IN_TEST })),
    async forget(_stream, what) {
      nowMs += what === 'entries' ? HISTORY_TTL_MS : LAST_TTL_MS
    },
    async empty() {
      nowMs += 1
      epoch.end()
    },
    async [Symbol.asyncDispose]() {},
  }
})

/** A history over a slow line: what is read is answered when the test lets it. */
class SlowHistory extends MemoryHistory {
  readonly reads: { asked: string[]; answer(): void; fail(error: Error): void }[] = []

  override async since(requests: readonly { stream: string; after: Cursor }[], limit: number): Promise<Replay[]> {
    const line = Promise.withResolvers<void>()
    const asked = requests.map(({ stream, after }) => `${stream} ${after.seq} ${limit}`)
    this.reads.push({ asked, answer: () => line.resolve(), fail: (error) => line.reject(error) })
    const replays = await super.since(requests, limit) // read when it arrives there, not when it is back
    await line.promise
    return replays
  }
}

let slow: SlowHistory
let history: History
let start: Cursor
beforeEach(async () => {
  slow = new SlowHistory(new MemoryEpoch(() => 1_790_000_000_000))
  history = new GatheredReads(slow)
  start = (await slow.tails(['a']))[0]?.cursor as Cursor
})
const after = (stream: string, seq = 0) => [{ stream, after: { ...start, seq } }]
const sell = (n: number) => slow.append([{ stream: 'a', eventId: `sale-${n}`, event: 'ticket.sold', data: `${n}` }])
const heard = async (reading: Promise<Replay[]>) =>
  (await reading).flatMap(({ entries }) => entries.map(({ data }) => data))
const turn = () => new Promise(setImmediate)

test('there is one read under way, and what is asked meanwhile is the next, equal questions once', async () => {
  const readings = [history.since(after('a'), 9)]
  for (let viewer = 0; viewer < 1_000; viewer += 1) readings.push(history.since(after('a', viewer % 3), 9))
  await turn()
  expect(slow.reads.map(({ asked }) => asked)).toEqual([['a 0 9']])
  slow.reads[0]?.answer()
  await turn()
  expect(slow.reads.map(({ asked }) => asked.length)).toEqual([1, 3])
  slow.reads[1]?.answer()
  expect(await Promise.all(readings)).toHaveLength(1_001)
  expect(slow.reads).toHaveLength(2)
})

test('a read answers nobody who asked after it was sent: what came in between would be missed', async () => {
  const before = history.since(after('a'), 9)
  await sell(1)
  const later = history.since(after('a'), 9)
  slow.reads[0]?.answer()
  await turn()
  slow.reads[1]?.answer()
  expect(await heard(before)).toEqual([])
  expect(await heard(later)).toEqual(['1'])
})

test('a read that fails, fails for those who shared it, and the next goes on', async () => {
  const first = history.since(after('a'), 9)
  const shared = [history.since(after('a'), 9), history.since(after('b'), 9)]
  const failures = Promise.allSettled(shared)
  slow.reads[0]?.answer()
  await first
  await turn()
  const next = history.since(after('a'), 9)
  slow.reads[1]?.fail(new Error('away'))
  expect((await failures).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await turn()
  slow.reads[2]?.answer()
  expect(await next).toHaveLength(1)
})

test('different limits are different questions', async () => {
  const both = [history.since(after('a'), 9), history.since(after('a'), 1), history.since(after('a'), 2)]
  for (let read = 0; read < 3; read += 1) {
    slow.reads[read]?.answer()
    await turn()
  }
  await Promise.all(both)
  expect(slow.reads.map(({ asked }) => asked)).toEqual([['a 0 9'], ['a 0 1'], ['a 0 2']])
})
