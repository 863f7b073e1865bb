import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ServerClock } from '#components/realtime/server-clock.ts'
import { isOver } from './announcement-state.ts'
import { readAnnouncements } from './read-announcements.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { documentElement: { lang: 'en-GB' } })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const ends = { id: 'ends', text: 'Two for one', until: '2026-12-05T10:30:00Z' }

/** Reads it at 10:00 while the visitor's clock is an hour ahead. */
async function read(headers: Record<string, string>) {
  vi.setSystemTime('2026-12-05T11:00:00Z')
  vi.stubGlobal('fetch', async () => Response.json({ items: [ends] }, { headers }))
  const clock = new ServerClock()
  const items = await readAnnouncements(clock, new AbortController().signal)
  return { items, clock }
}

it('an announcement that has not ended is not over because a visitor’s clock is ahead', async () => {
  const { items, clock } = await read({ date: 'Sat, 05 Dec 2026 10:00:00 GMT' })
  expect(items).toEqual([ends])
  expect(isOver(ends, clock.now())).toBe(false)
})

it('where the answer tells no time, there is only the visitor’s clock', async () => {
  const { items, clock } = await read({})
  expect(items).toEqual([ends])
  expect(clock.now()).toBe(Date.now())
})
