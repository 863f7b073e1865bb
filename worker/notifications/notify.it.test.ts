import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleShow } from '#dev/core/testing/sample-show.ts'
import { readOptOutKey } from '#platform/opt-out-link.ts'
import { addressDigest, opensOrder } from '#platform/order-link.ts'
import { CoreUnavailable, createCoreClient } from '../core/client.ts'
import { heardVersion, heardVersionForNow, noteHeard } from './heard-shows.ts'
import { notify } from './notify.ts'
import { customer, LINK_SECRET, openNotifyWorld } from './notify-in-test.fixture.ts'
import { remindOfDueShows } from './reminders.ts'

type World = Awaited<ReturnType<typeof openNotifyWorld>>
const HOUR_MS = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()

let world: World
beforeAll(async () => {
  world = await openNotifyWorld()
  await world.core.store(sampleShow())
})
afterAll(() => world[Symbol.asyncDispose]())

const of = <T extends { customerRef: string }>(rows: readonly T[], ref: string) =>
  rows.filter(({ customerRef }) => customerRef === ref)
const to = <T extends { recipient: string }>(rows: readonly T[], address: string) =>
  rows.filter(({ recipient }) => recipient === address)

describe('an order', () => {
  it('that is confirmed is told of once in each way, however often its event is read', async () => {
    const ada = customer('ada')
    const orderId = await world.buy('aurora', ada, 'ada@example.com')
    await world.deliver(3)
    const [notification, ...others] = of(await world.notifications('aurora'), ada)
    expect(others).toEqual([])
    expect(notification).toMatchObject({
      kind: 'order.confirmed',
      data: { orderId, showId: 'night-train', title: 'Night Train', timeZone: 'Europe/London' },
      readAt: null,
    })
    const messages = (await world.outbox('aurora')).filter(({ stream }) => stream === `private.aurora.${ada}.inbox`)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject({
      event: 'inbox',
      messageId: notification?.notificationId,
      fields: { notificationId: notification?.notificationId, kind: 'order.confirmed', unread: 1 },
    })
    const mails = to(await world.mails('aurora'), 'ada@example.com')
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ kind: 'order.confirmed', locale: 'en-GB' })
    const link = new URL((mails[0]?.data as { url: string } | undefined)?.url ?? '', 'https://aurora.example')
    expect(link.pathname).toBe(`/orders/${orderId}`)
    const linked = { resellerId: 'aurora', orderId, customerRef: ada }
    expect(opensOrder(LINK_SECRET, linked, link.searchParams.get('key') ?? '', Date.now())).toBe(true)
    expect(
      opensOrder(LINK_SECRET, { ...linked, resellerId: 'luna' }, link.searchParams.get('key') ?? '', Date.now()),
    ).toBe(false)
    const digest = addressDigest(LINK_SECRET, 'aurora', 'ada@example.com')
    expect(await world.addresses('aurora')).toMatchObject([{ orderId, addressDigest: digest }])
    expect(await world.addresses('luna')).toEqual([])
    expect(of(await world.visits('aurora'), ada)).toMatchObject([{ orderId, tickets: 2, recipient: 'ada@example.com' }])
  })

  it('is told of at its own reseller and nowhere else', async () => {
    const ref = customer('both')
    await world.buy('luna', ref, 'both@example.com')
    await world.deliver()
    expect(of(await world.notifications('luna'), ref)).toHaveLength(1)
    expect(of(await world.notifications('aurora'), ref)).toEqual([])
    expect(to(await world.mails('aurora'), 'both@example.com')).toEqual([])
    expect(await world.database.notification.findMany()).toEqual([]) // without a reseller named there is nothing
    expect(await world.database.visit.findMany()).toEqual([])
    expect(await world.database.outboxMessage.findMany()).toEqual([])
  })

  it('that is given back is told of, and not reminded of any more', async () => {
    const ref = customer('refund')
    const orderId = await world.buy('aurora', ref, 'refund@example.com')
    await world.deliver()
    await world.setStatus(orderId, 'refunded')
    await world.setStatus(orderId, 'refunded') // the same, under another id
    expect(of(await world.notifications('aurora'), ref).map(({ kind }) => kind)).toEqual([
      'order.confirmed',
      'order.refunded',
    ])
    expect(of(await world.visits('aurora'), ref)).toEqual([])
    const messages = (await world.outbox('aurora')).filter(({ stream }) => stream.includes(ref))
    expect(messages.map(({ fields }) => (fields as { unread: number }).unread)).toEqual([1, 2])
  })

  it('that core does not know, or that is another buyer’s, is put aside with the reason, and the next is told of', async () => {
    const ref = customer('after')
    const other = await world.buy('aurora', customer('owner'), 'owner@example.com')
    await world.deliver()
    const at = new Date().toISOString()
    const event = { id: randomUUID(), type: 'order.updated' as const, at, resellerId: 'aurora', showId: 'night-train' }
    const record = { topic: 'core.orders', partition: 0, offset: '7', key: null }
    const before = world.letters.length
    await world.handle([
      { ...record, event: { ...event, customerRef: ref, orderId: 'order_never', status: 'confirmed' } },
      { ...record, event: { ...event, customerRef: ref, orderId: other, status: 'confirmed' } },
    ])
    const reasons = world.letters.slice(before).map((letter) => JSON.parse(letter).reason)
    expect(reasons).toEqual([expect.stringMatching(/does not know order/), expect.stringMatching(/another buyer/)])
    expect(of(await world.notifications('aurora'), ref)).toEqual([])
  })

  it('waits while core is away, and is told of when it is back', async () => {
    const ref = customer('later')
    const orderId = await world.buy('aurora', ref, 'later@example.com')
    const away = notify({ ...world.parts, core: createCoreClient('http://127.0.0.1:9', { '*': 'demo-{reseller}' }) })
    const at = new Date().toISOString()
    const event = { id: randomUUID(), type: 'order.updated' as const, at, resellerId: 'aurora', customerRef: ref }
    const record = {
      ...{ topic: 'core.orders', partition: 0, offset: '1', key: null },
      event: { ...event, orderId, showId: 'night-train', status: 'confirmed' as const },
    }
    await expect(away([record])).rejects.toThrow(/core did not answer/)
    expect(of(await world.notifications('aurora'), ref)).toEqual([])
    await world.handle([record])
    expect(of(await world.notifications('aurora'), ref)).toHaveLength(1)
  })
})

