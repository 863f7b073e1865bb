import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BOARD_SHOWS, Board } from '#contracts/board.ts'
import { NOTIFICATIONS_GROUP, TOPICS } from '#contracts/topics.ts'
import { sampleShow } from '#dev/core/testing/sample-show.ts'
import { awayFromTheHour } from '#dev/test/away-from-the-hour.ts'
import { asReseller } from '#lib/database/database.ts'
import { signInAs } from '#lib/test/staff-in-test.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { GET } from './route.ts'

type Person = 'owner' | 'editor' | 'viewer' | 'customer' | 'stranger' | 'viewer elsewhere'

let shop: StorefrontInTest
const cookies = new Map<Person, string>()
beforeAll(async () => {
  shop = await startStorefrontInTest()
  await shop.core.store(sampleShow({ id: 'night-train' }))
  for (const role of ['owner', 'editor', 'viewer'] as const)
    cookies.set(role, await signInAs(shop.storefront, shop.aurora, role))
  cookies.set('customer', await signInAs(shop.storefront, shop.aurora, null))
  cookies.set('viewer elsewhere', await signInAs(shop.storefront, shop.luna, 'viewer'))
})
afterAll(() => shop[Symbol.asyncDispose]())

async function ask(as: Person, host = 'aurora.localhost') {
  const request = new Request(`http://${host}/`, { headers: { host, cookie: cookies.get(as) ?? '' } })
  const response = await GET(request, { params: Promise.resolve({ host }) })
  return { status: response.status, body: (await response.json()) as unknown }
}
const board = async (as: Person = 'viewer', host?: string) => Board.parse((await ask(as, host)).body)

/** Writes a sale as the worker does, `minutesAgo` by the database's clock. */
async function sold(
  resellerId: string,
  showId: string,
  tickets: number,
  minutesAgo = 0,
  { database } = shop.storefront,
): Promise<void> {
  const at = new Date(Date.now() - minutesAgo * 60_000)
  const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000)
  await asReseller(database, resellerId, async (transaction) => {
    const orderId = `order_${randomUUID()}`
    await transaction.countedSale.create({ data: { resellerId, orderId, what: 'sold', showId, tickets, at } })
    await transaction.saleMinute.upsert({
      where: { resellerId_minute_showId_currency: { resellerId, minute, showId, currency: 'GBP' } },
      create: { resellerId, minute, showId, currency: 'GBP', sold: tickets, taken: tickets * 1000 },
      update: { sold: { increment: tickets }, taken: { increment: tickets * 1000 } },
    })
  })
}

describe('the board', () => {
  it.each<[Person, number]>([
    ['owner', 200],
    ['editor', 200],
    ['viewer', 200],
    ['customer', 404],
    ['stranger', 401],
    ['viewer elsewhere', 401],
  ])('is for staff of this reseller: %s gets %i', async (as, status) => {
    const answer = await ask(as)
    expect(answer.status).toBe(status)
    if (status !== 200) expect(JSON.stringify(answer.body)).not.toMatch(/sold|minutes|takings/)
  })

  it('of a day without a sale says so, and has the programme all the same', async () => {
    const { sold: nothing, takingsToday, minutes, shows } = await board('viewer elsewhere', 'luna.localhost')
    expect(nothing).toEqual({ lastMinute: 0, lastHour: 0, today: 0 })
    expect(takingsToday).toEqual([])
    expect(minutes.every((tickets) => tickets === 0)).toBe(true)
    expect(shows?.map(({ id }) => id)).toContain('night-train')
  })

  it('says what was sold: this minute, this hour, and of which show', async () => {
    await sold('aurora', 'night-train', 3)
    await sold('aurora', 'night-train', 2, 30)
    await sold('aurora', 'night-train', 7, 70)
    const { sold: all, minutes, shows, firstMinute, asOf } = await board()
    expect([all.lastMinute, all.lastHour]).toEqual([3, 5])
    expect(minutes.reduce((sum, tickets) => sum + tickets, 0)).toBe(5)
    expect(minutes.at(-1) === 3 || minutes.at(-2) === 3).toBe(true) // a minute may just have ended
    expect(Date.parse(asOf) - Date.parse(firstMinute)).toBeGreaterThanOrEqual(59 * 60_000)
    const row = shows?.find(({ id }) => id === 'night-train')
    expect(row?.sold).toEqual(all)
    expect(Object.values(row?.left?.tiers ?? {}).length).toBeGreaterThan(0)
  })

  it('of one reseller does not move when another one sells, of the same show or any', async () => {
    await awayFromTheHour() // its day ends with one
    const before = await board()
    await sold('luna', 'night-train', 9)
    await sold('luna', 'only-at-luna', 9)
    const { sold: all, takingsToday, minutes, shows, soldElsewhere } = await board()
    expect(all.today).toBe(before.sold.today)
    expect([takingsToday, soldElsewhere]).toEqual([before.takingsToday, before.soldElsewhere])
    expect(minutes.reduce((sum, one) => sum + one)).toBe(before.minutes.reduce((sum, one) => sum + one))
    expect(shows?.map(({ id, sold: theirs }) => [id, theirs.today])).toEqual(
      before.shows?.map(({ id, sold: theirs }) => [id, theirs.today]),
    )
  })

  it('has a row for what sold today however far away it is, and counts what has none', async () => {
    const startsAt = new Date(Date.now() + 900 * 86_400_000).toISOString()
    await shop.core.store(sampleShow({ id: 'far-away', title: 'Far away', startsAt }))
    for (let one = 0; one < BOARD_SHOWS; one++) await shop.core.store(sampleShow({ id: `near-${one}` }))
    await awayFromTheHour()
    await sold('aurora', 'far-away', 4)
    await sold('aurora', 'not-sold-any-more', 5)
    const { shows, soldElsewhere } = await board()
    expect(shows?.length).toBeLessThanOrEqual(BOARD_SHOWS)
    expect(shows?.at(-1)).toMatchObject({ id: 'far-away', title: 'Far away', sold: { lastMinute: 4 } })
    expect(soldElsewhere).toBe(5)
  })

  it('says up to when sales are counted as soon as the counting is behind, and nothing while it is not', async () => {
    const group = { groupId: NOTIFICATIONS_GROUP, topic: TOPICS.coreOrders.name }
    const countedTo = async (secondsAgo: number) => {
      const workedTo = new Date(Date.now() - secondsAgo * 1_000)
      const where = { groupId_topic: group }
      await shop.storefront.database.workedTopic.upsert({
        ...{ where, create: { ...group, workedTo }, update: { workedTo } },
      })
      return workedTo.toISOString()
    }
    expect((await board()).behind).toEqual({ countedTo: null })
    await countedTo(3)
    expect(await board()).not.toHaveProperty('behind')
    const anHourAgo = await countedTo(3_600)
    expect((await board()).behind).toEqual({ countedTo: anHourAgo })
    expect((await board('viewer elsewhere', 'luna.localhost')).behind).toEqual({ countedTo: anHourAgo })
  })

  it('tells of sales while core is away', async () => {
    await using away = await startStorefrontInTest({ coreUrl: 'http://127.0.0.1:9' })
    cookies.set('viewer', await signInAs(away.storefront, away.aurora, 'viewer'))
    await sold('aurora', 'night-train', 3, 0, away.storefront)
    const { shows, sold: all, soldElsewhere } = await board()
    expect(shows).toBeNull()
    expect([all.lastMinute, soldElsewhere]).toEqual([3, all.today])
  })
})
