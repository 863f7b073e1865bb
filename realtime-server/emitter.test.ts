import { describe, expect, test } from 'vitest'
import { PublishedMessage } from '#contracts/delivery.ts'
import { createEmitter } from './emitter.ts'

interface Sent {
  topic: string
  acks: number
  messages: { key: string; value: string }[]
}

function setUp() {
  const sent: Sent[] = []
  const emitter = createEmitter({
    async send(record) {
      sent.push(record as unknown as Sent)
      return []
    },
  })
  const values = () => sent.flatMap(({ messages }) => messages.map(({ value }) => JSON.parse(value)))
  return { sent, values, emitter }
}
const show = { kind: 'show', showId: '42' } as const
const announcement = { announcementId: 'a1', text: 'Two for one' }
const aurora = { kind: 'promotional', resellerId: 'aurora' } as const

describe('publishing', () => {
  test('puts a message on its stream’s key, and waits for all replicas', async () => {
    const { sent, values, emitter } = setUp()
    await emitter.toStream(aurora, 'promotional', announcement, 'id-1')
    expect(sent).toMatchObject([
      { topic: 'realtime.messages', acks: -1, messages: [{ key: 'public.promotional.aurora' }] },
    ])
    expect(values()).toEqual([
      {
        id: 'id-1',
        type: 'promotional',
        at: expect.any(String),
        target: 'public.promotional.aurora',
        data: announcement,
      },
    ])
  })

  test('to a person goes to that person’s own stream at that reseller', async () => {
    const { values, emitter } = setUp()
    const user = { resellerId: 'aurora', customerRef: 'customer-ana-000' }
    await emitter.toUser(user, 'order', 'order.updated', { orderId: 'o1', status: 'confirmed' })
    expect(values()[0]).toMatchObject({ target: 'private.aurora.customer-ana-000.order', type: 'order.updated' })
  })

  test('is idempotent by the id that is given, and has one of its own otherwise', async () => {
    const { values, emitter } = setUp()
    for (const id of ['same', 'same', undefined, undefined]) await emitter.toStream(aurora, 'promotional', announcement, id) // biome-ignore format: one line
    const ids = values().map(({ id }) => id)
    expect(ids.slice(0, 2)).toEqual(['same', 'same'])
    expect(new Set(ids.slice(2)).size).toBe(2)
  })

  test('writes what the dispatcher can read', async () => {
    const { values, emitter } = setUp()
    await emitter.toStream(show, 'viewers', { showId: '42', count: 3 })
    await emitter.toStream({ kind: 'staff', resellerId: 'aurora', name: 'config' }, 'config', { version: 1, sequence: 1 }) // biome-ignore format: one line
    for (const value of values()) expect(PublishedMessage.safeParse(value).error).toBeUndefined()
  })

  test.each([
    ['a field is missing', { announcementId: 'a1' }, /promotional: text/],
    ['a field has another type', { ...announcement, text: 7 }, /text/],
    ['a field is too long', { ...announcement, text: 'x'.repeat(401) }, /text/],
    ['nothing is given', {}, /announcementId/],
    ['it is too large for a delivery', { ...announcement, more: 'x'.repeat(262_144) }, /promotional: is more than/],
  ])('refuses a message when %s, and sends nothing', async (_what, fields, fault) => {
    const { sent, emitter } = setUp()
    await expect(emitter.toStream(aurora, 'promotional', fields as typeof announcement)).rejects.toThrow(fault)
    await expect(emitter.toStream(aurora, 'promotional', fields as typeof announcement)).rejects.toBeInstanceOf(
      TypeError,
    )
    expect(sent).toEqual([])
  })

  test('fails when Kafka does', async () => {
    const emitter = createEmitter({ send: () => Promise.reject(new Error('away')) })
    await expect(emitter.toStream(aurora, 'promotional', announcement)).rejects.toThrow('away')
  })
})
