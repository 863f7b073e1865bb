import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ConsumerWatchdog, HUNG_MS, WATCHDOG_MS } from './consumer-watchdog.ts'
import { createLog } from './log.ts'

let nowMs: number
let watchdog: ConsumerWatchdog
beforeEach(() => {
  nowMs = 1_000
  watchdog = new ConsumerWatchdog(() => nowMs)
  watchdog.opened()
  watchdog.heard()
})

describe('a consumer is stuck', () => {
  test.each([
    ['when it was silent for too long', WATCHDOG_MS, true],
    ['and not a moment sooner', WATCHDOG_MS - 1, false],
  ])('%s', (_when, silentMs, stuck) => {
    nowMs += silentMs
    expect(watchdog.isStuck()).toBe(stuck)
    expect(watchdog.idleMs()).toBe(silentMs)
  })

  test('only after its first fetch had as long as any other', () => {
    nowMs += WATCHDOG_MS
    watchdog.opened()
    nowMs += WATCHDOG_MS - 1
    expect(watchdog.isStuck()).toBe(false)
    nowMs += 1
    expect(watchdog.isStuck()).toBe(true)
  })

  test.each([
    ['not while a piece is being handled', HUNG_MS - 1, false],
    ['once a piece is being handled for ever', HUNG_MS, true],
  ])('%s', (_when, handledMs, stuck) => {
    watchdog.begin().add(watchdog.piece())
    nowMs += handledMs
    expect([watchdog.busyMs(), watchdog.isStuck()]).toEqual([handledMs, stuck])
  })

  test('though what pieces left for later goes on', () => {
    watchdog.begin().add({ ...watchdog.piece(), handled: true })
    nowMs += WATCHDOG_MS
    expect([watchdog.busyMs(), watchdog.isStuck()]).toEqual([WATCHDOG_MS, true])
  })

  test('by its own pieces, not by those of the consumer before it', () => {
    watchdog.begin().add(watchdog.piece())
    nowMs += HUNG_MS - 1
    watchdog.begin().add(watchdog.piece())
    nowMs += 1
    expect([watchdog.busyMs(), watchdog.isStuck()]).toEqual([1, false])
  })
})

describe('whoever is watched', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
  afterEach(() => void vi.useRealTimers())

  const pass = async (ms: number) => {
    nowMs += ms
    await vi.advanceTimersByTimeAsync(ms)
  }

  test('is opened anew when it is stuck, as often as that fails, and not while it is being opened', async () => {
    const next = vi.fn(() => Promise.reject(new Error('the brokers are away')))
    const turns = { changing: false, next }
    using _ = watchdog.watch(turns, 'group', createLog('test', 'silent'))
    await pass(WATCHDOG_MS - 5_000)
    expect(next).toHaveBeenCalledTimes(0)
    await pass(5_000)
    expect(next).toHaveBeenCalledTimes(1)
    await pass(WATCHDOG_MS)
    expect(next).toHaveBeenCalledTimes(2)
    turns.changing = true
    await pass(2 * WATCHDOG_MS)
    expect(next).toHaveBeenCalledTimes(2)
  })

  test('is watched no more afterwards', async () => {
    const next = vi.fn(async () => {})
    watchdog.watch({ changing: false, next }, 'group', createLog('test', 'silent'))[Symbol.dispose]()
    await pass(2 * WATCHDOG_MS)
    expect(next).not.toHaveBeenCalled()
  })
})