describe('somebody who bought in another language than the site’s first', () => {
  const localesOfMails = async (resellerId: string, address: string) =>
    to(await world.mails(resellerId), address).map(({ kind, locale }) => `${kind} ${locale}`)

  it('is told in it of the order, of changes, of the day before and of the refund, long after the hold is forgotten', async () => {
    await world.core.store(sampleShow({ id: 'deutsch', title: 'Deutsch', startsAt: inHours(72) }))
    const ref = customer('deutsch')
    const address = 'deutsch@example.com'
    const orderId = await world.buy('aurora', ref, address, 'deutsch', 'de-DE')
    await world.deliver()
    await world.forgetHolds('aurora')
    await world.change('deutsch', { startsAt: inHours(5) })
    await world.deliver()
    await world.inside('aurora', (transaction) =>
      transaction.visit.updateMany({ where: { orderId }, data: { remindAt: new Date(Date.now() - 1_000) } }),
    )
    await world.remind()
    await world.setStatus(orderId, 'cancelled') // forgets the visit
    await world.setStatus(orderId, 'refunded')
    expect(await localesOfMails('aurora', address)).toEqual([
      'order.confirmed de-DE',
      'show.changed de-DE',
      'show.tomorrow de-DE',
      'order.cancelled de-DE',
      'order.refunded de-DE',
    ])
    const [first] = (await world.outbox('aurora')).filter(({ stream }) => stream.includes(ref))
    expect(first?.fields).toMatchObject({ title: expect.stringMatching(/^Bestellung .+ ist bestätigt: Deutsch$/) })
  })

  it('is told in that of the order’s own hold, not of another one for the same show', async () => {
    await world.core.store(sampleShow({ id: 'zwei', maxPerBuyer: 10 }))
    const ref = customer('zwei')
    const german = await world.buy('aurora', ref, 'zwei-de@example.com', 'zwei', 'de-DE')
    await world.inside('aurora', (transaction) =>
      transaction.customerHold.updateMany({ where: { customerRef: ref }, data: { orderId: german } }),
    )
    await world.buy('aurora', ref, 'zwei-en@example.com', 'zwei', 'en-GB')
    await world.deliver()
    expect(await localesOfMails('aurora', 'zwei-de@example.com')).toEqual(['order.confirmed de-DE'])
    expect(await localesOfMails('aurora', 'zwei-en@example.com')).toEqual(['order.confirmed en-GB'])
  })

  it('is told in the first where the site has given that language up, and where nobody noted one', async () => {
    await world.buy('luna', customer('givenup'), 'givenup@example.com', 'night-train', 'de-DE')
    await world.buy('aurora', customer('before'), 'before@example.com')
    await world.deliver()
    expect(await localesOfMails('luna', 'givenup@example.com')).toEqual(['order.confirmed en-GB'])
    expect(await localesOfMails('aurora', 'before@example.com')).toEqual(['order.confirmed en-GB'])
  })
})

