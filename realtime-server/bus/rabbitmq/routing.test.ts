import { describe, expect, test } from 'vitest'
import { Delivery } from '#contracts/delivery.ts'
import { message } from '../bus.suite.ts'
import { publicationsOf, queueKindOf, sharedKeys } from './routing.ts'

const [ofShow, ofPerson] = [message(2), message(3)]
const nodes = (...ids: string[]) => ids.map((node) => ({ node, slot: 0 }))
const keysOf = (...publication: Parameters<typeof publicationsOf>) =>
  publicationsOf(...publication).map(({ keys }) => keys)

describe('a message, targeted,', () => {
  test('goes to the addresses of its nodes, in the queue of its stream', () => {
    expect(keysOf({ message: ofShow, recipients: nodes('a', 'b') }, 'rt', 'targeted')).toEqual([
      ['rt.node.a.public', 'rt.node.b.public'],
    ])
    expect(keysOf({ message: ofPerson, recipients: nodes('a') }, 'rt', 'targeted')).toEqual([['rt.node.a.private']])
  })

  test('that nobody follows becomes nothing', () => {
    expect(publicationsOf({ message: ofShow, recipients: [] }, 'rt', 'targeted')).toEqual([])
  })

  test('goes to the address of all when the registry cannot be trusted', () => {
    expect(keysOf({ message: ofShow, recipients: 'everyone' }, 'rt', 'targeted')).toEqual([['rt.all.public']])
    expect(keysOf({ message: ofPerson, recipients: 'everyone' }, 'rt', 'targeted')).toEqual([['rt.all.private']])
  })

  test('to very many nodes becomes several records, so that none is mostly names', () => {
    const many = nodes(...Array.from({ length: 70 }, (_, i) => `n${i}`))
    const records = publicationsOf({ message: ofShow, recipients: many }, 'rt', 'targeted')
    expect(records.map(({ keys }) => keys.length)).toEqual([32, 32, 6])
    const named = records.map(({ body }) => Delivery.parse(JSON.parse(body)).nodes)
    expect(named.flat()).toEqual(many.map(({ node }) => node))
    for (const [i, { keys }] of records.entries()) expect(keys.map((key) => key.split('.')[2])).toEqual(named[i])
  })
})

test('a message in broadcast mode goes by the name of its stream', () => {
  expect(keysOf({ message: ofShow, recipients: 'everyone' }, 'rt', 'broadcast')).toEqual([['public.show.42']])
  expect(keysOf({ message: ofPerson, recipients: nodes('a') }, 'rt', 'broadcast')).toEqual([[ofPerson.stream]])
})

test('a record is a delivery by contract, however it is addressed', () => {
  const versioned = Object.assign({}, ofShow, { version: 7 })
  for (const recipients of ['everyone', nodes('a')] as const) {
    for (const { body } of publicationsOf({ message: versioned, recipients }, 'rt', 'targeted')) {
      expect(Delivery.parse(JSON.parse(body))).toMatchObject(versioned)
    }
  }
})

test.each([
  ['public.show.42', 'public'],
  ['public.promotional.aurora', 'public'],
  ['private.aurora.customer-0000001.order', 'private'],
  ['staff.aurora.config', 'private'],
])('%s belongs into the %s queue', (stream, kind) => {
  expect(queueKindOf(stream)).toBe(kind)
})

test('in broadcast mode the two queues take everything there is between them', () => {
  expect(sharedKeys('rt', 'public', 'broadcast')).toEqual(['public.#'])
  expect(sharedKeys('rt', 'private', 'broadcast')).toEqual(['private.#', 'staff.#', 'connection', 'broadcast'])
  expect(sharedKeys('rt', 'private', 'targeted')).toEqual(['rt.all.private'])
})
