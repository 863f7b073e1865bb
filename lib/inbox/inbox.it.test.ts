import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asReseller } from '#lib/database/database.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { markInboxRead, readInbox } from './inbox.ts'

let shop: StorefrontInTest
beforeAll(async () => {
  shop = await startStorefrontInTest()
})
afterAll(() => shop[Symbol.asyncDispose]())

const person = () => `customer-${randomUUID()}`.slice(0, 30)
const data = {
  ...{ orderId: 'order_1', code: 'K7QX-24PD', showId: 'night-train', title: 'Night Train' },
  ...{ startsAt: '2026-12-05T19:30:00Z', timeZone: 'Europe/London' },
}

async function told(
  resellerId: string,
  customerRef: string,
  count: number,
  kind = 'order.confirmed',
): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, at) => ({
    ...{ resellerId, customerRef, kind, data, notificationId: randomUUID(), dedupeKey: randomUUID() },
    createdAt: new Date(Date.UTC(2026, 10, 1, 12, 0, Math.floor(at / 2))), // two of each second
  }))
  await asReseller(shop.storefront.database, resellerId, (transaction) =>
    transaction.notification.createMany({ data: rows }),
  )
  return rows.map(({ notificationId }) => notificationId)
}
const outbox = (resellerId: string, customerRef: string) =>
  asReseller(shop.storefront.database, resellerId, (transaction) =>
    transaction.outboxMessage.findMany({ where: { stream: `private.${resellerId}.${customerRef}.inbox` } }),
  )

describe('an inbox', () => {
  it('is read from the newest on, each notification once over all pages', async () => {
    const ada = person()
    const ids = await told('aurora', ada, 45)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await readInbox(shop.aurora, [ada], cursor, shop.storefront)
      expect(page.unread).toBe(45)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toHaveLength(45)
    expect(new Set(seen)).toEqual(new Set(ids))
    expect(seen.slice(0, 1)).toEqual([ids[44]])
  })

  it('says what happened in the site’s language, and leads to the order, or to the show when nothing was paid', async () => {
    const ada = person()
    await told('aurora', ada, 1, 'order.failed')
    await told('aurora', ada, 1, 'order.confirmed')
    await told('aurora', ada, 1, 'of.tomorrow’s version')
    const { items } = await readInbox(shop.aurora, [ada], undefined, shop.storefront)
    expect(items.map(({ href }) => href).toSorted()).toEqual(['/orders/order_1', '/shows/night-train'])
    expect(items.find(({ kind }) => kind === 'order.confirmed')).toMatchObject({
      title: 'Order K7QX-24PD is confirmed: Night Train',
      when: 'Sun 1 Nov, 12:00',
      read: false,
    })
  })

  it('is its owner’s: nobody else reads it, here or at another reseller, and nobody marks it', async () => {
    const [ada, eve] = [person(), person()]
    const ids = await told('aurora', ada, 2)
    const nothing = { items: [], unread: 0, nextCursor: null }
    expect(await readInbox(shop.aurora, [eve], undefined, shop.storefront)).toEqual(nothing)
    expect(await readInbox(shop.luna, [ada], undefined, shop.storefront)).toEqual(nothing)
    await markInboxRead(shop.aurora, [eve], ids, shop.storefront)
    await markInboxRead(shop.luna, [ada], ids, shop.storefront)
    expect((await readInbox(shop.aurora, [ada], undefined, shop.storefront)).unread).toBe(2)
  })

  it('is marked as read, in part or whole, and the reader’s other devices are told how much is left', async () => {
    const ada = person()
    const [first] = await told('aurora', ada, 3)
    expect(await markInboxRead(shop.aurora, [ada], [first as string], shop.storefront)).toEqual({ unread: 2 })
    expect(await markInboxRead(shop.aurora, [ada], [first as string], shop.storefront)).toEqual({ unread: 2 }) // nothing new to tell
    expect(await markInboxRead(shop.aurora, [ada], undefined, shop.storefront)).toEqual({ unread: 0 })
    const messages = await outbox('aurora', ada)
    expect(messages.map(({ fields }) => fields)).toMatchObject([
      { kind: 'read', unread: 2 },
      { kind: 'read', unread: 0 },
    ])
  })

  it('of an account is read together with the guest’s that this browser was', async () => {
    const [account, guest] = [person(), person()]
    await told('aurora', account, 1)
    await told('aurora', guest, 1)
    expect((await readInbox(shop.aurora, [account, guest], undefined, shop.storefront)).items).toHaveLength(2)
  })

  it.each(['x', '', 'bnVsbA', Buffer.from('["0000-01-01T00:00:00Z","a"]').toString('base64url')])(
    'begins anew for the cursor %j, which is not ours',
    async (cursor) => {
      const ada = person()
      await told('aurora', ada, 1)
      expect((await readInbox(shop.aurora, [ada], cursor, shop.storefront)).items).toHaveLength(1)
    },
  )
})
