import { describe, expect, test } from 'vitest'
import { MESSAGES } from '#contracts/message.ts'
import { type ChangeInTest, change } from './change.fixture.ts'
import { mergeAll } from './merge.ts'
import type { Outgoing } from './outgoing.ts'

const data = (message: Outgoing | undefined) => JSON.parse(message?.data ?? 'null')
/** From which version to which each message leads. */
const steps = (messages: readonly Outgoing[]) => messages.map((one) => [data(one).from, data(one).version])
const seats = (...seatIds: string[]) => ({ tierId: 'stalls', quantity: seatIds.length, seatIds })
const tickets = (quantity: number, tierId = 'stalls') => ({ tierId, quantity })

describe('several sales', () => {
  test('are one message that says what all of them say', () => {
    const [merged, ...others] = mergeAll([
      change(7, { items: [tickets(2)], remaining: { stalls: 98 }, saleIds: ['a', 'b'] }),
      change(8, { items: [tickets(1, 'circle')], remaining: { circle: 9 }, saleIds: ['c'] }),
      change(9, { items: [tickets(3), tickets(1, 'box')], remaining: { stalls: 95, box: 0 }, saleIds: ['d'] }),
    ])
    expect(others).toEqual([])
    expect(data(merged)).toEqual({
      stream: 'public.show.42',
      at: data(change(9)).at,
      showId: '42',
      from: 6,
      version: 9,
      items: [tickets(5), tickets(1, 'circle'), tickets(1, 'box')],
      remaining: { stalls: 95, circle: 9, box: 0 },
      sales: 4,
      saleIds: ['a', 'b', 'c', 'd'],
    })
    expect(merged).toMatchObject({ event: 'ticket.sold', version: 9, stream: 'public.show.42', interest: 'public.show.42' }) // biome-ignore format: one line
    expect(merged?.parts.map(({ eventId }) => eventId)).toEqual(['event-42-7', 'event-42-8', 'event-42-9'])
    expect(MESSAGES['ticket.sold'].safeParse(data(merged)).error).toBeUndefined()
  })

  test('name all their seats', () => {
    const [merged] = mergeAll([change(1, { items: [seats('A1', 'A2')] }), change(2, { items: [seats('B7')] })])
    expect(data(merged).items).toEqual([seats('A1', 'A2', 'B7')])
  })

  test('of more tickets of a tier than an item may have are several items', () => {
    const [merged, ...others] = mergeAll([60, 30, 41, 10, 59].map((n, i) => change(i + 1, { items: [tickets(n)] })))
    expect(others).toEqual([])
    expect(data(merged).items).toEqual([tickets(90), tickets(51), tickets(59)])
    expect(MESSAGES['ticket.sold'].safeParse(data(merged)).error).toBeUndefined()
  })

  test('with seats and without are never one item', () => {
    const [merged] = mergeAll([change(1, { items: [seats('A1')] }), change(2, { items: [tickets(2)] })])
    expect(data(merged).items).toEqual([seats('A1'), tickets(2)])
  })

  test('alone, a message stays as it is, to the letter', () => {
    const one = change(1)
    expect(mergeAll([one])).toEqual([{ ...one, parts: [one] }])
    expect(mergeAll([])).toEqual([])
  })
})

test.each(['ticket.held', 'ticket.released'] as const)('several %s are one message, too', (type) => {
  const [merged, ...others] = mergeAll([
    change(1, { type, items: [seats('A1')] }),
    change(2, { type, items: [seats('A2')] }),
  ])
  expect(others).toEqual([])
  expect(data(merged)).toMatchObject({ from: 0, version: 2, items: [seats('A1', 'A2')], remaining: { stalls: 998 } })
  expect(MESSAGES[type].safeParse(data(merged)).error).toBeUndefined()
})

test('several updates of a show name once what changed', () => {
  const [merged, ...others] = mergeAll([
    change(1, { type: 'show.updated', changed: ['venue', 'title'] }),
    change(2, { type: 'show.updated', changed: ['title', 'startsAt'] }),
  ])
  expect(others).toEqual([])
  expect(data(merged)).toMatchObject({ from: 0, version: 2, changed: ['venue', 'title', 'startsAt'] })
})

