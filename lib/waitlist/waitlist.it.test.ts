import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { showWithTickets } from '#dev/core/testing/sample-show.ts'
import { awayFromTheHour } from '#dev/test/away-from-the-hour.ts'
import { CoreUnavailable } from '#lib/core/core-unavailable.ts'
import { RecentAnswers } from '#lib/core/recent-answers.ts'
import { asReseller } from '#lib/database/database.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { confirmWaitlistEntry, findWaitlistEntry, joinWaitlist, leaveWaitlist } from './waitlist.ts'

let shop: StorefrontInTest
beforeAll(async () => {
  shop = await startStorefrontInTest()
  await shop.core.store(showWithTickets(0, { id: 'full', title: 'Full House' }))
  await shop.core.store(showWithTickets(5, { id: 'open' }))
})
afterAll(() => shop[Symbol.asyncDispose]())

const join = (email: string, more: object = {}) =>
  joinWaitlist(shop.aurora, { showId: 'full', email, quantity: 2, ...more }, shop.storefront)
const inside = <T>(read: Parameters<typeof asReseller<T>>[2], resellerId = 'aurora') =>
  asReseller(shop.storefront.database, resellerId, read)
const entryOf = (email: string) => inside((transaction) => transaction.waitlistEntry.findFirst({ where: { email } }))
const mailsTo = (recipient: string) => inside((transaction) => transaction.mail.findMany({ where: { recipient } }))

describe('an address on a waitlist', () => {
  it('is asked by mail, once an hour, and waits when its owner has confirmed it', async () => {
    await awayFromTheHour()
    expect(await join('Ada@Example.com', { tierId: 'floor' })).toBe('asked')
    expect(await join('ada@example.com', { tierId: 'floor' })).toBe('asked')
    const entry = await entryOf('ada@example.com')
    expect(entry).toMatchObject({ showId: 'full', tierId: 'floor', tierName: 'Floor', quantity: 2, confirmedAt: null })
    const [mail, ...others] = await mailsTo('ada@example.com')
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      kind: 'waitlist.confirm',
      data: { show: { id: 'full', address: '1 Tram Lane' }, tier: 'Floor', url: `/waitlist/${entry?.token}` },
    })
    const token = entry?.token ?? ''
    expect(await findWaitlistEntry(shop.aurora, token, shop.storefront)).toMatchObject({
      showTitle: 'Full House',
      confirmed: false,
    })
    expect(await confirmWaitlistEntry(shop.aurora, token, shop.storefront)).toBe(true)
    expect(await confirmWaitlistEntry(shop.aurora, token, shop.storefront)).toBe(true)
    expect(await findWaitlistEntry(shop.aurora, token, shop.storefront)).toMatchObject({ confirmed: true })
  })

  it('that waits already gets the same answer and no mail, whoever types it in', async () => {
    await join('eve@example.com')
    const entry = await entryOf('eve@example.com')
    await confirmWaitlistEntry(shop.aurora, entry?.token ?? '', shop.storefront)
    await inside((transaction) => transaction.mail.updateMany({ where: { recipient: 'eve@example.com' }, data: { recipient: 'moved@example.com' } })) // biome-ignore format: one line
    expect(await join('eve@example.com')).toBe('asked')
    expect(await mailsTo('eve@example.com')).toEqual([])
    expect(await entryOf('eve@example.com')).toMatchObject({ token: entry?.token, quantity: 2 })
  })

  it('leaves for good with the link of its mail, and only with that, at its reseller', async () => {
    await join('leo@example.com')
    const token = (await entryOf('leo@example.com'))?.token ?? ''
    await leaveWaitlist(shop.luna, token, shop.storefront)
    expect(await findWaitlistEntry(shop.luna, token, shop.storefront)).toBeNull()
    expect(await confirmWaitlistEntry(shop.luna, token, shop.storefront)).toBe(false)
    expect(await findWaitlistEntry(shop.aurora, token, shop.storefront)).not.toBeNull()
    await leaveWaitlist(shop.aurora, token, shop.storefront)
    await leaveWaitlist(shop.aurora, token, shop.storefront)
    expect(await entryOf('leo@example.com')).toBeNull()
    expect(await confirmWaitlistEntry(shop.aurora, token, shop.storefront)).toBe(false)
  })

  it('is shown without its show while core is away, and does not hide a fault of ours', async () => {
    await join('kim@example.com')
    const token = (await entryOf('kim@example.com'))?.token ?? ''
    const failingWith = (error: Error) => {
      const core = { ...shop.storefront.core, get: () => Promise.reject(error) }
      return { ...shop.storefront, core, recentAnswers: new RecentAnswers() }
    }
    const away = failingWith(new CoreUnavailable('away'))
    expect(await findWaitlistEntry(shop.aurora, token, away)).toMatchObject({ showTitle: null })
    await expect(findWaitlistEntry(shop.aurora, token, failingWith(new TypeError('a bug')))).rejects.toThrow('a bug')
  })

  it('is not asked more than three times an hour, for however many shows', async () => {
    for (let n = 0; n < 5; n++) {
      await shop.core.store(showWithTickets(0, { id: `full-${n}` }))
      expect(await join('mo@example.com', { showId: `full-${n}` })).toBe('asked')
    }
    expect(await mailsTo('mo@example.com')).toHaveLength(3)
  })

  it('is not asked more often by who asks for ten shows at once', async () => {
    const shows = Array.from({ length: 10 }, (_, n) => `crowd-${n}`)
    for (const id of shows) await shop.core.store(showWithTickets(0, { id }))
    const outcomes = await Promise.all(shows.map((showId) => join('zoe@example.com', { showId })))
    expect(new Set(outcomes)).toEqual(new Set(['asked']))
    expect(await mailsTo('zoe@example.com')).toHaveLength(3)
  })

  it('is nobody’s where there are tickets, no such show or tier, or the show has begun', async () => {
    expect(await join('x@example.com', { showId: 'open' })).toBe('not-sold-out')
    expect(await join('x@example.com', { showId: 'nothing' })).toBe('unknown-show')
    expect(await join('x@example.com', { tierId: 'nothing' })).toBe('unknown-show')
    const begun = { id: 'begun', startsAt: new Date(Date.now() - 1_000).toISOString() }
    await shop.core.store(showWithTickets(0, begun))
    expect(await join('x@example.com', { showId: 'begun' })).toBe('unknown-show')
    expect(await entryOf('x@example.com')).toBeNull()
  })
})
