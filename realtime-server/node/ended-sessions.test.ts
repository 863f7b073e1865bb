import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Identity } from '#contracts/stream.ts'
import type { History, Replay } from '../history/history.ts'
import { LOOK_UP_MS, refusingEnded } from './ended-sessions.ts'

const ana: Identity = { resellerId: 'aurora', customerRef: 'customer-ana-000', sid: 's1', roles: [], expiresAtMs: 9e15 }
const cursor = { epoch: '0000000001deadbeef', ms: 2, seq: 0 }
const ended: Replay = { entries: [{ cursor, event: 'session.ended', data: '{"sid":"s1"}' }], complete: true }
const nothing: Replay = { entries: [], complete: true }

let answer: PromiseWithResolvers<Replay[]>
let endedAfterAll: string[]
beforeEach(() => {
  vi.useFakeTimers()
  answer = Promise.withResolvers()
  endedAfterAll = []
})
afterEach(() => {
  vi.useRealTimers()
})

function reading(identity: Identity | null = ana): Promise<Identity | null> {
  const history: Pick<History, 'since'> = { since: () => answer.promise }
  const read = refusingEnded(async () => identity, history, () => cursor.epoch, (sid) => endedAfterAll.push(sid)) // biome-ignore format: one line
  return read({})
}

test.each([
  ['whose session has ended is nobody', ended, null],
  ['whose session goes on is somebody', nothing, ana],
])('a viewer %s', async (_who, replay, expected) => {
  answer.resolve([replay])
  expect(await reading()).toEqual(expected)
  expect(vi.getTimerCount()).toBe(0)
})

test('a viewer who shows nothing waits for nothing', async () => {
  expect(await reading(null)).toBeNull()
})

test('a viewer whose session cannot be looked up is somebody', async () => {
  answer.reject(new Error('away'))
  expect(await reading()).toEqual(ana)
})

test('a viewer is let in while Redis is frozen, long before a balancer gives the node up', async () => {
  const read = reading()
  await vi.advanceTimersByTimeAsync(LOOK_UP_MS)
  expect(await read).toEqual(ana)
  expect(LOOK_UP_MS).toBeLessThan(500)
})

test('what was opened with a token whose session turns out to have ended ends', async () => {
  const read = reading()
  await vi.advanceTimersByTimeAsync(LOOK_UP_MS)
  await read
  answer.resolve([ended])
  await vi.advanceTimersByTimeAsync(0)
  expect(endedAfterAll).toEqual(['s1'])
})

test('and goes on when it has not, or Redis never says', async () => {
  const [one, other] = [reading(), reading()]
  await vi.advanceTimersByTimeAsync(LOOK_UP_MS)
  await Promise.all([one, other])
  answer.resolve([nothing])
  await vi.advanceTimersByTimeAsync(0)
  expect(endedAfterAll).toEqual([])
})