const TYPES = ['ticket.sold', 'ticket.held', 'ticket.released', 'show.updated'] as const
test.each(TYPES.flatMap((one) => TYPES.filter((other) => other !== one).map((other) => [one, other] as const)))(
  'after a %s a %s begins the next message, and the first kind another',
  (one, other) => {
    const messages = [one, one, other, other, one].map((type, i) => change(i + 1, { type }))
    const merged = mergeAll(messages)
    expect(steps(merged)).toEqual([[0, 2], [2, 4], [4, 5]]) // biome-ignore format: one look
    expect(merged.map(({ event }) => event)).toEqual([one, other, one])
  },
)

describe('the next message begins', () => {
  const twice = (one: ChangeInTest, other: ChangeInTest) => steps(mergeAll([change(1, one), change(2, other)]))

  test.each<[string, ChangeInTest, ChangeInTest]>([
    ['where a version is missing', {}, { from: 1.5 }],
    ['where a version comes again', {}, { from: 0 }],
    ['when a seat is named twice', { items: [seats('A1')] }, { items: [seats('A2', 'A1')] }],
    ['when there are more tiers than a message may name', { items: many('a', 120) }, { items: many('b', 81) }],
    ['when there are more sales than a message may name', { saleIds: ids(900) }, { saleIds: ids(101) }],
    ['when it would be longer than is fair to slow viewers', { saleIds: ids(500, 60) }, { saleIds: ids(500, 80) }],
    [
      'when more has changed than a message may name',
      { type: 'show.updated', changed: ids(30) },
      { type: 'show.updated', changed: ids(11, 5) },
    ],
  ])('%s', (_when, one, other) => {
    expect(twice(one, other)).toHaveLength(2)
  })

  test.each<[string, ChangeInTest, ChangeInTest]>([
    ['tiers', { items: many('a', 120) }, { items: many('b', 80) }],
    ['sales', { saleIds: ids(900) }, { saleIds: ids(100) }],
    ['changes', { type: 'show.updated', changed: ids(30) }, { type: 'show.updated', changed: ids(10, 5) }],
  ])('not before: as many %s as a message may have', (_what, one, other) => {
    expect(twice(one, other)).toEqual([[0, 2]])
  })
})

describe('messages of several streams', () => {
  test('are merged each with its own, wherever they stand', () => {
    const merged = mergeAll([1, 2, 3].flatMap((n) => [change(n), change(n, { show: '7' })]))
    expect(merged.map(({ stream, version }) => [stream, version])).toEqual([['public.show.42', 3], ['public.show.7', 3]]) // biome-ignore format: one look
  })

  test('that are private stay as they are, in order', () => {
    const order = (n: number): Outgoing => ({
      ...{ eventId: `order-${n}`, stream: 'private.aurora.customer-0000001.order', interest: 'private.aurora' },
      ...{ event: 'order.updated', data: `{"n":${n}}` },
    })
    expect(mergeAll([order(1), change(1), order(2), change(2)]).map((one) => one.version ?? one.eventId)).toEqual(['order-1', 2, 'order-2']) // biome-ignore format: one look
  })
})

test('of counts the newest stands for all', () => {
  const count = (n: number): Outgoing => ({
    ...{ eventId: `count-${n}`, stream: 'public.show.42', interest: 'public.show.42' },
    ...{ event: 'viewers', data: `{"count":${n}}` },
  })
  const [merged, ...others] = mergeAll([count(5), change(1), count(6), count(7)])
  expect(merged).toMatchObject({ data: '{"count":7}' })
  expect(merged?.parts.map(({ eventId }) => eventId)).toEqual(['count-5', 'count-6', 'count-7'])
  expect(others.map(({ event }) => event)).toEqual(['ticket.sold'])
})

test('a thousand sales are few messages, and none is longer than a slow viewer bears', () => {
  const rush = Array.from({ length: 1_000 }, (_, i) => change(i + 1, { saleIds: [`sale-${i}`.padEnd(36, '-')] }))
  const merged = mergeAll(rush)
  expect(merged).toHaveLength(2)
  expect(Math.max(...merged.map((one) => one.data.length))).toBeLessThan(65_536)
  expect(steps(merged).flat().toSorted((a, b) => a - b).at(-1)).toBe(1_000) // biome-ignore format: one line
  for (const one of merged) expect(MESSAGES['ticket.sold'].safeParse(data(one)).error).toBeUndefined()
})

function many(prefix: string, count: number) {
  return Array.from({ length: count }, (_, i) => tickets(1, `${prefix}${i}`))
}

function ids(count: number, length = 1) {
  return Array.from({ length: count }, (_, i) => `${i}`.padEnd(length, '-'))
}
