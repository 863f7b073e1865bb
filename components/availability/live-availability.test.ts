import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Availability } from '#contracts/availability.ts'
import { availabilityKey, LiveAvailability } from './live-availability.ts'
import type { ShowMessage } from './merge.ts'

const at = '2026-11-21T20:00:00.000Z'
const availability = (version: number, available = 10): Availability => ({
  showId: 's',
  version,
  serverNow: at,
  tiers: [{ id: 't', name: 'Floor', price: { amount: 1, currency: 'GBP', fees: 0 }, available, status: 'available' }],
})

const held = (from: number, left: number): ShowMessage => ({
  event: 'ticket.held',
  id: `e-${from}-0`,
  data: {
    stream: 'public.show.s',
    at,
    showId: 's',
    from,
    version: from + 1,
    items: [{ tierId: 't', quantity: 1 }],
    remaining: { t: left },
  },
})

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A page on show `s` at version 4, with a storefront that answers `answers` in turn. */
function page(...answers: (Availability | Error)[]) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const asked: number[] = []
  const live = new LiveAvailability({
    showId: 's',
    initial: availability(4),
    queries,
    random: () => 1,
    read: async (_showId, min) => {
      asked.push(min)
      const answer = answers.shift() ?? new Error('nobody asked the page to ask')
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  const observer = new QueryObserver<Availability>(queries, {
    queryKey: availabilityKey('s'),
    queryFn: ({ signal }) => live.load(signal),
    initialData: availability(4),
    staleTime: Number.POSITIVE_INFINITY,
  })
  observer.subscribe(() => {})
  live.begin()
  const shown = () => queries.getQueryData<Availability>(availabilityKey('s'))
  return { live, queries, asked, shown }
}

test('messages move what the page shows without asking anybody', async () => {
  const { live, asked, shown } = page()
  live.onReady({ version: 4, resumed: false })
  live.onMessage(held(4, 9))
  await vi.runAllTimersAsync()
  expect(shown()).toMatchObject({ version: 5, tiers: [{ available: 9 }] })
  expect(asked).toEqual([])
})

test('a page older than the stream takes a snapshot that is not', async () => {
  const { live, asked, shown } = page(availability(7, 2))
  live.onReady({ version: 6, resumed: false })
  await vi.runAllTimersAsync()
  expect(asked).toEqual([6])
  expect(shown()).toMatchObject({ version: 7, tiers: [{ available: 2 }] })
})

test('without a version the page asks, unless it was there all the time', async () => {
  const { live, asked } = page(availability(4))
  live.onReady({ resumed: true })
  await vi.runAllTimersAsync()
  expect(asked).toEqual([])
  live.onReady({ resumed: false })
  await vi.runAllTimersAsync()
  expect(asked).toEqual([4])
})

test('a missing step is asked for after a jitter, once, and messages heard meanwhile are kept', async () => {
  const { live, asked, shown } = page(availability(6, 5))
  live.onMessage(held(5, 7))
  live.onMessage(held(6, 4))
  await vi.advanceTimersByTimeAsync(1_900)
  expect(asked).toEqual([])
  await vi.runAllTimersAsync()
  expect(asked).toEqual([7])
  expect(shown()).toMatchObject({ version: 7, tiers: [{ available: 4 }] })
})

test('a gap that closes before the jitter is over still costs one question and no harm', async () => {
  const { live, shown } = page(availability(6, 8))
  live.onMessage(held(5, 8))
  live.onMessage(held(4, 9))
  await vi.runAllTimersAsync()
  expect(shown()).toMatchObject({ version: 6, tiers: [{ available: 8 }] })
})

test('a reset is answered with a snapshot', async () => {
  const { live, asked } = page(availability(4))
  live.onReset()
  await vi.runAllTimersAsync()
  expect(asked).toEqual([4])
})

test('a failed snapshot is asked for again', async () => {
  const { live, asked, shown } = page(new Error('503'), availability(9))
  live.onReady({ version: 9, resumed: false })
  await vi.runAllTimersAsync()
  expect(asked).toEqual([9, 9])
  expect(shown()?.version).toBe(9)
})

test('a page that came with newer data than is cached shows the newer, and older data never wins', () => {
  const { queries, live, shown } = page()
  queries.setQueryData(availabilityKey('s'), availability(3))
  live.begin()
  expect(shown()?.version).toBe(4)
  queries.setQueryData(availabilityKey('s'), availability(8))
  live.begin()
  expect(shown()?.version).toBe(8)
})

test('what another part of the page brought is built upon', () => {
  const { queries, live, shown } = page()
  queries.setQueryData(availabilityKey('s'), availability(8))
  live.onMessage(held(8, 1))
  expect(shown()).toMatchObject({ version: 9, tiers: [{ available: 1 }] })
})

test('a page that is left asks nothing', async () => {
  const { live, asked } = page()
  live.onReset()
  live.close()
  await vi.runAllTimersAsync()
  expect(asked).toEqual([])
})

test('asks core how scarce a tier is when a quarter is left, without hurry and once', async () => {
  const few = { ...availability(5, 2), tiers: [{ ...availability(5, 2).tiers[0], status: 'few' }] } as Availability
  const { live, asked, shown } = page(few)
  live.onMessage(held(4, 2))
  await vi.advanceTimersByTimeAsync(59_000)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked).toEqual([5])
  expect(shown()?.tiers[0]).toMatchObject({ available: 2, status: 'few' })
  live.onMessage(held(5, 1))
  await vi.advanceTimersByTimeAsync(300_000)
  expect(asked).toEqual([5])
})

test('does not ask how scarce a tier is that is sold out by then', async () => {
  const { live, asked } = page()
  live.onMessage(held(4, 2))
  live.onMessage(held(5, 0))
  await vi.advanceTimersByTimeAsync(300_000)
  expect(asked).toEqual([])
})

test('what is missing is asked for at once, also while that question waits', async () => {
  const { live, asked } = page(availability(8, 2))
  live.onMessage(held(4, 2))
  live.onMessage(held(7, 2))
  await vi.advanceTimersByTimeAsync(2_500)
  expect(asked).toEqual([8])
})
