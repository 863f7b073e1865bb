import { afterEach, describe, expect, test } from 'vitest'
import { BrowserLocks, type HeldLock, type Locks, SoloLocks } from './locks.ts'
import { MemoryLocks } from './test/memory-locks.ts'

let held: HeldLock[] = []
afterEach(() => {
  for (const lock of held) lock.release()
  held = []
})

/** Resolves to whether a promise has settled once everything already on its way has arrived. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending')
  const pause = new Promise((resolve) => setTimeout(resolve, 20, pending))
  return (await Promise.race([promise.catch(() => null), pause])) !== pending
}

/** Node has Web Locks of its own, so the adapter that browsers run is held to the same contract as the one of tests. */
describe.each<[string, () => Locks]>([
  ['Web Locks', () => new BrowserLocks(navigator.locks)],
  ['locks in memory', () => new MemoryLocks()],
])('%s', (name, open) => {
  const locks = open()
  const keep = async (lock: Promise<HeldLock>) => {
    const one = await lock
    held.push(one)
    return one
  }
  const lockName = () => `${name} ${expect.getState().currentTestName}`

  test('are exclusive and granted in order', async () => {
    const first = await keep(locks.hold(lockName()))
    const second = keep(locks.hold(lockName()))
    const third = keep(locks.hold(lockName()))
    expect(await isSettled(second)).toBe(false)
    first.release()
    await second
    expect(await isSettled(third)).toBe(false)
  })

  test('of different names do not wait for each other', async () => {
    await keep(locks.hold(`${lockName()} one`))
    await keep(locks.hold(`${lockName()} other`))
  })

  test('an aborted wait rejects and leaves the queue', async () => {
    const first = await keep(locks.hold(lockName()))
    const abort = new AbortController()
    const second = locks.hold(lockName(), { signal: abort.signal })
    const third = keep(locks.hold(lockName()))
    abort.abort()
    await expect(second).rejects.toThrow(/abort/i)
    first.release()
    await third
  })

  test('an abort after the grant changes nothing', async () => {
    const abort = new AbortController()
    const lock = await keep(locks.hold(lockName(), { signal: abort.signal }))
    abort.abort()
    expect(await isSettled(lock.stolen)).toBe(false)
    expect(await isSettled(keep(locks.hold(lockName())))).toBe(false)
  })

  test('a thief has the lock at once and its holder learns of it', async () => {
    const first = await keep(locks.hold(lockName()))
    const waiting = keep(locks.hold(lockName()))
    const thief = await keep(locks.hold(lockName(), { steal: true }))
    await first.stolen
    expect(await isSettled(waiting)).toBe(false)
    first.release()
    expect(await isSettled(waiting)).toBe(false)
    thief.release()
    await waiting
  })

  test('a release is no theft', async () => {
    const lock = await keep(locks.hold(lockName()))
    lock.release()
    expect(await isSettled(lock.stolen)).toBe(false)
    await keep(locks.hold(lockName()))
  })
})

test('without Web Locks every tab gets what it asks for', async () => {
  const locks = new SoloLocks()
  await locks.hold('x')
  await locks.hold('x')
  await expect(locks.hold('x', { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
})
