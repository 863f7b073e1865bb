import { describe, expect, test } from 'vitest'
import { DATA_BYTES, PublishedMessage } from '#contracts/delivery.ts'
import { BATCH_LIMIT, BATCH_LIMIT_BYTES, createEmitter, type Publication } from './emitter.ts'

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
const notice = { noticeId: 'm1', text: 'Back at nine' }
const inbox = { notificationId: 'n1', kind: 'reminder', title: 'Tomorrow', unread: 1 }
const connection = 'n0123456789abcdef.AAAAAAAAAAAAAAAAAAAAAA'
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

  test('to a connection names that connection', async () => {
    const { sent, values, emitter } = setUp()
    await emitter.toConnection(connection, 'notice', notice, 'id-1')
    const target = `connection.${connection}`
    expect(sent).toMatchObject([{ acks: -1, messages: [{ key: target }] }])
    expect(values()).toEqual([{ id: 'id-1', type: 'notice', at: expect.any(String), target, data: notice }])
  })

  test('to everybody names nobody', async () => {
    const { sent, values, emitter } = setUp()
    await emitter.broadcast('notice', notice, 'id-1')
    expect(sent).toMatchObject([{ acks: -1, messages: [{ key: 'broadcast' }] }])
    expect(values()[0]).toMatchObject({ id: 'id-1', target: 'broadcast', data: notice })
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
    await emitter.toStream(aurora, 'promotional', announcement)
    await emitter.toStream({ kind: 'staff', resellerId: 'aurora', name: 'config' }, 'config', { version: 1, sequence: 1 }) // biome-ignore format: one line
    await emitter.toConnection(connection, 'order.updated', { orderId: 'o1', status: 'confirmed' })
    await emitter.broadcast('notice', { ...notice, until: '2027-05-01T19:00:00.000Z' })
    expect(values()).toHaveLength(4)
    for (const value of values()) expect(PublishedMessage.safeParse(value).error).toBeUndefined()
  })

  test.each([
    ['a field is missing', { announcementId: 'a1' }, /promotional: text/],
    ['a field has another type', { ...announcement, text: 7 }, /text/],
    ['a field is too long', { ...announcement, text: 'x'.repeat(401) }, /text/],
    ['nothing is given', {}, /announcementId/],
  ])('refuses a message when %s, and sends nothing', async (_what, fields, fault) => {
    const { sent, emitter } = setUp()
    await expect(emitter.toStream(aurora, 'promotional', fields as typeof announcement)).rejects.toThrow(fault)
    await expect(emitter.toStream(aurora, 'promotional', fields as typeof announcement)).rejects.toBeInstanceOf(
      TypeError,
    )
    expect(sent).toEqual([])
  })

  test.each<[string, (emitter: ReturnType<typeof createEmitter>) => Promise<void>, RegExp]>([
    [
      'a stream with an id that is none',
      (e) => e.toStream({ kind: 'show', showId: '4.2' }, 'viewers', { showId: '42', count: 1 }),
      /^viewers: target/,
    ],
    [
      'a person who is none',
      (e) => e.toUser({ resellerId: 'aurora', customerRef: '*' }, 'inbox', 'inbox', inbox),
      /^inbox: target/,
    ],
    [
      'another reseller’s pattern',
      (e) => e.toUser({ resellerId: '*', customerRef: 'customer-ana-000' }, 'inbox', 'inbox', inbox),
      /^inbox: target/,
    ],
    ['a connection that is none', (e) => e.toConnection('n1', 'notice', notice), /^notice: target/],
    ['no connection', (e) => e.toConnection('', 'notice', notice), /^notice: target/],
    ['an id that is none', (e) => e.broadcast('notice', notice, 'a.b'), /^notice: id/],
    ['an id that is too long', (e) => e.broadcast('notice', notice, 'a'.repeat(129)), /^notice: id/],
    [
      'one reseller’s offer for everybody',
      (e) => e.broadcast('promotional' as 'notice', announcement as never),
      /^promotional: type is not for broadcast/,
    ],
    [
      'a show’s change past its stream',
      (e) =>
        e.toConnection(
          connection,
          'show.updated' as 'notice',
          { showId: '42', from: 0, version: 1, changed: [] } as never,
        ),
      /^show.updated: type is not for connection/,
    ],
    [
      'what core alone may say of a show',
      (e) => e.toStream(show, 'show.updated', { showId: '42', from: 0, version: 1, changed: [] }),
      /^show.updated: type is not for public.show.42/,
    ],
    [
      'how many look at a show, which nodes count',
      (e) => e.toStream(show, 'viewers', { showId: '42', count: 1 }),
      /^viewers: type is not for public.show.42/,
    ],
    [
      'what is somebody’s own, in public',
      (e) => e.toStream(aurora, 'inbox', inbox),
      /^inbox: type is not for public.promotional.aurora/,
    ],
    [
      'the end of a session past its stream',
      (e) => e.toConnection(connection, 'session.ended' as 'notice', { sid: 's' } as never),
      /type is not for connection/,
    ],
    [
      'an event that we do not know',
      (e) => e.toStream(show, 'ticket.scanned' as 'viewers', { showId: '42', count: 1 }),
      /^ticket.scanned: type/,
    ],
    ['fields that are none', (e) => e.broadcast('notice', null as never), /^notice: noticeId/],
    ['a date that is none', (e) => e.broadcast('notice', { ...notice, until: 'tomorrow' }), /^notice: until/],
  ])('refuses %s, names the field, and sends nothing', async (_what, publish, fault) => {
    // biome-ignore format: a table
    const { sent, emitter } = setUp()
    const error: Error = await publish(emitter).then(
      () => expect.unreachable(),
      (reason) => reason,
    )
    expect(error).toBeInstanceOf(TypeError)
    expect(error.message).toMatch(fault)
    expect(sent).toEqual([])
  })

  test('refuses what is longer than a node would read, and sends what is just as long', async () => {
    const { sent, values, emitter } = setUp()
    const padded = (length: number) => ({ ...notice, padding: 'x'.repeat(length) })
    await emitter.broadcast('notice', padded(0), 'id')
    const [{ data, at, target: stream } = expect.unreachable()] = values()
    const room = DATA_BYTES - Buffer.byteLength(JSON.stringify({ ...data, at, stream }))
    await emitter.broadcast('notice', padded(room), 'id')
    await expect(emitter.broadcast('notice', padded(room + 1), 'id')).rejects.toThrow(
      /^notice: data is more than 180000 bytes/,
    )
    expect(sent).toHaveLength(2)
  })

  test('fails when Kafka does', async () => {
    const emitter = createEmitter({ send: () => Promise.reject(new Error('away')) })
    await expect(emitter.toStream(aurora, 'promotional', announcement)).rejects.toThrow('away')
  })
})

