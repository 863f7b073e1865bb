import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '#dev/services/free-ports.ts'
import { DeadLetterBox } from '#platform/dead-letter-box.fixture.ts'
import { createEmitter, type Emitter } from '../emitter.ts'
import { metricOf, readiness } from '../test/node-metrics.ts'
import { TestTier } from '../test/tier.ts'
import { TestViewer } from '../test/viewer.ts'

let tier: TestTier
let node: string
let dispatcher: string
let emitter: Emitter
const boxes = new Map<'tickets' | 'orders' | 'messages', DeadLetterBox>()
const resources = new AsyncDisposableStack()
beforeAll(async () => {
  tier = resources.use(await TestTier.start())
  for (const source of ['tickets', 'orders', 'messages'] as const) {
    boxes.set(source, resources.use(await DeadLetterBox.open(tier.kafka, tier.topics[source])))
  }
  const port = await freePort()
  const [started] = await Promise.all([tier.node(), tier.dispatcher({ OPS_PORT: `${port}` })])
  node = started.url
  dispatcher = `http://127.0.0.1:${port}`
  emitter = createEmitter(tier.producer, tier.topics.messages)
})
afterAll(() => resources.disposeAsync())

const aurora = { kind: 'promotional', resellerId: 'aurora' } as const
const ana = { reseller: 'aurora', customerRef: 'customer-ana-000' }

describe('what one of our services publishes', () => {
  test('reaches those who follow the stream, and a person’s own only that person', async () => {
    await using everyone = await TestViewer.open(node, ['public.promotional.aurora'])
    await using owner = await TestViewer.open(node, ['private.inbox'], { cookie: await tier.cookie(ana) })
    const stranger = { ...ana, customerRef: 'customer-ben-000' }
    await using other = await TestViewer.open(node, ['private.inbox', 'public.promotional.aurora'], { cookie: await tier.cookie(stranger) }) // biome-ignore format: one line
    const note = { notificationId: 'n1', kind: 'reminder', title: 'Tomorrow', unread: 1 }
    await emitter.toUser({ resellerId: 'aurora', customerRef: ana.customerRef }, 'inbox', 'inbox', note)
    expect((await owner.until('inbox')).data).toEqual({ stream: 'private.inbox', at: expect.any(String), ...note })
    await emitter.toStream(aurora, 'promotional', { announcementId: 'a1', text: 'Two for one' })
    expect((await everyone.until('promotional')).data.text).toBe('Two for one')
    await other.until('promotional')
    expect(other.events('inbox')).toEqual([])
  })

  test('is delivered once, however often it is published under one id', async () => {
    await using viewer = await TestViewer.open(node, ['public.promotional.luna'])
    const luna = { kind: 'promotional', resellerId: 'luna' } as const
    for (const text of ['first', 'second', 'third']) {
      await emitter.toStream(luna, 'promotional', { announcementId: 'a2', text }, 'the-same-id')
    }
    await emitter.toStream(luna, 'promotional', { announcementId: 'a3', text: 'the end' })
    await viewer.until('promotional', ({ data }) => data.text === 'the end')
    expect(viewer.events('promotional').map(({ data }) => data.text)).toEqual(['first', 'the end'])
  })
})

describe('a record that cannot be used', () => {
  const faulty = {
    tickets: [
      ['a sale of nothing', JSON.stringify({ ...sale(), items: [] }), /items/],
      ['a sale by nobody', JSON.stringify({ ...sale(), resellerId: undefined }), /resellerId/],
      ['half a sale', JSON.stringify(sale()).slice(0, 50), /JSON/],
    ],
    orders: [['an order of a person who is none', JSON.stringify({ ...order(), customerRef: 'x' }), /customerRef/]],
    messages: [
      ['a message to nowhere', JSON.stringify({ ...message(), target: 'public.everything' }), /target/],
      ['a message of another shape', JSON.stringify({ ...message(), data: { text: 7 } }), /data/],
      ['bytes', Buffer.from([0xff, 0xfe]), /UTF-8/],
    ],
  } as const

  test.each(['tickets', 'orders', 'messages'] as const)('on %s is put aside with the reason', async (source) => {
    const records = faulty[source]
    const messages = records.map(([, value]) => ({ key: 'odd', value }))
    await tier.producer.send({ topic: tier.topics[source], messages })
    const letters = await boxes.get(source)?.letters(records.length)
    for (const [i, [, value, reason]] of records.entries()) {
      const text = typeof value === 'string' ? value : value.toString('base64')
      const letter = letters?.find((one) => one.value === text)
      expect(letter, records[i]?.[0]).toMatchObject({ topic: tier.topics[source], key: 'odd', reason: expect.stringMatching(reason) }) // biome-ignore format: one line
    }
  })

  test('does not hold up the next one, and neither does one of a type that we do not know', async () => {
    await using viewer = await TestViewer.open(node, ['public.show.42'])
    const key = '42'
    const values = [
      'poison',
      JSON.stringify({ ...sale(), type: 'ticket.scanned' }),
      JSON.stringify(tier.ticketEvent('42')),
    ]
    await tier.producer.send({ topic: tier.topics.tickets, messages: values.map((value) => ({ key, value })) })
    await viewer.until('ticket.sold')
    const letters = (await boxes.get('tickets')?.letters(faulty.tickets.length + 1)) ?? []
    expect(letters.filter(({ key: of }) => of === key).map(({ value }) => value)).toEqual(['poison'])
  })
})

test('a dispatcher tells that it is ready, and what it has done', async () => {
  expect(await readiness(dispatcher)).toMatchObject({ role: 'dispatcher', ready: true, id: expect.any(String) })
  await tier.announce(tier.ticketEvent('7'))
  await expect.poll(() => metricOf(dispatcher, 'realtime_dispatched_messages_total', 'role')).toBeGreaterThan(0)
  expect(await metricOf(dispatcher, 'realtime_floods_total', 'role')).toBe(0)
  expect(await (await fetch(`${dispatcher}/metrics`)).text()).toContain(
    'marquee_consumer_idle_seconds{role="dispatcher"}',
  )
})

function sale() {
  return {
    ...{ id: 'sale-event', at: '2027-05-01T19:00:00.000Z', type: 'ticket.sold', showId: '42', from: 0, version: 1 },
    ...{ items: [{ tierId: 'stalls', quantity: 1 }], remaining: {}, saleIds: ['s1'], resellerId: 'aurora' },
  }
}

function order() {
  return {
    ...{ id: 'order-event', at: '2027-05-01T19:00:00.000Z', type: 'order.updated', resellerId: 'aurora' },
    ...{ customerRef: ana.customerRef, orderId: 'o1', showId: '42', status: 'confirmed' },
  }
}

function message() {
  return {
    ...{ id: 'message-event', at: '2027-05-01T19:00:00.000Z', type: 'promotional' },
    ...{ target: 'public.promotional.aurora', data: { announcementId: 'a', text: 'b' } },
  }
}
