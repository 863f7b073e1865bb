import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type SoldNews, SoldNewsDesk } from './sold-news.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-21T20:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const sold = (saleId: string, ageMs = 0): SoldNews => ({
  stream: 'public.show.s',
  at: new Date(Date.now() - ageMs).toISOString(),
  showId: 's',
  from: 1,
  version: 2,
  items: [{ tierId: 't', quantity: 1 }],
  remaining: { t: 9 },
  sales: 1,
  saleIds: [saleId],
})

function desk() {
  const own = new Set<string>()
  let expecting = false
  const heard: string[] = []
  const one = new SoldNewsDesk({
    ownSales: {
      isExpecting: () => expecting,
      withoutOwn: (news) => (news.saleIds.some((saleId) => own.has(saleId)) ? null : news),
    },
    now: () => Date.now(),
  })
  one.listen((news) => heard.push(...news.saleIds))
  return { desk: one, heard, own, expect: (value: boolean) => (expecting = value) }
}

test('a sale is announced at once, and once, even under a new id', () => {
  const { desk: one, heard } = desk()
  one.take(sold('x'))
  one.take(sold('x'))
  expect(heard).toEqual(['x'])
})

test('a sale that comes again, merged with others, is not announced again', () => {
  const { desk: one, heard } = desk()
  one.take(sold('x'))
  one.take({ ...sold('y'), saleIds: ['x', 'y'], sales: 2 })
  expect(heard).toEqual(['x'])
})

test('what was sold more than a minute ago was not just sold', () => {
  const { desk: one, heard } = desk()
  one.take(sold('late', 61_000))
  one.take(sold('just', 59_000))
  expect(heard).toEqual(['just'])
})

test('a sale that turns out to be ours is never announced', () => {
  const { desk: one, heard, own, expect: expecting } = desk()
  expecting(true)
  one.take(sold('mine'))
  vi.advanceTimersByTime(2_000)
  own.add('mine')
  expecting(false)
  vi.runAllTimers()
  expect(heard).toEqual([])
})

test("someone else's sale waits while ours is being paid, but not for long", () => {
  const { desk: one, heard, expect: expecting } = desk()
  expecting(true)
  one.take(sold('theirs'))
  vi.advanceTimersByTime(4_900)
  expect(heard).toEqual([])
  vi.advanceTimersByTime(200)
  expect(heard).toEqual(['theirs'])
})

test('a page that is left announces nothing any more', () => {
  const { desk: one, heard, expect: expecting } = desk()
  expecting(true)
  one.take(sold('theirs'))
  one.close()
  vi.runAllTimers()
  expect(heard).toEqual([])
})