describe('a batch', () => {
  const toOne = (n: number): Publication => ({
    target: { kind: 'connection', connection },
    event: 'notice',
    fields: { noticeId: `n${n}`, text: 'x' },
    id: `one-${n}`,
  })
  const toAll = (n: number): Publication => ({ ...toOne(n), target: { kind: 'broadcast' } }) as Publication

  test('of any targets is sent at once, in its order', async () => {
    const { sent, emitter } = setUp()
    await emitter.batch([
      { target: aurora, event: 'promotional', fields: announcement },
      toOne(1),
      toAll(2),
      { target: { kind: 'private', resellerId: 'aurora', customerRef: 'customer-ana-000', name: 'inbox' }, event: 'inbox', fields: inbox }, // biome-ignore format: one line
      toOne(3),
    ])
    expect(sent).toHaveLength(1)
    expect(sent[0]?.messages.map(({ key }) => key)).toEqual([
      'public.promotional.aurora',
      `connection.${connection}`,
      'broadcast',
      'private.aurora.customer-ana-000.inbox',
      `connection.${connection}`,
    ])
  })

  test('of nothing sends nothing', async () => {
    const { sent, emitter } = setUp()
    await emitter.batch([])
    expect(sent).toEqual([])
  })

  test('with one fault sends nothing at all, and tells which message and which field it is in', async () => {
    const { sent, emitter } = setUp()
    const faulty = { ...toOne(2), fields: { noticeId: 'n2' } } as Publication
    await expect(emitter.batch([toOne(0), toOne(1), faulty])).rejects.toThrow(/^message 2: notice: text /)
    await expect(emitter.batch([faulty])).rejects.toBeInstanceOf(TypeError)
    expect(sent).toEqual([])
  })

  test(`may have ${BATCH_LIMIT} messages, and no more`, async () => {
    const { sent, emitter } = setUp()
    const messages = Array.from({ length: BATCH_LIMIT }, (_, n) => toOne(n))
    await emitter.batch(messages)
    expect(sent[0]?.messages).toHaveLength(BATCH_LIMIT)
    await expect(emitter.batch([...messages, toOne(BATCH_LIMIT)])).rejects.toThrow(RangeError)
    expect(sent).toHaveLength(1)
  })

  test('may have as many bytes as Kafka takes for one target, and no more', async () => {
    const { sent, emitter } = setUp()
    const texts = (lengths: readonly number[]) =>
      lengths.map((length, n) => ({ ...toOne(n), fields: { noticeId: 'n', text: '', padding: 'é'.repeat(length) } })) as Publication[] // biome-ignore format: one line
    const sizes = Array<number>(6).fill(80_000)
    await emitter.batch(texts([...sizes, 0]))
    const bytes = sent[0]?.messages.reduce((sum, { key, value }) => sum + Buffer.byteLength(key + value) + 36, 0) ?? 0
    const room = Math.floor((BATCH_LIMIT_BYTES - bytes) / 2)
    await emitter.batch(texts([...sizes, room]))
    await expect(emitter.batch(texts([...sizes, room + 1]))).rejects.toThrow(RangeError)
    expect(sent).toHaveLength(2)
  })

  test('fails as a whole when Kafka does', async () => {
    const emitter = createEmitter({ send: () => Promise.reject(new Error('away')) })
    await expect(emitter.batch([toOne(1)])).rejects.toThrow('away')
  })
})

describe('what the compiler refuses', () => {
  type Publish = (emitter: ReturnType<typeof createEmitter>) => Promise<void>
  const refused: Record<string, Publish> = {
    // @ts-expect-error it has no place outside its stream
    'a show’s change for one connection': (emitter) => emitter.toConnection(connection, 'ticket.sold', {}),
    // @ts-expect-error nobody else's customers are to see it
    'one reseller’s offer for everybody': (emitter) => emitter.broadcast('promotional', announcement),
    // @ts-expect-error the text is missing
    'a notice without a text': (emitter) => emitter.broadcast('notice', { noticeId: 'm1' }),
    // @ts-expect-error they are another event's
    'fields of another event': (emitter) => emitter.batch([{ target: show, event: 'viewers', fields: announcement }]),
  }
  test.each(Object.entries(refused))('is refused at run time too: %s', async (_what, publish) => {
    await expect(publish(setUp().emitter)).rejects.toBeInstanceOf(TypeError)
  })
})
