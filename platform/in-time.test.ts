import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { inTime, tooLate } from './in-time.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const never = new Promise<string>(() => {})

describe('what is promised', () => {
  test('is had when it is there in time, and the limit is not waited for', async () => {
    expect(await inTime(Promise.resolve('here'), 1_000, () => null)).toBe('here')
    expect(vi.getTimerCount()).toBe(0)
  })

  test('fails as it fails, and the limit is not waited for', async () => {
    await expect(inTime(Promise.reject(new Error('broken')), 1_000, () => null)).rejects.toThrow('broken')
    expect(vi.getTimerCount()).toBe(0)
  })

  test('is done without when it is late', async () => {
    const [without, failing] = [inTime(never, 1_000, () => null), inTime(never, 1_000, tooLate('a wait', 1_000))]
    const failed = expect(failing).rejects.toThrow('a wait took longer than 1000 ms')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await without).toBeNull()
    await failed
  })

  test('may fail when nobody waits any more', async () => {
    const { promise, reject } = Promise.withResolvers<string>()
    const without = inTime(promise, 1_000, () => null)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await without).toBeNull()
    reject(new Error('broken')) // vitest fails on a rejection that nobody handles
    await vi.advanceTimersByTimeAsync(1)
  })
})