describe('a show that changes', () => {
  it('is told of to each of its buyers at each reseller, once, with what they were told before', async () => {
    await world.core.store(sampleShow({ id: 'moving', title: 'Moving', startsAt: '2027-05-01T18:00:00.000Z' }))
    const refs = [customer('move-a'), customer('move-b')]
    await world.buy('aurora', refs[0] as string, 'move-a@example.com', 'moving')
    await world.buy('aurora', refs[0] as string, 'move-a@example.com', 'moving') // two orders, one buyer
    await world.buy('luna', refs[1] as string, 'move-b@example.com', 'moving')
    await world.deliver()
    await world.change('moving', { startsAt: '2027-05-02T18:00:00.000Z' })
    await world.deliver(3)
    for (const [at, resellerId] of ['aurora', 'luna'].entries()) {
      const told = of(await world.notifications(resellerId), refs[at] as string)
      expect(told.filter(({ kind }) => kind === 'show.changed')).toHaveLength(1)
    }
    const mails = to(await world.mails('aurora'), 'move-a@example.com').filter(({ kind }) => kind === 'show.changed')
    expect(mails).toHaveLength(1)
    expect(mails[0]?.data).toMatchObject({
      cancelled: false,
      show: { startsAt: '2027-05-02T18:00:00.000Z' },
      before: { startsAt: '2027-05-01T18:00:00.000Z' },
    })
    for (const visit of of(await world.visits('aurora'), refs[0] as string)) {
      expect(visit.remindAt).toEqual(new Date('2027-05-01T18:00:00.000Z'))
    }
  })

  describe('while an order is told of', () => {
    /** Core, whose first answers about a show are old when they arrive: changes were made, and heard of, in between. */
    const overtaken = (...changes: Record<string, unknown>[]): World['parts']['core'] => {
      return {
        ...world.parts.core,
        async show(resellerId, showId) {
          const answer = await world.parts.core.show(resellerId, showId)
          const change = changes.shift()
          if (change === undefined) return answer
          await world.change(showId, change)
          await world.deliver()
          return answer
        },
      }
    }
    const kindsTo = async (address: string) => to(await world.mails('aurora'), address).map(({ kind }) => kind)

    it.each([
      ['moves', { startsAt: '2027-03-02T18:00:00.000Z' }, { cancelled: false, remindAt: expect.any(Date) }],
      ['is called off', { status: 'cancelled' }, { cancelled: true, remindAt: null }],
    ])('is told of to its buyer, who had no visit when it was heard that it %s', async (word, change, known) => {
      const showId = `overtaken-${word.replaceAll(' ', '-')}`
      await world.core.store(sampleShow({ id: showId, startsAt: '2027-03-01T18:00:00.000Z' }))
      await world.buy('aurora', customer(showId), `${word.replaceAll(' ', '')}@example.com`, showId)
      await notify({ ...world.parts, core: overtaken(change) })(await world.take())
      expect(await kindsTo(`${word.replaceAll(' ', '')}@example.com`)).toEqual(['order.confirmed', 'show.changed'])
      expect((await world.visits('aurora')).find((visit) => visit.showId === showId)).toMatchObject(known)
    })

    it('is not noted while a visit is being written, so that it is found', async () => {
      const change = { ...{ id: randomUUID(), at: new Date().toISOString() }, type: 'show.updated' as const }
      const event = { ...change, showId: 'written', from: 6, version: 7, changed: ['startsAt'] }
      let noted = false
      const { noting } = await world.inside('aurora', async (transaction) => {
        expect(await heardVersionForNow(transaction, 'written')).toBeNull()
        const noting = noteHeard(world.database, event).then(() => {
          noted = true
        })
        await world.untilWaits()
        expect(noted).toBe(false)
        return { noting }
      })
      await noting
      await noteHeard(world.database, { ...event, version: 5 }) // read again
      expect(await heardVersion(world.database, 'written')).toBe(7n)
    })

    it('and again while core is asked anew, is told of as it is in the end, once, and stays so', async () => {
      const showId = 'overtaken-again'
      await world.core.store(sampleShow({ id: showId, startsAt: '2027-03-01T18:00:00.000Z' }))
      await world.buy('aurora', customer(showId), 'overtaken-again@example.com', showId)
      const core = overtaken({ startsAt: '2027-03-02T18:00:00.000Z' }, { startsAt: '2027-03-09T18:00:00.000Z' })
      await notify({ ...world.parts, core })(await world.take())
      const told = to(await world.mails('aurora'), 'overtaken-again@example.com')
      expect(told.map(({ kind, data }) => [kind, (data as { show: { startsAt: string } }).show.startsAt])).toEqual([
        ['order.confirmed', '2027-03-01T18:00:00.000Z'],
        ['show.changed', '2027-03-09T18:00:00.000Z'],
      ])
      expect(of(await world.visits('aurora'), customer(showId))).toMatchObject([
        { startsAt: new Date('2027-03-09T18:00:00.000Z'), remindAt: new Date('2027-03-08T18:00:00.000Z') },
      ])
    })

    it('is told of by the next try, when core is away as it is asked again', async () => {
      const showId = 'overtaken-and-away'
      await world.core.store(sampleShow({ id: showId, startsAt: '2027-03-01T18:00:00.000Z' }))
      await world.buy('aurora', customer('away-again'), 'away-again@example.com', showId)
      const core = overtaken({ startsAt: '2027-03-02T18:00:00.000Z' })
      let asked = 0
      const show: typeof core.show = async (...of) => {
        asked += 1
        if (asked === 2) throw new CoreUnavailable('core is away')
        return core.show(...of)
      }
      const records = await world.take()
      await expect(notify({ ...world.parts, core: { ...core, show } })(records)).rejects.toThrow('core is away')
      expect(await kindsTo('away-again@example.com')).toEqual(['order.confirmed'])
      await world.handle(records)
      expect(await kindsTo('away-again@example.com')).toEqual(['order.confirmed', 'show.changed'])
    })
  })

  it('again before its first event is done with is told of both times, and each time once', async () => {
    await world.core.store(sampleShow({ id: 'twice', startsAt: '2027-06-01T18:00:00.000Z' }))
    const ref = customer('twice')
    await world.buy('aurora', ref, 'twice@example.com', 'twice')
    const second = await world.buy('aurora', ref, 'twice@example.com', 'twice')
    await world.deliver()
    const dates = async () =>
      to(await world.mails('aurora'), 'twice@example.com')
        .filter(({ kind }) => kind === 'show.changed')
        .map(({ data }) => (data as { show: { startsAt: string } }).show.startsAt)
    await world.change('twice', { startsAt: '2027-06-02T18:00:00.000Z' })
    const first = await world.take()
    await world.handle(first)
    await world.change('twice', { startsAt: '2027-06-03T18:00:00.000Z' })
    await world.handle(first) // it was never committed
    const both = ['2027-06-02T18:00:00.000Z', '2027-06-03T18:00:00.000Z']
    expect(await dates()).toEqual(both)
    await world.deliver()
    expect(await dates()).toEqual(both)
    // A buyer's second order in a batch of visits that the first try never came to.
    await world.inside('aurora', async (transaction) => {
      const visit = await transaction.visit.findFirstOrThrow({ where: { orderId: second } })
      const show = { ...(visit.show as object), startsAt: '2027-06-01T18:00:00.000Z' }
      await transaction.visit.updateMany({ where: { orderId: second }, data: { show } })
    })
    await world.handle(first)
    expect(await dates()).toEqual(both)
    expect(of(await world.visits('aurora'), ref).map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2027-06-03T18:00:00.000Z',
      '2027-06-03T18:00:00.000Z',
    ])
  })

  it('in nothing that matters to who comes is no reason to write', async () => {
    await world.core.store(sampleShow({ id: 'titled' }))
    const ref = customer('titled')
    await world.buy('aurora', ref, 'titled@example.com', 'titled')
    await world.deliver()
    await world.change('titled', { title: 'A better title' })
    await world.deliver()
    expect(of(await world.notifications('aurora'), ref).map(({ kind }) => kind)).toEqual(['order.confirmed'])
    expect(of(await world.visits('aurora'), ref)).toMatchObject([{ show: { title: 'A better title' } }])
  })

  it('to being cancelled is told of, and nobody is reminded of it', async () => {
    await world.core.store(sampleShow({ id: 'off', startsAt: inHours(30) }))
    const ref = customer('off')
    await world.buy('aurora', ref, 'off@example.com', 'off')
    await world.deliver()
    await world.change('off', { status: 'cancelled' })
    await world.deliver(2)
    const told = of(await world.notifications('aurora'), ref)
    expect(told.map(({ kind }) => kind)).toEqual(['order.confirmed', 'show.changed'])
    expect(told[1]?.data).toMatchObject({ cancelled: true })
    expect(of(await world.visits('aurora'), ref)).toMatchObject([{ cancelled: true, remindAt: null }])
  })
})

