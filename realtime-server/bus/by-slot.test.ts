import { describe, expect, test } from 'vitest'
import { Delivery } from '#contracts/delivery.ts'
import type { Message } from './bus.ts'
import { bySlot } from './by-slot.ts'

const message: Message = {
  id: '0mubbs7i8deadbeef-1790000000001-0',
  stream: 'public.show.42',
  event: 'ticket.sold',
  data: '{}',
  version: 7,
}

describe('a message', () => {
  test('becomes one record per slot involved, naming the nodes of that slot', () => {
    const recipients = [
      { node: 'a', slot: 0 },
      { node: 'b', slot: 3 },
      { node: 'c', slot: 0 },
    ]
    expect(bySlot({ message, recipients }, 4)).toEqual([
      { slot: 0, delivery: { ...message, nodes: ['a', 'c'] } },
      { slot: 3, delivery: { ...message, nodes: ['b'] } },
    ])
  })

  test('that nobody follows becomes nothing', () => {
    expect(bySlot({ message, recipients: [] }, 4)).toEqual([])
  })

  test('goes to everybody when the registry cannot be trusted', () => {
    const records = bySlot({ message, recipients: 'everyone' }, 3)
    expect(records.map(({ slot, delivery }) => [slot, delivery.nodes])).toEqual([[0, '*'], [1, '*'], [2, '*']]) // biome-ignore format: one line
  })

  test('goes to everybody when a node reads a slot that is not there', () => {
    const records = bySlot({ message, recipients: [{ node: 'a', slot: 1 }, { node: 'b', slot: 4 }] }, 4) // biome-ignore format: one line
    expect(records.map(({ delivery }) => delivery.nodes)).toEqual(['*', '*', '*', '*'])
  })

  test('is a delivery by contract, however it is routed', () => {
    for (const recipients of ['everyone', [{ node: 'a', slot: 1 }]] as const) {
      for (const { delivery } of bySlot({ message, recipients }, 4)) expect(Delivery.parse(delivery)).toEqual(delivery)
    }
  })
})
