import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { showWithTickets } from '#dev/core/testing/sample-show.ts'
import { readOptOutKey } from '#platform/opt-out-link.ts'
import type { NotifiedEvent } from '../notifications/notify.ts'
import { LINK_SECRET, openNotifyWorld } from '../notifications/notify-in-test.fixture.ts'
import { tellWaitlists } from './waitlist.ts'

type World = Awaited<ReturnType<typeof openNotifyWorld>>
let world: World
beforeAll(async () => {
  world = await openNotifyWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

/** So many people wait, in this order; each is told by the local part of their address. */
async function waiting(
  showId: string,
  people: readonly { name: string; quantity?: number; confirmed?: boolean; tier?: string }[],
) {
  await world.inside('aurora', (transaction) =>
    transaction.waitlistEntry.createMany({
      data: people.map(({ name, quantity = 1, confirmed = true, tier = 'floor' }, at) => ({
        ...{ resellerId: 'aurora', entryId: randomUUID(), showId, tierId: tier, tierName: 'Floor', quantity },
        ...{ email: `${name}@${showId}.example`, locale: 'en-GB', token: randomBytes(24).toString('base64url') },
        confirmedAt: confirmed ? new Date(1_700_000_000_000 + at) : null,
      })),
    }),
  )
}
async function release(showId: string, left: number, times = 1): Promise<void> {
  const event = {
    ...{ id: randomUUID(), type: 'ticket.released', at: new Date().toISOString(), showId, from: 1, version: 2 },
    ...{ items: [{ tierId: 'floor', quantity: 1 }], remaining: { floor: left }, resellerId: 'luna' },
  } as NotifiedEvent
  for (let time = 0; time < times; time++)
    await world.handle([{ topic: 'core.tickets', partition: 0, offset: '0', key: null, event }])
}
const tell = (workers = 1) =>
  Promise.all(Array.from({ length: workers }, () => tellWaitlists(world.parts, () => false)))
const told = async (showId: string) =>
  (await world.mails('aurora'))
    .filter(({ kind, recipient }) => kind === 'waitlist.available' && recipient.endsWith(`@${showId}.example`))
    .map(({ recipient }) => recipient.split('@')[0])
const releases = (showId: string) =>
  world.inside('aurora', (transaction) => transaction.waitlistRelease.findMany({ where: { showId } }))
const hurry = (showId: string) =>
  world.inside('aurora', (transaction) =>
    transaction.waitlistRelease.updateMany({ where: { showId }, data: { nextAt: new Date(0) } }),
  )

it('tells who waits longest, ten at a time, each once, by several workers and however often the event is read', async () => {
  await world.core.store(showWithTickets(3, { id: 'back' }))
  await waiting(
    'back',
    Array.from({ length: 14 }, (_, i) => ({ name: `p${`${i}`.padStart(2, '0')}` })),
  )
  await release('back', 3, 3)
  await tell(3)
  const first = await told('back')
  expect(first.toSorted()).toEqual(Array.from({ length: 10 }, (_, i) => `p0${i}`))
  await tell(3)
  expect(await told('back')).toHaveLength(10) // the others wait a minute
  await hurry('back')
  await tell(3)
  expect(new Set(await told('back')).size).toBe(14)
  expect(await told('back')).toHaveLength(14)
  expect(await releases('back')).toEqual([])
  await release('back', 3)
  await tell()
  expect(await told('back'), 'nobody is told again so soon').toHaveLength(14)
})

it('tells nobody who did not confirm, who wants more than there is, or who waits for another tier', async () => {
  await world.core.store(showWithTickets(2, { id: 'few' }))
  await waiting('few', [
    { name: 'unconfirmed', confirmed: false },
    { name: 'family', quantity: 5 },
    { name: 'elsewhere', tier: 'balcony' },
    { name: 'any', tier: '' },
    { name: 'couple', quantity: 2 },
  ])
  await release('few', 2)
  await tell()
  expect((await told('few')).toSorted()).toEqual(['any', 'couple'])
  const [mail] = (await world.mails('aurora')).filter(({ recipient }) => recipient === 'couple@few.example')
  expect(mail?.data).toMatchObject({
    tier: 'Floor',
    url: '/shows/few',
    unsubscribeUrl: expect.stringMatching(/^\/waitlist\//),
  })
})

it('passes over who has left meanwhile, and tells the next in line', async () => {
  await world.core.store(showWithTickets(3, { id: 'left' }))
  const people = Array.from({ length: 11 }, (_, i) => ({ name: `p${`${i}`.padStart(2, '0')}` }))
  await waiting('left', people)
  await release('left', 3)
  await world.inside('aurora', (transaction) =>
    transaction.waitlistEntry.deleteMany({ where: { email: 'p00@left.example' } }),
  )
  await tell()
  expect((await told('left')).toSorted()).toEqual(people.slice(1).map(({ name }) => name))
  const [mail] = (await world.mails('aurora')).filter(({ recipient }) => recipient === 'p01@left.example')
  const [entry] = await world.inside('aurora', (transaction) =>
    transaction.waitlistEntry.findMany({ where: { email: 'p01@left.example' } }),
  )
  const { entryId, oneClickUrl = '' } = (mail?.data ?? {}) as { entryId?: string; oneClickUrl?: string }
  expect(entryId).toBe(entry?.entryId)
  const key = oneClickUrl.replace('/api/unsubscribe/', '')
  expect(readOptOutKey(LINK_SECRET, 'aurora', key, Date.now())).toEqual({ what: 'waitlist', token: entry?.token })
})

it('tells nobody of tickets that are gone again, and nothing where none were left', async () => {
  await world.core.store(showWithTickets(0, { id: 'gone' }))
  await waiting('gone', [{ name: 'late' }])
  await release('gone', 0)
  expect(await releases('gone')).toEqual([])
  await release('gone', 1) // core has sold it since
  await tell()
  expect(await told('gone')).toEqual([])
  expect(await releases('gone')).toEqual([])
})

it('loses no tickets that come back while it looks whether any are left', async () => {
  await world.core.store(showWithTickets(0, { id: 'race' }))
  await waiting('race', [{ name: 'patient' }])
  await release('race', 1)
  const { core } = world.parts
  const late: typeof core = {
    ...core,
    async availability(resellerId, showId) {
      const seen = await core.availability(resellerId, showId)
      await world.core.store(showWithTickets(1, { id: 'race' }))
      await release('race', 1)
      return seen
    },
  }
  await tellWaitlists({ ...world.parts, core: late }, () => false)
  expect(await told('race')).toEqual([])
  await tell()
  expect(await told('race')).toEqual(['patient'])
  expect(await releases('race')).toEqual([])
})

it('tells of other shows while core fails for one, which is tried again a minute later', async () => {
  for (const id of ['broken', 'sound']) {
    await world.core.store(showWithTickets(1, { id }))
    await waiting(id, [{ name: 'ada' }])
    await release(id, 1)
  }
  await world.inside('aurora', (transaction) =>
    transaction.waitlistRelease.updateMany({ where: { showId: 'broken' }, data: { nextAt: new Date(0) } }),
  )
  const { core } = world.parts
  const failing: typeof core = {
    ...core,
    show: (resellerId, showId) =>
      showId === 'broken' ? Promise.reject(new Error('core answered 500')) : core.show(resellerId, showId),
  }
  await tellWaitlists({ ...world.parts, core: failing }, () => false)
  expect(await told('sound')).toEqual(['ada'])
  const [postponed] = await releases('broken')
  expect(postponed?.nextAt.getTime()).toBeGreaterThan(Date.now())
  await hurry('broken')
  await tell()
  expect(await told('broken')).toEqual(['ada'])
})

it('tells on for as long as tickets are left: first whom it has not told, then anew who was told half a day ago', async () => {
  await world.core.store(showWithTickets(3, { id: 'slow' }))
  const names = Array.from({ length: 15 }, (_, i) => `p${`${i}`.padStart(2, '0')}`)
  await waiting(
    'slow',
    names.map((name) => ({ name })),
  )
  await release('slow', 3)
  await tell()
  const first = await told('slow')
  expect(first.toSorted()).toEqual(names.slice(0, 10))
  await world.inside('aurora', (transaction) =>
    transaction.waitlistEntry.updateMany({
      where: { showId: 'slow', toldAt: { not: null } },
      data: { toldAt: new Date(Date.now() - 13 * 3_600_000) },
    }),
  )
  await hurry('slow')
  await tell()
  expect((await told('slow')).slice(10).toSorted()).toEqual([...names.slice(0, 5), ...names.slice(10)])
})

it('has more to do at once behind a full page of resellers', async () => {
  await world.core.store(showWithTickets(1, { id: 'page' }))
  await waiting('page', [{ name: 'ada' }])
  await release('page', 1)
  expect(await tellWaitlists(world.parts, () => false, 1)).toBe(true)
  expect(await told('page')).toEqual(['ada'])
  expect(await tellWaitlists(world.parts, () => false, 1), 'nobody is due').toBe(false)
})

it('tells of some tiers of a reseller at a time, and of the rest at once after everybody’s turn', async () => {
  const shows = ['turn-1', 'turn-2', 'turn-3']
  for (const id of shows) {
    await world.core.store(showWithTickets(1, { id }))
    await waiting(id, [{ name: 'ada' }])
    await release(id, 1)
  }
  const round = async () => {
    const more = await tellWaitlists(world.parts, () => false, undefined, 2)
    return { more, told: (await Promise.all(shows.map(told))).flat().length }
  }
  expect([await round(), await round()]).toEqual([
    { more: true, told: 2 },
    { more: false, told: 3 },
  ])
})

it('opens nothing at a reseller where nobody waits', async () => {
  await release('nobody-waits', 3)
  expect(await world.inside('luna', (transaction) => transaction.waitlistRelease.findMany())).toEqual([])
  expect(await world.database.waitlistEntry.findMany()).toEqual([]) // without a reseller named there is nothing
})
