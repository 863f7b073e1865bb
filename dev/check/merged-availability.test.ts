import { expect, test } from 'vitest'
import { type LiveView, type ShowMessage, viewOf, withMessage } from '#components/availability/merge.ts'
import type { Availability, Seat } from '#contracts/availability.ts'
import type { TicketEvent } from '#contracts/core-event.ts'
import type { Item } from '#contracts/hold.ts'
import { MESSAGES } from '#contracts/message.ts'
import { mergeAll } from '#realtime/dispatcher/merge.ts'
import { type Outgoing, outgoingOf } from '#realtime/dispatcher/outgoing.ts'
import { Chance } from '#realtime/test/simulation/chance.ts'

/*
 * What the dispatcher merges, the browser must be able to take for what it was made of. The two may not import each
 * other, so that they agree is tested here, over shows that chance sells and cuts into windows.
 */

const SHOWS = 100
const SEATS = 12
const TIERS = ['stalls', 'circle']
const AT = 1_800_000_000_000

/** A hall of which some seats change hands, one step after the other, as core would have it. */
class Hall {
  readonly #chance: Chance
  readonly #seats: Seat[] = TIERS.flatMap(
    (tierId) =>
    Array.from({ length: SEATS }, (_, i) => ({ id: `${tierId}-${i}`, label: `${i}`, tierId, status: 'available' as const })), // biome-ignore format: one line
  )
  #version = 0

  constructor(chance: Chance) {
    this.#chance = chance
  }

  snapshot(): Availability {
    const tiers = TIERS.map((id) => ({
      ...{ id, name: id, price: { amount: 5_000, currency: 'EUR', fees: 0 } },
      ...{ available: this.#left(id), status: this.#left(id) === 0 ? ('sold_out' as const) : ('available' as const) },
    }))
    const serverNow = new Date(AT + this.#version).toISOString()
    return { showId: '42', version: this.#version, serverNow, tiers, seats: this.#seats.map((seat) => ({ ...seat })) }
  }

  /** Something happens to a few seats; null when there are none for it. */
  step(): TicketEvent | null {
    const [type, from, to] = this.#chance.pick([
      ['ticket.sold', ['available', 'held'], 'sold'],
      ['ticket.sold', ['available', 'held'], 'sold'],
      ['ticket.held', ['available'], 'held'],
      ['ticket.released', ['held', 'sold'], 'available'],
    ] as const)
    const able = this.#seats.filter(({ status }) => from.some((one) => one === status))
    const chosen = able.filter(() => this.#chance.happens(2 / SEATS))
    if (chosen.length === 0) return null
    for (const seat of chosen) seat.status = to
    this.#version += 1
    const tierIds = [...new Set(chosen.map(({ tierId }) => tierId))]
    const items = tierIds.map((tierId): Item => {
      const seatIds = chosen.filter((seat) => seat.tierId === tierId).map(({ id }) => id)
      return { tierId, quantity: seatIds.length, seatIds }
    })
    return {
      ...{ id: `event-${this.#version}`, at: new Date(AT + this.#version).toISOString(), type, showId: '42' },
      ...{ from: this.#version - 1, version: this.#version, items, resellerId: 'aurora' },
      remaining: Object.fromEntries(tierIds.map((tierId) => [tierId, this.#left(tierId)])),
      ...(type === 'ticket.sold' ? { saleIds: [`sale-${this.#version}`] } : {}),
    } as TicketEvent
  }

  #left(tierId: string): number {
    return this.#seats.filter((seat) => seat.tierId === tierId && seat.status === 'available').length
  }
}

const messageOf = ({ event, data }: Outgoing) => ({ event, data: JSON.parse(data) }) as ShowMessage
const heard = (view: LiveView, messages: readonly Outgoing[]) => messages.map(messageOf).reduce(withMessage, view)
const salesOf = (messages: readonly Outgoing[]) =>
  messages.map(messageOf).flatMap((one) => (one.event === 'ticket.sold' ? one.data.saleIds : []))

test.each(Array.from({ length: SHOWS }, (_, i) => i + 1))('show %i looks the same, merged or not', (seed) => {
  const chance = new Chance(seed)
  const hall = new Hall(chance)
  const snapshots = [hall.snapshot()]
  const messages: Outgoing[] = []
  for (let step = 0; step < 40; step += 1) {
    const event = hall.step()
    if (event === null) continue
    messages.push(outgoingOf(event) as Outgoing)
    snapshots.push(hall.snapshot())
  }
  const merged: Outgoing[] = []
  for (let from = 0; from < messages.length; ) {
    const window = chance.between(1, 12)
    merged.push(...mergeAll(messages.slice(from, from + window)))
    from += window
  }
  expect(merged.length).toBeLessThan(messages.length)
  for (const { event, data } of merged.map(messageOf)) expect(MESSAGES[event].safeParse(data).error).toBeUndefined()
  expect(salesOf(merged)).toEqual(salesOf(messages))
  // Also for who comes in the middle of what was merged.
  for (const snapshot of snapshots) {
    const whole = heard(viewOf(snapshot), messages)
    const fewer = heard(viewOf(snapshot), merged)
    expect(fewer.availability).toEqual(whole.availability)
    expect(fewer.availability).toEqual(snapshots.at(-1))
    expect([fewer.reach, fewer.snapshotDue]).toEqual([whole.reach, whole.snapshotDue])
  }
})
