import { afterEach, describe, expect, it, vi } from 'vitest'
import { createCircuitBreaker } from './circuit-breaker.ts'
import { UnusableAnswer } from './core-unavailable.ts'

afterEach(() => void vi.useRealTimers())

it('closes again after its moment, whoever sets the machine’s clock back meanwhile', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-01T10:00:00.000Z'), toFake: ['Date', 'performance'] })
  const guarded = createCircuitBreaker()
  const down = () => Promise.reject(new Error('down'))
  for (let n = 0; n < 5; n += 1) await expect(guarded(down)).rejects.toThrow('down')
  await expect(guarded(async () => 'up')).rejects.toThrow('is given a moment')
  vi.advanceTimersByTime(1_000)
  vi.setSystemTime('2026-11-01T09:00:00.000Z')
  expect(await guarded(async () => 'up')).toBe('up')
})

describe('an answer that nobody can use', () => {
  const down = () => Promise.reject(new Error('down'))
  const unusable = () => Promise.reject(new UnusableAnswer('core answered with 404 and no problem document'))
  const breakerAfter = async (...requests: (() => Promise<never>)[]) => {
    let nowMs = 0
    const guarded = createCircuitBreaker(() => nowMs)
    for (const request of requests) await expect(guarded(request)).rejects.toThrow(/down|404/)
    return {
      guarded,
      wait(ms: number) {
        nowMs += ms
      },
    }
  }

  it('neither opens it, nor makes failures forgotten', async () => {
    const { guarded } = await breakerAfter(...Array(10).fill(unusable), down, down, down, down, unusable)
    await expect(guarded(down)).rejects.toThrow('down')
    await expect(guarded(down)).rejects.toThrow('is given a moment')
  })

  it('does not close it for all when it comes from who went to see, and keeps nobody else from seeing', async () => {
    const { guarded, wait } = await breakerAfter(down, down, down, down, down)
    wait(1_000)
    await expect(guarded(unusable)).rejects.toThrow('404')
    await expect(guarded(down)).rejects.toThrow('down')
    await expect(guarded(down), 'one failure was enough').rejects.toThrow('is given a moment')
    wait(1_000)
    await expect(guarded(unusable)).rejects.toThrow('404')
    expect(await guarded(async () => 'up')).toBe('up')
  })

  it.each([
    ['an unusable answer', new UnusableAnswer('core answered with 404')],
    ['a failure', new Error('down')],
  ])('lets one request out to see at a time, though %s still comes to older ones', async (_, error) => {
    let nowMs = 0
    const guarded = createCircuitBreaker(() => nowMs)
    const older = Array.from({ length: 3 }, () => Promise.withResolvers<never>())
    const ended = older.map(({ promise }) => guarded(() => promise).catch(() => {}))
    for (let n = 0; n < 5; n += 1) await expect(guarded(down)).rejects.toThrow('down')
    nowMs += 1_000
    const trial = Promise.withResolvers<string>()
    const answer = guarded(() => trial.promise)
    for (const { reject } of older) reject(error)
    await Promise.all(ended)
    nowMs += 1_500
    await expect(guarded(async () => 'another')).rejects.toThrow('is given a moment')
    trial.resolve('up')
    expect(await answer).toBe('up')
    expect(await guarded(async () => 'up again')).toBe('up again')
  })
})
