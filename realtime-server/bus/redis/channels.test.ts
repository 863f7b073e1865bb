import { describe, expect, test } from 'vitest'
import { Delivery } from '#contracts/delivery.ts'
import { message } from '../bus.suite.ts'
import type { Addressed } from '../bus.ts'
import { channelRecords } from './channels.ts'

const recipients = [
  { node: 'a', slot: 0 },
  { node: 'b', slot: 0 },
]
const records = (recipients: Addressed['recipients'], addressing: 'targeted' | 'broadcast' = 'targeted') =>
  channelRecords({ message: message(2), recipients }, { name: 'rt', addressing }).map(({ channel, payload }) => ({
    channel,
    delivery: Delivery.parse(JSON.parse(payload)),
  }))

describe('a message', () => {
  test('goes to the channel of each node that it is for, and names that node', () => {
    expect(records(recipients)).toEqual([
      { channel: 'rt.node.a', delivery: { ...message(2), nodes: ['a'] } },
      { channel: 'rt.node.b', delivery: { ...message(2), nodes: ['b'] } },
    ])
  })

  test('goes once to everybody’s channel when the registry cannot be trusted', () => {
    expect(records('everyone')).toEqual([{ channel: 'rt.all', delivery: { ...message(2), nodes: '*' } }])
  })

  test.each([['everyone' as const], [recipients], [[]]])(
    'is for everybody in broadcast mode, whatever is named',
    (named) => {
      expect(records(named, 'broadcast')).toEqual([{ channel: 'rt.all', delivery: { ...message(2), nodes: '*' } }])
    },
  )

  test('that nobody follows goes nowhere', () => {
    expect(records([])).toEqual([])
  })
})
