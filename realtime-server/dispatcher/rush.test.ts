import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLog } from '#platform/log.ts'
import { change } from './change.fixture.ts'
import type { Outgoing } from './outgoing.ts'
import { Rush } from './rush.ts'

const log = createLog('test', 'silent')
let dispatched: string[][]
let rush: Rush
let fails: number
let gate: Promise<void>
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  dispatched = []
  fails = 0
  gate = Promise.resolve()
  rush = new Rush(async (messages) => {
    await gate
    if (fails-- > 0) throw new Error('Redis is away')
    dispatched.push(messages.map(({ stream, version }) => `${stream.split('.').at(-1)}/${version}`))
  }, log)
})
afterEach(() => {
  vi.useRealTimers()
})

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const add = (...messages: Outgoing[]) => {
  const state = { done: false, failed: false }
  void rush.add(messages).then(
    () => (state.done = true),
    () => (state.failed = true),
  )
  return state
}

describe('a rush', () => {
  test('lets a single change go at once, and says when it has gone', async () => {
    const one = add(change(1))
    await pass(0)
    expect(dispatched).toEqual([['42/1']])
    expect(one.done).toBe(true)
  })

  test('keeps what comes within the window until its end, and is not done before', async () => {
    add(change(1))
    await pass(0)
    const [two, three] = [add(change(2)), add(change(3))]
    await pass(240)
    expect([dispatched.length, rush.waiting, two.done, three.done]).toEqual([1, 2, false, false])
    await pass(10)
    expect(dispatched).toEqual([['42/1'], ['42/2', '42/3']])
    expect([rush.waiting, two.done, three.done]).toEqual([0, true, true])
  })

  test('lets a sale go at once behind a hold, with what waited before it, and the next one at the end of its window', async () => {
    add(change(1, { type: 'ticket.held' }))
    await pass(0)
    const held = add(change(2, { type: 'ticket.held' }))
    await pass(100)
    expect(held.done).toBe(false)
    const sold = add(change(3))
    await pass(0)
    expect([dispatched, held.done, sold.done]).toEqual([[['42/1'], ['42/2', '42/3']], true, true])
    add(change(4))
    add(change(5, { type: 'ticket.released' }))
    await pass(230)
    expect(dispatched).toHaveLength(2)
    await pass(20)
    expect(dispatched.at(-1)).toEqual(['42/4', '42/5'])
  })

  test('holds up nobody else: another show’s sale goes at once', async () => {
    add(change(1))
    await pass(0)
    const both = add(change(2), change(1, { show: '7' }))
    await pass(0)
    expect(dispatched).toEqual([['42/1'], ['7/1']])
    expect(both.done).toBe(false)
    await pass(250)
    expect(both.done).toBe(true)
  })

  test('takes together what comes while a dispatch is under way', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    gate = promise
    add(change(1))
    for (const show of ['7', '8', '9']) add(change(1, { show }))
    await pass(0)
    resolve()
    await pass(0)
    expect(dispatched).toEqual([['42/1'], ['7/1', '8/1', '9/1']])
  })

  test('tries again until it works, and lets nothing of a show pass what failed', async () => {
    fails = 3
    const one = add(change(1))
    await pass(0)
    const two = add(change(2))
    await pass(600)
    expect([dispatched, one.done, two.done]).toEqual([[], false, false])
    await pass(2_000)
    expect(dispatched.flat()).toEqual(['42/1', '42/2'])
    expect([one.done, two.done]).toEqual([true, true])
  })

  test('hands over a large amount in parts, in order', async () => {
    const long = { saleIds: Array.from({ length: 200 }, (_, i) => `${i}`.padEnd(60, '-')) }
    const all = add(...Array.from({ length: 50 }, (_, i) => change(i + 1, long)))
    await pass(0)
    expect(dispatched.length).toBeGreaterThan(2)
    expect(dispatched.flat()).toEqual(Array.from({ length: 50 }, (_, i) => `42/${i + 1}`))
    expect(all.done).toBe(true)
  })

  test('waits for no window when the program stops, and does not try again for ever', async () => {
    add(change(1))
    await pass(0)
    const two = add(change(2))
    rush.hurry()
    await pass(0)
    expect([dispatched, two.done]).toEqual([[['42/1'], ['42/2']], true])
    fails = 100
    const three = add(change(3))
    await pass(200)
    expect([three.done, three.failed]).toEqual([false, true])
  })

  test('of nothing is over', async () => {
    await rush.add([])
    expect(dispatched).toEqual([])
  })
})