describe('a show that begins in a day', () => {
  /** Bought `hours` before it begins; then its date moves, at core and in what we remember, so that a reminder is due. */
  async function bought(id: string, change: { remindAt: string; startsAt: string }) {
    await world.core.store(sampleShow({ id, title: id, startsAt: inHours(72) }))
    await world.buy('aurora', customer(id), `${id}@example.com`, id)
    await world.deliver()
    await world.core.store(sampleShow({ id, title: id, startsAt: change.startsAt }))
    await world.inside('aurora', async (transaction) => {
      const [visit] = await transaction.visit.findMany({ where: { showId: id } })
      const show = { ...(visit?.show as object), startsAt: change.startsAt }
      await transaction.visit.updateMany({
        where: { showId: id },
        data: { remindAt: new Date(change.remindAt), startsAt: new Date(change.startsAt), show },
      })
    })
  }
  const kindsOf = async (id: string) => of(await world.notifications('aurora'), customer(id)).map(({ kind }) => kind)

  it('is reminded of once, by several workers at a time, even after all of them were down', async () => {
    await bought('soon', { remindAt: inHours(-20), startsAt: inHours(4) })
    await Promise.all([world.remind(), world.remind(), world.remind()])
    await world.remind()
    expect(await kindsOf('soon')).toEqual(['order.confirmed', 'show.tomorrow'])
    const mails = to(await world.mails('aurora'), 'soon@example.com').map(({ kind }) => kind)
    expect(mails).toEqual(['order.confirmed', 'show.tomorrow'])
  })

  describe('and somebody wants no reminders', () => {
    const end = (id: string, resellerId: string) => {
      const addressDigest = world.parts.optOuts.digest(resellerId, `${id}@EXAMPLE.com`)
      return world.inside(resellerId, (transaction) =>
        transaction.optOut.create({ data: { resellerId, addressDigest, what: 'reminders' } }),
      )
    }
    const mailed = async (id: string) => to(await world.mails('aurora'), `${id}@example.com`).map(({ kind }) => kind)

    it('is not mailed to them, though their order is, and their inbox tells of both', async () => {
      await end('enough', 'aurora')
      await bought('enough', { remindAt: inHours(-1), startsAt: inHours(23) })
      await world.remind()
      expect(await mailed('enough')).toEqual(['order.confirmed'])
      expect(await kindsOf('enough')).toEqual(['order.confirmed', 'show.tomorrow'])
      await world.core.store(sampleShow({ id: 'enough', title: 'enough', startsAt: inHours(240) }))
      await world.change('enough', { startsAt: inHours(241) })
      await world.deliver()
      expect(await mailed('enough'), 'that it moved they have to know').toEqual(['order.confirmed', 'show.changed'])
    })

    it('is mailed by another reseller’s word all the same, with links that end it here alone', async () => {
      await end('elsewhere', 'luna')
      await bought('elsewhere', { remindAt: inHours(-1), startsAt: inHours(23) })
      await world.remind()
      expect(await mailed('elsewhere')).toEqual(['order.confirmed', 'show.tomorrow'])
      const [, mail] = to(await world.mails('aurora'), 'elsewhere@example.com')
      const { unsubscribeUrl = '', oneClickUrl = '' } = (mail?.data ?? {}) as {
        unsubscribeUrl?: string
        oneClickUrl?: string
      }
      expect(oneClickUrl).toBe(`/api${unsubscribeUrl}`)
      const key = unsubscribeUrl.split('/').at(-1) ?? ''
      const addressDigest = world.parts.optOuts.digest('aurora', 'elsewhere@example.com')
      expect(readOptOutKey(LINK_SECRET, 'aurora', key, Date.now())).toEqual({ what: 'reminders', addressDigest })
      expect(readOptOutKey(LINK_SECRET, 'luna', key, Date.now())).toBeNull()
      expect(await world.database.optOut.findMany()).toEqual([]) // without a reseller named there is nothing
    })
  })

  it('is reminded of while core fails for another, which is reminded of later', async () => {
    await bought('a-broken', { remindAt: inHours(-1), startsAt: inHours(23) })
    await bought('b-sound', { remindAt: inHours(-1), startsAt: inHours(23) })
    const { core } = world.parts
    const failing: typeof core = {
      ...core,
      show: (resellerId, showId) =>
        showId === 'a-broken' ? Promise.reject(new Error('core answered 500')) : core.show(resellerId, showId),
    }
    await remindOfDueShows({ ...world.parts, core: failing }, () => false)
    expect(await kindsOf('b-sound')).toEqual(['order.confirmed', 'show.tomorrow'])
    expect(await kindsOf('a-broken')).toEqual(['order.confirmed'])
    await world.remind()
    expect(await kindsOf('a-broken'), 'not at once').toEqual(['order.confirmed'])
    await world.inside('aurora', (transaction) =>
      transaction.visit.updateMany({ where: { showId: 'a-broken' }, data: { remindAt: new Date() } }),
    )
    await world.remind()
    expect(await kindsOf('a-broken')).toEqual(['order.confirmed', 'show.tomorrow'])
  })

  it('is not reminded of once it has begun', async () => {
    await bought('begun', { remindAt: inHours(-25), startsAt: inHours(-1) })
    await world.remind()
    expect(await kindsOf('begun')).toEqual(['order.confirmed'])
    expect(of(await world.visits('aurora'), customer('begun'))).toMatchObject([{ remindAt: null }])
  })

  it('but has moved meanwhile is told of as moved, and reminded of by its new date', async () => {
    await bought('moved', { remindAt: inHours(-1), startsAt: inHours(23) })
    await world.core.store(sampleShow({ id: 'moved', title: 'moved', startsAt: inHours(240) }))
    await world.remind()
    expect(await kindsOf('moved')).toEqual(['order.confirmed', 'show.changed'])
    const [visit] = of(await world.visits('aurora'), customer('moved'))
    expect(visit?.remindAt?.getTime()).toBeGreaterThan(Date.now() + 200 * HOUR_MS)
  })

  it('but moves while core is asked about it, is told of as moved, and not as it was', async () => {
    await bought('moving-on', { remindAt: inHours(-1), startsAt: inHours(23) })
    const { core } = world.parts
    let asked = 0
    const show: typeof core.show = async (...about) => {
      const answer = await core.show(...about)
      asked += 1
      if (asked === 1) {
        await world.change('moving-on', { startsAt: inHours(240) })
        await world.deliver()
      }
      return answer
    }
    await remindOfDueShows({ ...world.parts, core: { ...core, show } }, () => false)
    expect(await kindsOf('moving-on')).toEqual(['order.confirmed', 'show.changed'])
    const [visit] = of(await world.visits('aurora'), customer('moving-on'))
    expect(visit?.remindAt?.getTime()).toBeGreaterThan(Date.now() + 200 * HOUR_MS)
  })

  it('is not reminded of to who bought within that day', async () => {
    await world.core.store(sampleShow({ id: 'tonight', startsAt: inHours(5) }))
    await world.buy('aurora', customer('tonight'), 'tonight@example.com', 'tonight')
    await world.deliver()
    await world.remind()
    expect(await kindsOf('tonight')).toEqual(['order.confirmed'])
  })
})
