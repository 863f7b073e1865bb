import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleShow } from '#dev/core/testing/sample-show.ts'
import { createCoreClient } from '../core/client.ts'
import { openNotifyWorld } from './notify-in-test.fixture.ts'
import { remindOfDueShows } from './reminders.ts'

const HOUR_MS = 3_600_000
const PAGE = 2
/** This evening. */
const startsAt = new Date(Date.now() + 5 * HOUR_MS)
const show = (id: string) => sampleShow({ id, startsAt: startsAt.toISOString() })
const remembered = (id: string) => {
  const { title, venue } = show(id)
  return { id, title, startsAt: startsAt.toISOString(), timeZone: venue.timeZone, venue: venue.name, city: venue.city }
}

let world: Awaited<ReturnType<typeof openNotifyWorld>>
beforeAll(async () => {
  world = await openNotifyWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

/** Somebody comes to a show of this evening, and was to be reminded so many hours ago. */
async function visit(resellerId: string, showId: string, { dueSinceH }: { dueSinceH: number }): Promise<void> {
  await world.database.reseller.createMany({ data: { resellerId }, skipDuplicates: true })
  await world.inside(resellerId, (transaction) =>
    transaction.visit.create({
      data: {
        ...{ resellerId, orderId: randomUUID(), customerRef: `customer-${randomUUID()}`, showId, code: 'ABCD-1234' },
        ...{ tickets: 2, recipient: 'ada@example.com', startsAt, cancelled: false },
        show: remembered(showId),
        remindAt: new Date(Date.now() - dueSinceH * HOUR_MS),
      },
    }),
  )
}
const remindersOf = async (resellerId: string) =>
  (await world.notifications(resellerId)).filter(({ kind }) => kind === 'show.tomorrow').length
const dueAgainInS = async (resellerId: string) =>
  (await world.visits(resellerId)).map(({ remindAt }) => Math.round(((remindAt?.getTime() ?? 0) - Date.now()) / 1_000))

it('who cannot be reminded keeps nobody behind them from it, and is tried again in ten minutes', async () => {
  await world.core.store(show('tonight'))
  await visit('nameless', 'tonight', { dueSinceH: 18 }) // has no live configuration
  await visit('luna', 'tonight', { dueSinceH: 17 }) // core refuses its key
  await visit('aurora', 'no-longer-sold', { dueSinceH: 16 })
  await visit('aurora', 'tonight', { dueSinceH: 15 })
  const core = createCoreClient(world.coreUrl, { luna: 'not the key', '*': 'demo-{reseller}' })
  const round = () => remindOfDueShows({ ...world.parts, core }, () => false, PAGE)
  expect(await round(), 'there is more behind a full page').toBe(true)
  expect(await round()).toBe(false)
  expect(await remindersOf('aurora')).toBe(1)
  for (const resellerId of ['nameless', 'luna', 'aurora']) {
    expect(await dueAgainInS(resellerId), resellerId).toContainEqual(expect.closeTo(600, -2))
  }
  expect(await round(), 'nobody is due').toBe(false)
})

it('there is more to do behind a full page of those who were', async () => {
  await world.core.store(show('later'))
  for (const resellerId of ['aurora', 'luna']) await visit(resellerId, 'later', { dueSinceH: 1 })
  const before = await remindersOf('aurora')
  expect(await remindOfDueShows(world.parts, () => false, PAGE)).toBe(true)
  expect(await remindOfDueShows(world.parts, () => false, PAGE)).toBe(false)
  expect([(await remindersOf('aurora')) - before, await remindersOf('luna')]).toEqual([1, 1])
})

it('of a reseller some shows are reminded of at a time, and the rest at once after everybody’s turn', async () => {
  const shows = ['many-1', 'many-2', 'many-3']
  for (const id of shows) await world.core.store(show(id))
  // Two people come to each: a show is one of those at a time, however many come to it.
  for (const id of [...shows, ...shows]) await visit('luna', id, { dueSinceH: 1 })
  const before = await remindersOf('luna')
  const round = async () => {
    const more = await remindOfDueShows(world.parts, () => false, PAGE, 2)
    return { more, reminded: (await remindersOf('luna')) - before }
  }
  expect(await round()).toEqual({ more: true, reminded: 4 })
  expect(await round()).toEqual({ more: false, reminded: 6 })
})

it('a round that fails for everybody has failed, so that the next one waits a moment', async () => {
  for (const resellerId of ['aurora', 'luna']) await visit(resellerId, 'later', { dueSinceH: 1 })
  const brands = { find: () => Promise.reject(new Error('PostgreSQL is away')) }
  await expect(remindOfDueShows({ ...world.parts, brands }, () => false, PAGE)).rejects.toThrow('it failed for all')
})
