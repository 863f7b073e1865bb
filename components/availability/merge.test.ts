import { describe, expect, test } from 'vitest'
import type { Availability, SeatStatus } from '#contracts/availability.ts'
import {
  isBehind,
  isJudgedLongAgo,
  type LiveView,
  neededVersion,
  type ShowMessage,
  viewOf,
  withMessage,
  withSnapshot,
  withVersion,
} from './merge.ts'

const at = (n: number) => new Date(Date.UTC(2026, 10, 21, 20, 0, n)).toISOString()
const price = { amount: 4500, currency: 'GBP', fees: 500 }

/** A hall of one tier whose seats are named by letters. */
function hall(version: number, seats: Record<string, SeatStatus>): Availability {
  const available = Object.values(seats).filter((status) => status === 'available').length
  return {
    showId: 's',
    version,
    serverNow: at(version),
    tiers: [{ id: 't', name: 'Stalls', price, available, status: available === 0 ? 'sold_out' : 'available' }],
    seats: Object.entries(seats).map(([id, status]) => ({ id, label: id, tierId: 't', status })),
  }
}

function message(
  event: 'ticket.sold' | 'ticket.held' | 'ticket.released',
  from: number,
  version: number,
  seatIds: string[],
  left: number,
): ShowMessage {
  const items = [{ tierId: 't', quantity: seatIds.length, seatIds }]
  const data = { stream: 'public.show.s', at: at(version), showId: 's', from, version, items, remaining: { t: left } }
  if (event !== 'ticket.sold') return { event, id: `e-${version}-0`, data }
  return { event, id: `e-${version}-0`, data: { ...data, sales: version - from, saleIds: [`sale${version}`] } }
}

const updated = (from: number): ShowMessage => ({
  event: 'show.updated',
  id: `e-${from + 1}-0`,
  data: { stream: 'public.show.s', at: at(from + 1), showId: 's', from, version: from + 1, changed: ['price'] },
})

const seatsOf = ({ availability }: LiveView) =>
  Object.fromEntries(availability.seats?.map((s) => [s.id, s.status]) ?? [])
const start = () => viewOf(hall(4, { a: 'available', b: 'available', c: 'sold' }))

describe('a message', () => {
  test.each([
    ['ticket.held', 'held'],
    ['ticket.sold', 'sold'],
    ['ticket.released', 'available'],
  ] as const)('%s makes its seats %s', (event, status) => {
    const view = withMessage(start(), message(event, 4, 5, ['a'], 1))
    expect(seatsOf(view)).toEqual({ a: status, b: 'available', c: 'sold' })
    expect(view.availability).toMatchObject({ version: 5, serverNow: at(5), tiers: [{ available: 1 }] })
    expect(isBehind(view)).toBe(false)
  })

  test('that takes the last ticket sells the tier out, and one that gives it back does not', () => {
    const sold = withMessage(start(), message('ticket.held', 4, 5, ['a', 'b'], 0))
    expect(sold.availability.tiers[0]?.status).toBe('sold_out')
    expect(withMessage(sold, message('ticket.released', 5, 6, ['b'], 1)).availability.tiers[0]?.status).toBe(
      'available',
    )
  })

  test('older than what we have changes nothing', () => {
    const view = start()
    expect(withMessage(view, message('ticket.released', 3, 4, ['c'], 3))).toBe(view)
  })

  test('that merges several steps applies from within them', () => {
    expect(withMessage(start(), message('ticket.sold', 2, 6, ['a', 'b', 'c'], 0)).availability.version).toBe(6)
  })

  test('leaves the seats it does not name the same objects', () => {
    const view = start()
    const next = withMessage(view, message('ticket.held', 4, 5, ['a'], 1))
    expect(next.availability.seats?.[1]).toBe(view.availability.seats?.[1])
  })

  test('after a gap waits, says what is needed, and applies when the gap closes', () => {
    const early = withMessage(start(), message('ticket.sold', 5, 6, ['a'], 1))
    expect(seatsOf(early).a).toBe('available')
    expect([isBehind(early), neededVersion(early)]).toEqual([true, 6])
    const closed = withMessage(early, message('ticket.held', 4, 5, ['a'], 1))
    expect(seatsOf(closed).a).toBe('sold')
    expect(isBehind(closed)).toBe(false)
  })

  test('about a tier we have never seen asks for a snapshot', () => {
    const strange = message('ticket.held', 4, 5, [], 1)
    const view = withMessage(start(), {
      ...strange,
      data: { ...strange.data, items: [], remaining: { u: 3 } },
    } as ShowMessage)
    expect([view.availability.version, isBehind(view), neededVersion(view)]).toEqual([5, true, 5])
  })

  test('that says only that the show was changed asks for a snapshot and does not hold up the next', () => {
    const view = withMessage(withMessage(start(), updated(4)), message('ticket.sold', 5, 6, ['a'], 1))
    expect(seatsOf(view).a).toBe('sold')
    expect([isBehind(view), neededVersion(view)]).toEqual([true, 6])
    const settled = withSnapshot(view, hall(5, { a: 'held', b: 'available', c: 'sold' }))
    expect(seatsOf(settled).a).toBe('sold')
    expect(isBehind(settled)).toBe(false)
  })
})

