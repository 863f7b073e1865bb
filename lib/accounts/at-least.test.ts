import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { atLeast } from './at-least.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it.each([
  ['works', async () => 'found'],
  ['fails', () => Promise.reject(new Error('away'))],
])('what %s at once is answered after the time, and not before', async (_, work) => {
  const answered = vi.fn()
  void atLeast<string>(500, work).then(answered, answered)
  await vi.advanceTimersByTimeAsync(499)
  expect(answered).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(answered).toHaveBeenCalledOnce()
})

it('what takes longer is waited for no longer than it takes', async () => {
  const answered = vi.fn()
  const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 700))
  void atLeast(500, slow).then(answered)
  await vi.advanceTimersByTimeAsync(700)
  expect(answered).toHaveBeenCalledOnce()
})
