import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleShow } from '#dev/core/testing/sample-show.ts'
import { createCoreClient } from '../core/client.ts'
import { notify } from '../notifications/notify.ts'
import { customer, openNotifyWorld } from '../notifications/notify-in-test.fixture.ts'
import { LONGEST_BRIEF_WAIT_MS, PARKED_AT_MOST_MS, STRANGE_ATTEMPTS_BEHIND, STRANGE_ATTEMPTS_LIMIT } from './retry.ts'

type World = Awaited<ReturnType<typeof openNotifyWorld>>

let world: World
beforeAll(async () => {
  world = await openNotifyWorld()
  await world.core.store(shownByAll())
})
afterAll(() => world[Symbol.asyncDispose]())

/** Sold by `nova`, too, of which nothing is known here at first. */
function shownByAll(change: { id?: string; startsAt?: string } = {}) {
  const { tiers, ...show } = sampleShow(change)
  const price = { amount: 3_000, currency: 'GBP', fees: 300 }
  return { ...show, tiers: tiers.map((tier) => ({ ...tier, prices: { ...tier.prices, nova: price } })) }
}

/** What an Ingress says for a service of which nothing runs. */
async function defaultBackend() {
  const server = createServer((_, response) => void response.writeHead(404).end('default backend - 404'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** A worker whose key is refused for `luna`, and taken for everybody else. */
const refused = () => ({ core: createCoreClient(world.coreUrl, { luna: 'not the key', '*': 'demo-{reseller}' }) })
/** A worker that fails at every order in a way that nobody knows. */
const strangely = () => ({
  links: Object.assign(
    () => {
      throw new RangeError('Invalid time zone specified: Europe/Londn')
    },
    { digest: world.parts.links.digest },
  ),
})
const strangeAttempts = async (resellerId: string) =>
  (await world.parked(resellerId)).map((event) => event.strangeAttempts)
const setZone = (showId: string, zone: string) =>
  world.core.core.pool.query(
    `UPDATE show SET details = jsonb_set(details, '{venue,timeZone}', to_jsonb($2::text)) WHERE id = $1`,
    [showId, zone],
  )
/** A database of which some methods fail a few times, or every time, in a way that nobody knows. */
function withFailing(methods: readonly string[], times: number, error: Error = strange): World['database'] {
  let left = times
  return new Proxy(world.database, {
    get(database, name) {
      if (!methods.includes(String(name)) || left === 0) return Reflect.get(database, name)
      left -= 1
      return () => Promise.reject(error)
    },
  })
}
const strange = new RangeError('too strange')
/** How nobody knew that PostgreSQL may be away. */
const unheardOf = new Error('the line is dead')
const always = Number.POSITIVE_INFINITY
const kindsOf = async (resellerId: string) => (await world.notifications(resellerId)).map(({ kind }) => kind)
const mailsTo = async (resellerId: string, address: string) =>
  (await world.mails(resellerId)).filter(({ recipient }) => recipient === address).map(({ kind }) => kind)
const letters = () => world.letters.map((letter) => JSON.parse(letter) as { reason: string; value: string })

describe('an order of a reseller whose configuration is not there yet', () => {
  it('waits with all that follows it, and all are told of in order once there is one, by several workers once', async () => {
    const first = await world.buy('nova', customer('first'), 'first@example.com')
    await world.buy('nova', customer('second'), 'second@example.com')
    await world.buy('aurora', customer('else'), 'else@example.com')
    await world.deliver(2)
    expect(letters()).toEqual([])
    expect(await mailsTo('aurora', 'else@example.com'), 'others are told').toEqual(['order.confirmed'])
    const waiting = await world.parked('nova')
    expect(waiting.length).toBeGreaterThan(1)
    expect(new Set(waiting.map(({ eventId }) => eventId)).size).toBe(waiting.length) // read twice, it waits once
    expect(waiting[0]?.reason).toMatch(/no live configuration/)
    expect(await world.database.parkedEvent.findMany(), 'without a reseller named there is nothing').toEqual([])

    await world.tellParked('nova')
    expect(await world.parked('nova')).toHaveLength(waiting.length)
    await world.configure('nova')
    // It could be told of by now, but not before the one it followed.
    await world.setStatus(first, 'refunded')
    expect(await kindsOf('nova')).toEqual([])
    await world.tellParked('nova', { workers: 3 })
    await world.tellParked('nova')
    expect(await world.parked('nova')).toEqual([])
    expect(await mailsTo('nova', 'first@example.com')).toEqual(['order.confirmed', 'order.refunded'])
    expect(await mailsTo('nova', 'second@example.com')).toEqual(['order.confirmed'])
    expect((await world.visits('nova')).map(({ orderId }) => orderId)).not.toContain(first)
    expect(letters()).toEqual([])
  })
})

describe('an order of a reseller whose key at core is refused', () => {
  it('waits, keeps nobody else, and is told of when the key is mended', async () => {
    await world.buy('luna', customer('locked'), 'locked@example.com')
    await world.buy('aurora', customer('open'), 'open@example.com')
    await notify({ ...world.parts, ...refused() })(await world.take())
    expect(await mailsTo('aurora', 'open@example.com')).toEqual(['order.confirmed'])
    expect(await mailsTo('luna', 'locked@example.com')).toEqual([])
    expect((await world.parked('luna'))[0]?.reason).toMatch(/with 40[13]/)

    await world.tellParked('luna', refused())
    const [first, ...others] = await world.parked('luna')
    expect(first).toMatchObject({ attempts: 1 })
    expect(first?.nextAttemptAt.getTime()).toBeGreaterThan(Date.now())
    expect(
      others.every(({ attempts }) => attempts === 0),
      'only the first is tried',
    ).toBe(true)
    await world.tellParked('luna')
    expect(await mailsTo('luna', 'locked@example.com')).toEqual(['order.confirmed'])
    expect(await world.parked('luna')).toEqual([])
    expect(letters()).toEqual([])
  })

  it('waits on while core is away, which is nobody’s fault', async () => {
    await world.buy('luna', customer('away'), 'away@example.com')
    await notify({ ...world.parts, ...refused() })(await world.take())
    const before = await world.parked('luna')
    await world.tellParked('luna', { core: createCoreClient('http://127.0.0.1:9', { '*': 'demo-{reseller}' }) })
    expect(await world.parked('luna')).toHaveLength(before.length)
    await world.tellParked('luna')
    expect(await mailsTo('luna', 'away@example.com')).toEqual(['order.confirmed'])
  })

  it('becomes a dead letter after a week, and those behind it are tried', async () => {
    await world.buy('luna', customer('week'), 'week@example.com')
    await notify({ ...world.parts, ...refused() })(await world.take())
    const waiting = await world.parked('luna')
    await world.inside('luna', (transaction) =>
      transaction.parkedEvent.updateMany({
        where: { position: waiting.at(0)?.position ?? 0n },
        data: { parkedAt: new Date(Date.now() - PARKED_AT_MOST_MS) },
      }),
    )
    const counted: string[] = []
    await world.tellParked('luna', { ...refused(), deadLettered: (topic: string) => void counted.push(topic) })
    expect(letters().map(({ reason }) => reason)).toEqual([expect.stringMatching(/^waited in vain: core/)])
    expect(JSON.parse(letters()[0]?.value ?? '{}').id).toBe(waiting[0]?.eventId)
    expect(counted).toEqual(['core.orders'])
    expect(await world.parked('luna')).toHaveLength(waiting.length - 1)
    await world.tellParked('luna')
    expect(await world.parked('luna')).toEqual([])
  })
})

it('a show that is called off while its only buyers’ orders wait is told of to them, once', async () => {
  await world.core.store(shownByAll({ id: 'called-off' }))
  await world.buy('luna', customer('off'), 'off@luna.example', 'called-off')
  await notify({ ...world.parts, ...refused() })(await world.take())
  await world.change('called-off', { status: 'cancelled' })
  await world.deliver(2)
  expect(await mailsTo('luna', 'off@luna.example')).toEqual([])
  await world.tellParked('luna')
  await world.tellParked('luna')
  expect(await mailsTo('luna', 'off@luna.example')).toEqual(['order.confirmed', 'show.changed'])
  const visit = (await world.visits('luna')).find(({ showId }) => showId === 'called-off')
  expect(visit).toMatchObject({ cancelled: true, remindAt: null })
})

it('an order that fails for a reason nobody knows waits for an hour, keeps no other reseller, and is then a dead letter', async () => {
  world.letters.length = 0
  await world.core.store(shownByAll({ id: 'odd' }))
  const throwing = strangely()
  await world.buy('luna', customer('odd'), 'odd@luna.example', 'odd')
  await notify({ ...world.parts, ...throwing })(await world.take())
  await world.buy('aurora', customer('even'), 'even@aurora.example', 'odd')
  await world.deliver()
  expect(await mailsTo('aurora', 'even@aurora.example')).toEqual(['order.confirmed'])
  expect((await world.parked('luna'))[0]?.reason).toBe('RangeError: Invalid time zone specified: Europe/Londn')
  await world.tellParked('luna', throwing)
  expect(letters()).toEqual([])
  await world.inside('luna', (transaction) =>
    transaction.parkedEvent.updateMany({ data: { strangeAttempts: STRANGE_ATTEMPTS_LIMIT - 1 } }),
  )
  await world.tellParked('luna', throwing)
  expect(letters().map(({ reason }) => reason)).toContainEqual(expect.stringMatching(/^waited in vain: RangeError/))
  await world.tellParked('luna')
  expect(await world.parked('luna')).toEqual([])
})

it('has its hour after it has waited for a key, and those behind it have a few tries when it waited in vain', async () => {
  world.letters.length = 0
  await world.core.store(shownByAll({ id: 'queue' }))
  for (const who of ['one', 'two', 'three']) await world.buy('luna', customer(who), `${who}@luna.example`, 'queue')
  await notify({ ...world.parts, ...refused() })(await world.take())
  const waiting = (await world.parked('luna')).length
  await world.tellParked('luna', refused())
  await world.inside('luna', (transaction) =>
    transaction.parkedEvent.updateMany({ data: { attempts: STRANGE_ATTEMPTS_LIMIT * 2 } }),
  )
  expect((await strangeAttempts('luna'))[0], 'a refused key is not strange').toBe(0)
  // What only makes an order findable asks for no link, and is told of.
  for (let tries = 0; (await strangeAttempts('luna'))[0] === 0 && tries < waiting; tries++)
    await world.tellParked('luna', strangely())
  expect(letters()).toEqual([])
  expect((await strangeAttempts('luna'))[0]).toBe(1)
  const [head] = await world.parked('luna')
  await world.inside('luna', (transaction) =>
    transaction.parkedEvent.updateMany({
      where: { position: head?.position ?? 0n },
      data: { strangeAttempts: STRANGE_ATTEMPTS_LIMIT - 1 },
    }),
  )
  await world.tellParked('luna', strangely())
  expect(letters()).toHaveLength(1)
  const left = await strangeAttempts('luna')
  expect(left.length).toBeGreaterThan(0)
  expect(left.every((attempts) => attempts >= STRANGE_ATTEMPTS_LIMIT - STRANGE_ATTEMPTS_BEHIND)).toBe(true)
  await world.tellParked('luna', strangely())
  expect(letters()).toHaveLength(1)
  await world.tellParked('luna')
  expect(await world.parked('luna')).toEqual([])
  expect(await mailsTo('luna', 'three@luna.example')).toEqual(['order.confirmed'])
})

it('an order of a show whose time zone core spells wrongly waits, and is told of when it is mended', async () => {
  world.letters.length = 0
  await world.core.store(shownByAll({ id: 'zoneless' }))
  await world.buy('luna', customer('zone'), 'zone@luna.example', 'zoneless')
  await setZone('zoneless', 'Europe/Londn')
  await world.deliver()
  expect(letters()).toEqual([])
  expect((await world.parked('luna'))[0]?.reason).toMatch(/^UnknownZone: .*time zone that nobody knows$/)
  await setZone('zoneless', 'Europe/London')
  await world.tellParked('luna')
  expect(await mailsTo('luna', 'zone@luna.example')).toEqual(['order.confirmed'])
})

it('an event waits, too, when it fails strangely to see whether others do', async () => {
  world.letters.length = 0
  await world.core.store(shownByAll({ id: 'unseen' }))
  await world.buy('luna', customer('unseen'), 'unseen@luna.example', 'unseen')
  const records = await world.take()
  await notify({ ...world.parts, database: withFailing(['$transaction'], 1) })(records)
  expect(letters()).toEqual([])
  expect((await world.parked('luna'))[0]?.reason).toBe('RangeError: too strange')
  await world.tellParked('luna')
  expect(await mailsTo('luna', 'unseen@luna.example')).toEqual(['order.confirmed'])
})

it('a change of a show that fails strangely before anybody is known whom it concerns is a dead letter, and the next is read', async () => {
  world.letters.length = 0
  await world.core.store(shownByAll({ id: 'unheard' }))
  await world.change('unheard', { startsAt: '2027-07-01T18:00:00.000Z' })
  const changes = (await world.take()).filter(({ event }) => event.type === 'show.updated')
  expect(changes).toHaveLength(1)
  await notify({ ...world.parts, database: withFailing(['$transaction'], always) })(changes)
  expect(letters().map(({ reason }) => reason)).toEqual(['RangeError: too strange'])
})

it('a change of a show that failed strangely is tried once more, and told of', async () => {
  world.letters.length = 0
  await world.core.store(shownByAll({ id: 'unheard-once', startsAt: '2027-05-01T18:00:00.000Z' }))
  await world.buy('luna', customer('once'), 'once@luna.example', 'unheard-once')
  await world.deliver()
  await world.change('unheard-once', { startsAt: '2027-07-01T18:00:00.000Z' })
  await notify({ ...world.parts, database: withFailing(['$transaction'], 1) })(await world.take())
  expect(letters()).toEqual([])
  expect(await mailsTo('luna', 'once@luna.example')).toEqual(['order.confirmed', 'show.changed'])
})

describe('an order that cannot wait, for a reason nobody knows,', () => {
  /** An order of luna's and one of aurora's, of a show of their own. */
  async function twoOrders(showId: string) {
    world.letters.length = 0
    await world.core.store(shownByAll({ id: showId }))
    await world.buy('luna', customer(showId), `${showId}@luna.example`, showId)
    await world.buy('aurora', customer(showId), `${showId}@aurora.example`, showId)
    return world.take()
  }

  it('is a dead letter when it is its own fault, and the next is told of', async () => {
    const records = await twoOrders('unkept')
    const lunas = records.filter(({ event }) => 'resellerId' in event && event.resellerId === 'luna')
    // Each is tried twice, and each time looks whether others wait, and is to wait.
    const database = withFailing(['$transaction'], 4 * lunas.length)
    await notify({ ...world.parts, database })([...lunas, ...records.filter((record) => !lunas.includes(record))])
    expect(letters().map(({ reason }) => reason)).toEqual(lunas.map(() => 'RangeError: too strange'))
    expect(await world.parked('luna')).toEqual([])
    expect(await mailsTo('aurora', 'unkept@aurora.example')).toEqual(['order.confirmed'])
  })

  it('is told of when that was over at the second try', async () => {
    const records = await twoOrders('unkept-once')
    await notify({ ...world.parts, database: withFailing(['$transaction'], 2) })(records)
    expect(letters()).toEqual([])
    for (const resellerId of ['luna', 'aurora'])
      expect(await mailsTo(resellerId, `unkept-once@${resellerId}.example`)).toEqual(['order.confirmed'])
  })
})

describe('an outage of PostgreSQL in words that nobody knew', () => {
  it('keeps an order that cannot even wait, and is no dead letter', async () => {
    world.letters.length = 0
    await world.core.store(shownByAll({ id: 'unparked' }))
    await world.buy('luna', customer('unparked'), 'unparked@luna.example', 'unparked')
    const records = await world.take()
    const away = notify({ ...world.parts, database: withFailing(['$transaction', '$queryRaw'], always, unheardOf) })
    for (let tries = 0; tries < 2; tries++) await expect(away(records)).rejects.toThrow(unheardOf)
    expect(letters()).toEqual([])
    await world.handle(records)
    expect(await mailsTo('luna', 'unparked@luna.example')).toEqual(['order.confirmed'])
  })

  it('keeps a change of a show, and tickets that came back, until it is over', async () => {
    world.letters.length = 0
    const at = { topic: 'core.tickets', partition: 0, offset: '1', key: null }
    const said = { id: randomUUID(), at: new Date().toISOString(), showId: 'night-train' }
    const step = { ...said, from: 1, version: 2 }
    const stock = { items: [{ tierId: 'floor', quantity: 1 }], remaining: { floor: 1 }, resellerId: 'aurora' }
    const released = { ...step, ...stock, type: 'ticket.released' as const }
    const changed = { ...step, type: 'show.updated' as const, changed: ['startsAt'] }
    const away = notify({ ...world.parts, database: withFailing(['$transaction', '$queryRaw'], always, unheardOf) })
    for (const event of [released, changed]) await expect(away([{ ...at, event }])).rejects.toThrow(unheardOf)
    expect(letters()).toEqual([])
  })
})

it('an order waits while something else answers in core’s place, and is told of when core is back', async () => {
  world.letters.length = 0
  await world.core.store(shownByAll({ id: 'rolled-out' }))
  await world.buy('luna', customer('rolled'), 'rolled@luna.example', 'rolled-out')
  await using backend = await defaultBackend()
  await notify({ ...world.parts, core: createCoreClient(backend.url, { '*': 'demo-{reseller}' }) })(await world.take())
  expect(letters()).toEqual([])
  expect((await world.parked('luna'))[0]?.reason).toMatch(/404 and no problem document/)
  // However often it was tried, it is tried again soon.
  await world.inside('luna', (transaction) => transaction.parkedEvent.updateMany({ data: { attempts: 9 } }))
  await world.tellParked('luna', { core: createCoreClient(backend.url, { '*': 'demo-{reseller}' }) })
  const [first] = await world.parked('luna')
  expect(first?.attempts).toBe(10)
  expect(first?.nextAttemptAt.getTime()).toBeLessThanOrEqual(Date.now() + LONGEST_BRIEF_WAIT_MS)
  await world.tellParked('luna')
  expect(await mailsTo('luna', 'rolled@luna.example')).toEqual(['order.confirmed'])
})

it('an event that cannot even be stored is a dead letter at once, and the next is read', async () => {
  world.letters.length = 0
  await world.core.store(shownByAll({ id: 'poisoned' }))
  await world.buy('luna', customer('poison'), 'poison@luna.example', 'poisoned')
  await world.deliver()
  await world.change('poisoned', { startsAt: '2027-06-01T18:00:00.000Z' })
  const changes = (await world.take()).filter(({ event }) => event.type === 'show.updated')
  expect(changes).toHaveLength(1)
  const handle = notify({ ...world.parts, ...refused() })
  await handle(changes.map((record) => ({ ...record, key: 'pois\0ned' })))
  expect(letters().map(({ reason }) => reason)).toEqual(['PostgreSQL refused it (22P05)'])
  expect(await world.parked('luna')).toEqual([])
  await handle(changes)
  expect(await world.parked('luna')).toHaveLength(1)
  await world.tellParked('luna')
})

it('a show that changes is told of to the buyers of every reseller that can be, and of the others later', async () => {
  await world.core.store(shownByAll({ id: 'moving', startsAt: '2027-05-01T18:00:00.000Z' }))
  await world.buy('luna', customer('luna-move'), 'move@luna.example', 'moving')
  await world.buy('nova', customer('nova-move'), 'move@nova.example', 'moving')
  await world.deliver()
  await world.change('moving', { startsAt: '2027-05-02T18:00:00.000Z' })
  await notify({ ...world.parts, ...refused() })(await world.take())
  expect(await mailsTo('nova', 'move@nova.example')).toEqual(['order.confirmed', 'show.changed'])
  expect(await mailsTo('luna', 'move@luna.example')).toEqual(['order.confirmed'])
  await world.tellParked('luna')
  expect(await mailsTo('luna', 'move@luna.example')).toEqual(['order.confirmed', 'show.changed'])
})
