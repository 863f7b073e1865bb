import { expect, test } from 'vitest'
import { OwnSales } from './own-sales.ts'

const sold = {
  stream: 'public.show.s',
  at: '2026-11-21T20:00:00Z',
  showId: 's',
  from: 1,
  version: 3,
  items: [{ tierId: 't', quantity: 3, seatIds: ['a', 'b', 'c'] }],
  remaining: { t: 9 },
  sales: 2,
  saleIds: ['sale1', 'sale2'],
}
const mine = [{ tierId: 't', quantity: 1, seatIds: ['b'] }]

function browser() {
  const stored = new Map<string, string>()
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
  }
  let nowMs = 1_000_000
  return {
    tab: () =>
      new OwnSales(
        () => storage,
        () => nowMs,
      ),
    wait: (ms: number) => (nowMs += ms),
    stored,
  }
}

test("others' sales are news as they are", () => {
  expect(browser().tab().withoutOwn(sold)).toBe(sold)
})

test('a sale that is all ours is no news, in any tab', () => {
  const { tab } = browser()
  tab().expect('hold1', 's', sold.items)
  tab().settle('hold1', ['sale1', 'sale2'])
  expect(tab().withoutOwn(sold)).toBeNull()
})

test('of several sales told together only the others are news', () => {
  const { tab } = browser()
  tab().expect('hold1', 's', mine)
  tab().settle('hold1', ['sale2'])
  expect(tab().withoutOwn(sold)).toMatchObject({
    sales: 1,
    saleIds: ['sale1'],
    items: [{ tierId: 't', quantity: 2, seatIds: ['a', 'c'] }],
  })
})

test('our tickets are taken out once, however many items of their tier a rush was told in', () => {
  const { tab } = browser()
  tab().expect('hold1', 's', [{ tierId: 't', quantity: 3 }])
  tab().settle('hold1', ['sale2'])
  const items = [100, 2, 40].map((quantity) => ({ tierId: 't', quantity }))
  expect(
    tab()
      .withoutOwn({ ...sold, items })
      ?.items.map(({ quantity }) => quantity),
  ).toEqual([97, 2, 40])
})

test('our seats are taken out where they are', () => {
  const { tab } = browser()
  tab().expect('hold1', 's', [{ tierId: 't', quantity: 2, seatIds: ['b', 'd'] }])
  tab().settle('hold1', ['sale2'])
  const items = [['a'], ['b', 'c'], ['d']].map((seatIds) => ({ tierId: 't', quantity: seatIds.length, seatIds }))
  expect(tab().withoutOwn({ ...sold, items })?.items).toEqual([
    { tierId: 't', quantity: 1, seatIds: ['a'] },
    { tierId: 't', quantity: 1, seatIds: ['c'] },
  ])
})

test('an order being paid makes the sales of its show, and of no other, doubtful until it is settled', () => {
  const { tab } = browser()
  tab().expect('hold1', 's', mine)
  expect([tab().isExpecting('s'), tab().isExpecting('z')]).toEqual([true, false])
  tab().settle('hold1', [])
  expect(tab().isExpecting('s')).toBe(false)
})

test('an order that is never settled is doubted for ten minutes and remembered for an hour', () => {
  const { tab, wait, stored } = browser()
  tab().expect('hold1', 's', mine)
  wait(11 * 60_000)
  expect(tab().isExpecting('s')).toBe(false)
  wait(60 * 60_000)
  tab().settle('hold1', ['sale1'])
  expect([...stored.values()]).toEqual(['[]'])
})

test('a browser that stores nothing, or something else, announces rather than fails', () => {
  const forbidden = new OwnSales(() => {
    throw new Error('SecurityError')
  })
  forbidden.expect('hold1', 's', mine)
  expect(forbidden.withoutOwn(sold)).toBe(sold)
  const odd = new OwnSales(() => ({ getItem: () => '{"a":[', setItem: () => {} }))
  expect(odd.withoutOwn(sold)).toBe(sold)
})
