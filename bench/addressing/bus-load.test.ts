import { expect, test } from 'vitest'
import { busLoad } from './bus-load.ts'

const message = { id: 'e-1-0', stream: 'public.show.1', event: 'ticket.sold', data: '{}' }
/** Six nodes on two slots. */
const nodes = Array.from({ length: 6 }, (_, n) => ({ node: `n${n}`, slot: n % 2 }))
const held = (...ids: string[]) => ({
  recipients: nodes.filter(({ node }) => ids.includes(node)),
  holders: new Set(ids),
})
const load = (kind: 'kafka' | 'redis', addressing: 'targeted' | 'broadcast', ...ids: string[]) => {
  const { recipients, holders } = held(...ids)
  const addressed = { message, recipients: addressing === 'targeted' ? recipients : ('everyone' as const) }
  return busLoad(addressed, { kind, addressing, slots: 2 }, nodes, holders)
}

test.each([
  ['kafka', 'targeted', ['n0'], { records: 1, reads: 3, dropped: 2 }],
  ['kafka', 'targeted', ['n0', 'n2'], { records: 1, reads: 3, dropped: 1 }],
  ['kafka', 'targeted', ['n0', 'n1'], { records: 2, reads: 6, dropped: 4 }],
  ['kafka', 'broadcast', ['n0'], { records: 1, reads: 6, dropped: 5 }],
  ['redis', 'targeted', ['n0', 'n1'], { records: 2, reads: 2, dropped: 0 }],
  ['redis', 'broadcast', ['n0', 'n1'], { records: 1, reads: 6, dropped: 4 }],
] as const)('%s, %s to %j', (kind, addressing, ids, expected) => {
  expect(load(kind, addressing, ...ids)).toMatchObject(expected)
})

test('bytes are read as often as there are readers', () => {
  const { writtenBytes, readBytes } = load('redis', 'broadcast', 'n0')
  expect(writtenBytes).toBe(JSON.stringify({ ...message, nodes: '*' }).length)
  expect(readBytes).toBe(6 * writtenBytes)
})
