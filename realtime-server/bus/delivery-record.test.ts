import { describe, expect, test } from 'vitest'
import { readSlotRecord } from './delivery-record.ts'

const delivery = {
  id: '0mubbs7i8deadbeef-1790000000000-0',
  stream: 'public.show.42',
  event: 'ticket.sold',
  data: '{}',
  nodes: ['a'],
}
const read = (value: unknown) => readSlotRecord(Buffer.from(JSON.stringify(value)))

describe('a record of a slot', () => {
  test.each([
    ['for some nodes', delivery],
    ['for every node', { ...delivery, nodes: '*' }],
    ['with version and predecessor', { ...delivery, version: 0, previous: delivery.id }],
  ])('is a delivery %s', (_what, value) => {
    expect(read(value)).toEqual({ delivery: value })
  })

  test.each([
    ['one connection', { to: 'n1.aaaaaaaaaaaaaaaaaaaaaa', stream: 'connection', nodes: ['n1'] }],
    ['one connection that any node may have', { to: 'n1.aaaaaaaaaaaaaaaaaaaaaa', stream: 'connection', nodes: '*' }],
    ['every connection', { to: '*', stream: 'broadcast', nodes: '*' }],
  ])('is a delivery to %s, whose id is no cursor', (_what, fields) => {
    const direct = { id: 'x', event: 'notice', data: '{}', ...fields }
    expect(read(direct)).toEqual({ delivery: direct })
  })

  test('is a probe', () => {
    expect(read({ probe: 'p1' })).toEqual({ probe: 'p1' })
  })

  test('may have fields that we do not know yet', () => {
    expect(read({ ...delivery, priority: 1 })).toEqual({ delivery })
  })

  test.each([
    ['nothing', null],
    ['no JSON', Buffer.from('{"id":')],
    ['not UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
    ['another shape', Buffer.from('[]')],
    ['for no node', Buffer.from(JSON.stringify({ ...delivery, nodes: [] }))],
    ['for a pattern', Buffer.from(JSON.stringify({ ...delivery, nodes: 'a*' }))],
    ['data that is no text', Buffer.from(JSON.stringify({ ...delivery, data: {} }))],
    ['for no connection', Buffer.from(JSON.stringify({ ...delivery, stream: 'connection', to: 'n1' }))],
    ['past all streams and on one', Buffer.from(JSON.stringify({ ...delivery, to: '*' }))],
    ['a negative version', Buffer.from(JSON.stringify({ ...delivery, version: -1 }))],
  ])('is unreadable, with the reason: %s', (_what, value) => {
    expect(readSlotRecord(value)).toEqual({ unreadable: expect.stringMatching(/./) })
  })
})
