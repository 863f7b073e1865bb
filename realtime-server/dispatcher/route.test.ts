import { describe, expect, test } from 'vitest'
import { Delivery } from '#contracts/delivery.ts'
import { formatCursor } from '../cursor.ts'
import type { Outgoing } from './outgoing.ts'
import { routeMessage } from './route.ts'

const message: Outgoing = {
  eventId: 'event-1',
  stream: 'public.show.42',
  interest: 'public.show.42',
  event: 'ticket.sold',
  data: '{}',
  version: 7,
}
const cursor = { epoch: '0mubbs7i8deadbeef', ms: 1_790_000_000_001, seq: 0 }
const previous = { ...cursor, ms: 1_790_000_000_000 }
const placed = { cursor, previous }

describe('a message', () => {
  test('becomes one record per slot involved, naming the nodes of that slot', () => {
    const targets = [
      { node: 'a', slot: 0 },
      { node: 'b', slot: 3 },
      { node: 'c', slot: 0 },
    ]
    const records = routeMessage(message, placed, targets, 4)
    expect(records.map(({ slot, delivery }) => [slot, delivery.nodes])).toEqual([
      [0, ['a', 'c']],
      [3, ['b']],
    ])
  })

  test('carries its place, its predecessor and its version', () => {
    const [record] = routeMessage(message, placed, [{ node: 'a', slot: 0 }], 4)
    expect(record?.delivery).toEqual({
      id: formatCursor(cursor),
      previous: formatCursor(previous),
      stream: 'public.show.42',
      event: 'ticket.sold',
      data: '{}',
      version: 7,
      nodes: ['a'],
    })
  })

  test('without predecessor or version has neither', () => {
    const { version: _, ...plain } = message
    const [record] = routeMessage(plain, { cursor, previous: null }, [{ node: 'a', slot: 0 }], 4)
    expect(record?.delivery).not.toHaveProperty('previous')
    expect(record?.delivery).not.toHaveProperty('version')
  })

  test('that nobody follows becomes nothing', () => {
    expect(routeMessage(message, placed, [], 4)).toEqual([])
  })

  test('goes to everybody when the registry cannot be trusted', () => {
    const records = routeMessage(message, placed, 'everyone', 3)
    expect(records.map(({ slot, delivery }) => [slot, delivery.nodes])).toEqual([[0, '*'], [1, '*'], [2, '*']]) // biome-ignore format: one line
  })

  test('goes to everybody when a node reads a slot that is not there', () => {
    const records = routeMessage(message, placed, [{ node: 'a', slot: 1 }, { node: 'b', slot: 4 }], 4) // biome-ignore format: one line
    expect(records.map(({ delivery }) => delivery.nodes)).toEqual(['*', '*', '*', '*'])
  })

  test('is a delivery by contract, however it is routed', () => {
    for (const targets of ['everyone', [{ node: 'a', slot: 1 }]] as const) {
      for (const { delivery } of routeMessage(message, placed, targets, 4)) {
        expect(Delivery.parse(delivery)).toEqual(delivery)
      }
    }
  })
})
