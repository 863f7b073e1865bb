import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PublishedMessage } from '#contracts/delivery.ts'
import { createLog } from '#platform/log.ts'
import { changeEvent } from './change.fixture.ts'
import { SourceHandler } from './source-handler.ts'

let dispatched: string[]
let handler: SourceHandler
let rest: { done: boolean }[]
let away: boolean
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  dispatched = []
  rest = []
  away = false
  handler = new SourceHandler(
    async (messages) => {
      if (away) throw new Error('Redis is away')
      dispatched.push(...messages.map(({ eventId }) => eventId))
    },
    createLog('test', 'silent'),
  )
})
afterEach(() => {
  vi.useRealTimers()
})

const later = (promise: Promise<void>) => {
  const state = { done: false }
  rest.push(state)
  void promise.then(() => {
    state.done = true
  })
}
const notice = (id: string): PublishedMessage => ({
  ...{ id, at: '2027-05-01T19:00:00.000Z', type: 'promotional', target: 'public.promotional.aurora' },
  data: { announcementId: id, text: 'Two for one' },
})

describe('the handler of the sources', () => {
  test('returns when what is never merged was dispatched, and leaves the rest for later', async () => {
    await handler.handle([changeEvent(1)], later)
    await vi.advanceTimersByTimeAsync(0)
    await handler.handle([changeEvent(2), notice('n1')], later)
    expect(dispatched).toEqual(['event-42-1', 'n1'])
    expect([rest, handler.waiting]).toEqual([[{ done: true }, { done: false }], 1])
    await vi.advanceTimersByTimeAsync(250)
    expect(dispatched).toEqual(['event-42-1', 'n1', 'event-42-2'])
    expect(rest[1]).toEqual({ done: true })
  })

  test('fails with what is never merged, and has kept nothing of that batch then', async () => {
    away = true
    await expect(handler.handle([changeEvent(1), notice('n1')], later)).rejects.toThrow('away')
    expect([rest, handler.waiting]).toEqual([[], 0])
  })

  test('makes those wait who bring more than it wants to hold', async () => {
    await handler.handle([changeEvent(1)], later)
    await vi.advanceTimersByTimeAsync(0)
    const rush = Array.from({ length: 10_001 }, (_, i) => changeEvent(i + 2))
    const returned = { yet: false }
    void handler.handle(rush, later).then(() => {
      returned.yet = true
    })
    await vi.advanceTimersByTimeAsync(0)
    expect(returned.yet).toBe(false)
    await vi.advanceTimersByTimeAsync(250)
    expect([returned.yet, handler.waiting, dispatched.length]).toEqual([true, 0, 10_002])
  })

  test('passes over what there is nothing to tell of', async () => {
    await handler.handle([{ ...notice('n1'), target: 'public.promotional' }], later)
    expect(dispatched).toEqual([])
  })
})
