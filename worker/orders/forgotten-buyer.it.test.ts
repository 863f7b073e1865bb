import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleShow } from '#dev/core/testing/sample-show.ts'
import { createCoreClient } from '../core/client.ts'
import { notify } from '../notifications/notify.ts'
import { customer, openNotifyWorld } from '../notifications/notify-in-test.fixture.ts'
import { isForgotten } from './forgotten-buyer.ts'

let world: Awaited<ReturnType<typeof openNotifyWorld>>
beforeAll(async () => {
  world = await openNotifyWorld()
  await world.core.store(sampleShow())
})
afterAll(() => world[Symbol.asyncDispose]())

/** Everything that is written where somebody may read it, or that holds an address or a name. */
const toldTo = (resellerId: string, customerRef: string, email: string) =>
  world.inside(resellerId, async (transaction) => ({
    inbox: await transaction.notification.count({ where: { customerRef } }),
    live: (await transaction.outboxMessage.findMany()).filter(({ stream }) => stream.includes(customerRef)).length,
    mails: await transaction.mail.count({ where: { recipient: email } }),
    visits: await transaction.visit.count({ where: { customerRef } }),
    lookups: await transaction.orderLookup.count({ where: { customerRef } }),
  }))
const NOTHING = { inbox: 0, live: 0, mails: 0, visits: 0, lookups: 0 }

const countedOf = (resellerId: string, orderId: string) =>
  world.inside(resellerId, async (transaction) =>
    (await transaction.countedSale.findMany({ where: { orderId } })).map(({ what }) => what),
  )
const findable = async (resellerId: string, orderId: string) =>
  (await world.addresses(resellerId)).some((row) => row.orderId === orderId)

describe('who deleted their account', () => {
  it('is not told of an order whose news waited, which the shop counts and its buyer can still ask for', async () => {
    const [gone, other] = [customer('gone'), customer('other')]
    const orderId = await world.buy('luna', gone, 'gone@example.com')
    await world.buy('luna', other, 'other@example.com')
    const refused = createCoreClient(world.coreUrl, { luna: 'not the key', '*': 'demo-{reseller}' })
    await notify({ ...world.parts, core: refused })(await world.take())
    expect(await world.parked('luna')).not.toEqual([])
    await world.forgetBuyer('luna', gone, 'gone@example.com')
    await world.tellParked('luna')
    expect(await world.parked('luna')).toEqual([])
    expect(await toldTo('luna', gone, 'gone@example.com')).toEqual(NOTHING)
    expect(await countedOf('luna', orderId)).toEqual(['sold'])
    expect(await findable('luna', orderId)).toBe(true)
    expect(await toldTo('luna', other, 'other@example.com'), 'nobody else').toMatchObject({ mails: 1, visits: 1 })
  })

  it('is not told either of what core says later, whatever comes of their order', async () => {
    const gone = customer('later')
    const confirmedLater = await world.buy('aurora', gone, 'later@example.com')
    await world.forgetBuyer('aurora', gone, 'later@example.com')
    await world.deliver(2)
    expect(await toldTo('aurora', gone, 'later@example.com')).toEqual(NOTHING)
    expect(await countedOf('aurora', confirmedLater)).toEqual(['sold'])
    await world.setStatus(confirmedLater, 'refunded')
    expect(await toldTo('aurora', gone, 'later@example.com')).toEqual(NOTHING)
    expect((await countedOf('aurora', confirmedLater)).toSorted()).toEqual(['given_back', 'refunded', 'sold'])
  })

  it('keeps the visit that they were told of, until the order is given back', async () => {
    const gone = customer('visitor')
    const orderId = await world.buy('aurora', gone, 'visitor@example.com')
    await world.deliver()
    await world.forgetBuyer('aurora', gone, 'visitor@example.com')
    expect(await toldTo('aurora', gone, 'visitor@example.com')).toMatchObject({ inbox: 0, mails: 1, visits: 1 })
    await world.setStatus(orderId, 'refunded')
    expect(await toldTo('aurora', gone, 'visitor@example.com')).toMatchObject({ inbox: 0, mails: 1, visits: 0 })
  })

  it('is told of what they buy after that, and of what they bought at another reseller', async () => {
    const again = customer('again')
    await world.buy('luna', again, 'again@example.com')
    await world.forgetBuyer('aurora', again, 'again@example.com')
    await world.buy('aurora', again, 'again@example.com')
    await world.deliver()
    expect(await toldTo('aurora', again, 'again@example.com')).toMatchObject({ inbox: 1, mails: 1, visits: 1 })
    expect(await toldTo('luna', again, 'again@example.com')).toMatchObject({ inbox: 1, mails: 1, visits: 1 })
    expect(await world.database.forgottenBuyer.findMany(), 'without a reseller named there is nothing').toEqual([])
  })

  it('is waited for by who tells of their orders, and waits for them: nothing stays that was told meanwhile', async () => {
    const gone = customer('racing')
    const order = { customerRef: gone, createdAt: new Date().toISOString() }
    let ended = false
    const deleting = await world.inside('aurora', async (transaction) => {
      expect(await isForgotten(transaction, 'aurora', order)).toBe(false)
      const deletion = world.forgetBuyer('aurora', gone, 'racing@example.com').then(() => {
        ended = true
      })
      await world.untilWaits()
      expect(ended).toBe(false)
      const data = { resellerId: 'aurora', notificationId: 'n', customerRef: gone, kind: 'order.confirmed', data: {} }
      await transaction.notification.create({ data: { ...data, dedupeKey: 'racing' } })
      return { deletion }
    })
    await deleting.deletion
    expect(await toldTo('aurora', gone, 'racing@example.com')).toEqual(NOTHING)
    expect(await world.inside('aurora', (transaction) => isForgotten(transaction, 'aurora', order))).toBe(true)
  })
})