describe('a snapshot', () => {
  test('newer than what we have replaces it', () => {
    const snapshot = hall(7, { a: 'sold', b: 'sold', c: 'sold' })
    expect(withSnapshot(start(), snapshot).availability).toEqual(snapshot)
  })

  test('older than what we have is brought up to date by the messages since', () => {
    const view = withMessage(start(), message('ticket.held', 4, 5, ['a'], 1))
    expect(seatsOf(withSnapshot(view, hall(4, { a: 'available', b: 'available', c: 'sold' }))).a).toBe('held')
  })

  test('too old to be brought up to date is not taken', () => {
    const view = viewOf(hall(9, { a: 'sold' }))
    expect(withSnapshot(view, hall(4, { a: 'available' }))).toBe(view)
  })

  test('that is still too old leaves us behind', () => {
    const view = withSnapshot(withVersion(start(), 9), hall(7, { a: 'sold' }))
    expect([view.availability.version, isBehind(view)]).toEqual([7, true])
  })
})

/** A small deterministic generator (mulberry32), so that a failure can be run again by its seed. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Plays a show as core would: every state it went through, and the messages about each step, some merged. */
function playShow(random: () => number) {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  let seats: Record<string, SeatStatus> = Object.fromEntries(names.map((name) => [name, 'available']))
  const states = [hall(0, seats)]
  const messages: ShowMessage[] = []
  for (let version = 1; version <= 30; version += 1) {
    const seat = names[Math.floor(random() * names.length)] as string
    const event = seats[seat] === 'available' ? 'ticket.held' : random() < 0.5 ? 'ticket.sold' : 'ticket.released'
    const status = event === 'ticket.held' ? 'held' : event === 'ticket.sold' ? 'sold' : 'available'
    seats = { ...seats, [seat]: status }
    const state = hall(version, seats)
    states.push(state)
    messages.push(
      mergedOrOwn(messages, message(event, version - 1, version, [seat], state.tiers[0]?.available ?? 0), random),
    )
  }
  return { states, messages }
}

/** Now and then a sale is told together with the sale just before it, as the dispatcher does in a rush. */
function mergedOrOwn(before: ShowMessage[], next: ShowMessage, random: () => number): ShowMessage {
  const last = before.at(-1)
  if (last?.event !== 'ticket.sold' || next.event !== 'ticket.sold' || random() < 0.5) return next
  before.pop()
  const { items, saleIds, sales } = last.data
  const data = { ...next.data, from: last.data.from, items: [...items, ...next.data.items] }
  return { ...next, data: { ...data, sales: sales + next.data.sales, saleIds: [...saleIds, ...next.data.saleIds] } }
}

/** Everything that arrives, in any order: messages doubled, lost and late, snapshots of any age. */
function shuffledArrivals({ states, messages }: ReturnType<typeof playShow>, random: () => number) {
  const delivered = messages.filter(() => random() < 0.9)
  const doubled = delivered.filter(() => random() < 0.3)
  const snapshots = states.filter(() => random() < 0.15)
  const arrivals = [...delivered, ...doubled, ...snapshots].map((arrival, index) => ({ arrival, index }))
  // Mostly in order with some lateness, sometimes wildly out of it.
  const lateness = random() < 0.5 ? 8 : 60
  return arrivals
    .map((one) => ({ ...one, due: (one.index % 30) + random() * lateness }))
    .sort((one, other) => one.due - other.due)
    .map(({ arrival }) => arrival)
}

const take = (view: LiveView, arrival: ShowMessage | Availability): LiveView =>
  'event' in arrival ? withMessage(view, arrival) : withSnapshot(view, arrival)

test('whatever arrives in whatever order, what is shown was true at its version, and in the end it is the truth', () => {
  const firstSeed = Number(process.env.SEED ?? 1)
  for (let seed = firstSeed; seed < firstSeed + 1_000; seed += 1) {
    const random = randomOf(seed)
    const show = playShow(random)
    let view = viewOf(show.states[Math.floor(random() * 5)] as Availability)
    for (const arrival of shuffledArrivals(show, random)) {
      const before = view.availability.version
      view = take(view, arrival)
      expect(view.availability.version, `seed ${seed}`).toBeGreaterThanOrEqual(before)
      expect(view.availability, `seed ${seed}`).toEqual(show.states[view.availability.version])
    }
    const truth = show.states.at(-1) as Availability
    view = withVersion(view, truth.version)
    if (isBehind(view)) view = withSnapshot(view, truth)
    expect(isBehind(view), `seed ${seed}`).toBe(false)
    expect(view.availability, `seed ${seed}`).toEqual(truth)
  }
})

describe('how scarce a tier is', () => {
  const general = (available: number, status: 'available' | 'few' | 'sold_out' = 'available'): Availability => ({
    ...{ showId: 's', version: 4, serverNow: at(4) },
    tiers: [{ id: 't', name: 'Floor', price, available, status }],
  })
  const left = (count: number) => message('ticket.held', 4, 5, [], count)

  test.each([
    ['a little more than a quarter', general(100), 26, false],
    ['a quarter', general(100), 25, true],
    ['gone, which needs no judge', general(100), 0, false],
    ['back, of which nothing is said', general(0, 'sold_out'), 1, false],
    ['few, and fewer', general(8, 'few'), 1, false],
  ] as const)('is asked when it may have changed: %s', (_, before, count, expected) => {
    expect(isJudgedLongAgo(withMessage(viewOf(before), left(count)))).toBe(expected)
  })

  test('is known again with the next snapshot', () => {
    const view = withMessage(viewOf(general(100)), left(25))
    const snapshot = { ...general(25), version: 5 }
    expect(isJudgedLongAgo(withSnapshot(view, snapshot))).toBe(false)
  })
})
