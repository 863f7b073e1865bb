import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Availability } from '#contracts/availability.ts'
import { Show, ShowDays, ShowPage } from '#contracts/show.ts'
import { calendarDay } from '#lib/format/date.ts'
import { type CoreInTest, startCoreInTest } from '../testing/core-in-test.ts'
import { sampleShow, showWithSeats } from '../testing/sample-show.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
/** At the venue in Leeds, whose clock is the one of the pages. */
const dayIn = (days: number) => calendarDay(inDays(days), 'Europe/London')
const priced = (amount: number) => [
  { id: 'floor', name: 'Floor', capacity: 10, prices: { aurora: { amount, currency: 'GBP', fees: 0 } } },
]

let shop: CoreInTest
beforeAll(async () => {
  shop = await startCoreInTest()
  await shop.store(sampleShow({ id: 'one', startsAt: inDays(1), tiers: priced(3_000) }))
  await shop.store(
    sampleShow({ id: 'two', startsAt: inDays(2), tiers: priced(1_000), title: 'Café Noir', category: 'comedy' }),
  )
  await shop.store(sampleShow({ id: 'three', startsAt: inDays(3), tiers: priced(2_000), performers: ['Zoë Quill'] }))
  await shop.store(
    showWithSeats(3, { id: 'four', startsAt: inDays(4), venue: { ...sampleShow().venue, city: 'Hull' } }),
  )
  await shop.store(sampleShow({ id: 'past', startsAt: inDays(-1), tiers: priced(500) }))
})
afterAll(() => shop[Symbol.asyncDispose]())

const list = async (query: string, as = 'aurora') => {
  const { body } = await shop.call({ url: `/v1/shows?${query}`, as })
  return ShowPage.parse(body).items.map((show) => show.id)
}

describe('the list of shows', () => {
  test.each([
    ['by date, those to come', '', ['one', 'two', 'three', 'four']],
    ['latest first', 'sort=-date', ['four', 'three', 'two', 'one']],
    ['cheapest first', 'sort=price', ['two', 'three', 'one', 'four']],
    ['of a category', 'category=comedy', ['two']],
    ['in a city, however written', 'city=hULL', ['four']],
    ['by a word of the title', 'q=noir', ['two']],
    ['by an accent, in capitals', 'q=CAF%C3%89', ['two']],
    ['by a performer', 'q=quill', ['three']],
    ['of which all words must match', 'q=quill+noir', []],
    ['from a time on', `from=${inDays(2.5)}`, ['three', 'four']],
    ['up to a time', `to=${inDays(1.5)}`, ['one']],
    ['first letters first', 'sort=name', ['two', 'four', 'one', 'three']],
    ['last letters first', 'sort=-name', ['three', 'one', 'four', 'two']],
    ['up to a price', 'priceTo=2000', ['two', 'three']],
    ['from a day at the venue on', `fromDay=${dayIn(3)}`, ['three', 'four']],
    ['up to a day, that day included', `toDay=${dayIn(2)}`, ['one', 'two']],
    ['that can be bought', 'stock=available&toDay=9999-12-31', ['one', 'two', 'three', 'four']],
    ['that have begun, when asked', `from=${inDays(-2)}&to=${inDays(0)}`, ['past']],
  ])('%s', async (_name, query, ids) => {
    expect(await list(query)).toEqual(ids)
  })

  test('has what a gallery shows on the show alone, each picture under its own key', async () => {
    const image = (key: string) => ({ key, alt: `What ${key} shows`, palette: ['#101820', '#f2aa4c'] })
    const images = [image('five-2'), image('five-3')]
    const imagePosters = [{ composition: 'lanterns' }, {}]
    await shop.store(sampleShow({ id: 'five', startsAt: inDays(-3), images, imagePosters }))
    const read = async () => (await shop.call({ url: '/v1/shows/five' })).body
    expect(Show.parse(await read()).images).toEqual(images)
    const pictures = await Promise.all(
      ['five-2', 'five-3', 'five-4'].map((key) => shop.app.inject(`/v1/artworks/${key}?width=480`)),
    )
    expect(pictures.map(({ statusCode }) => statusCode)).toEqual([200, 200, 404])
    expect(pictures[0]?.rawPayload.equals(pictures[1]?.rawPayload as Buffer)).toBe(false)
    await shop.store(sampleShow({ id: 'five', startsAt: inDays(-3) }))
    expect(Show.parse(await read()).images).toBeUndefined()
    expect((await shop.app.inject('/v1/artworks/five-2?width=480')).statusCode).toBe(404)
  })

  test('holds only what the reseller of the key sells', async () => {
    expect(await list('', 'luna')).toEqual(['four'])
    expect(await list('', 'nobody')).toEqual([])
  })

  test.each(['date', '-date', 'price', '-price', 'name', '-name'])(
    'comes in pages that neither skip nor repeat, by %s',
    async (sort) => {
      const ids: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const { body } = await shop.call({ url: `/v1/shows?sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}` })
        ids.push(...body.items.map((show: { id: string }) => show.id))
        cursor = body.nextCursor
      }
      expect(ids).toEqual(await list(`sort=${sort}`))
    },
  )

  test.each([
    'cursor=garbage',
    'sort=colour',
    'stock=some',
    'fromDay=2026-02-30',
    'priceTo=-1',
    'limit=0',
    'limit=101',
    'from=yesterday',
  ])('refuses %s', async (query) => {
    const { status, body } = await shop.call({ url: `/v1/shows?${query}` })
    expect({ status, type: body.type }).toEqual({ status: 400, type: 'core/invalid-request' })
    expect(body.fields[0].path).toBe(query.split('=')[0])
  })
})

describe('what goes with a list', () => {
  test('is how many match in all, and in which cities they would', async () => {
    const { body } = await shop.call({ url: '/v1/shows?city=hull&limit=1' })
    expect(ShowPage.parse(body)).toMatchObject({
      total: 1,
      cities: [
        { name: 'Leeds', shows: 3 },
        { name: 'Hull', shows: 1 },
      ],
    })
    expect((await shop.call({ url: '/v1/shows?limit=1' })).body).toMatchObject({ total: 4 })
    expect((await shop.call({ url: '/v1/shows', as: 'luna' })).body).toMatchObject({
      total: 1,
      cities: [{ name: 'Hull', shows: 1 }],
    })
  })

  test('are the days on which they begin, by the clock of each venue', async () => {
    const tokyo = { ...sampleShow().venue, id: 'tokyo', city: 'Tokyo', timeZone: 'Asia/Tokyo' }
    const change = { category: 'dance', startsAt: '2099-01-31T16:00:00Z', tiers: priced(1) } as const
    await shop.store(sampleShow({ ...change, id: 'far', venue: tokyo }))
    await shop.store(sampleShow({ ...change, id: 'near' }))
    const days = async (query: string) =>
      ShowDays.parse((await shop.call({ url: `/v1/show-days?category=dance${query}` })).body).days
    expect(await days('')).toEqual([
      { day: '2099-01-31', shows: 1 },
      { day: '2099-02-01', shows: 1 },
    ])
    expect(await days('&fromDay=2099-02-01&toDay=2099-02-28')).toEqual([{ day: '2099-02-01', shows: 1 }])
    expect(await list('category=dance&fromDay=2099-02-01')).toEqual(['far'])
    expect((await shop.call({ url: '/v1/show-days?category=dance', as: 'luna' })).body).toEqual({ days: [] })
  })

  test('do not count what is sold out or cancelled, when only the rest is wanted', async () => {
    const change = { category: 'other', startsAt: inDays(9) } as const
    const [tier] = priced(1)
    if (!tier) throw new Error('no tier')
    await shop.store(sampleShow({ ...change, id: 'gone', tiers: [{ ...tier, available: 0 }] }))
    await shop.store(sampleShow({ ...change, id: 'off', status: 'cancelled' }))
    await shop.store(sampleShow({ ...change, id: 'on' }))
    expect(await list('category=other')).toEqual(['gone', 'off', 'on'])
    expect(await list('category=other&stock=available')).toEqual(['on'])
  })
})

describe('a show', () => {
  test('is whole, with its cheapest price in the reseller’s currency', async () => {
    const { body } = await shop.call({ url: '/v1/shows/four', as: 'luna' })
    expect(Show.parse(body)).toMatchObject({
      id: 'four',
      priceFrom: { amount: 5_600, currency: 'EUR' },
      seating: 'seated',
    })
  })

  test('has its availability as of one version, on core’s clock', async () => {
    const { body } = await shop.call({ url: '/v1/shows/four/availability' })
    expect(Availability.parse(body)).toMatchObject({ version: 0, tiers: [{ available: 3, status: 'few' }] })
    expect(body.seats).toHaveLength(3)
  })

  test.each(['/v1/shows/one', '/v1/shows/one/availability'])('of another reseller looks like none: %s', async (url) => {
    const theirs = await shop.call({ url, as: 'luna' })
    expect(theirs).toEqual(await shop.call({ url: url.replace('one', 'none'), as: 'luna' }))
    expect(theirs.status).toBe(404)
  })

  test('that is moved begins anew, and says so in one step', async () => {
    await shop.store(showWithSeats(2, { id: 'moved' }))
    await shop.call({ method: 'POST', url: '/dev/sell', payload: { showId: 'moved' } })
    await shop.store(showWithSeats(2, { id: 'moved', startsAt: inDays(60) }))
    const { body } = await shop.call({ url: '/v1/shows/moved/availability' })
    expect(body).toMatchObject({ version: 3, tiers: [{ available: 2 }] })
    expect((await shop.outbox()).at(-1)?.value).toMatchObject({ type: 'show.updated', from: 2, version: 3 })
  })
})

test('a show that is cancelled while it sells says so in one step, and is not sold any more', async () => {
  await shop.store(sampleShow({ id: 'cancelled' }))
  const change = { method: 'PATCH', url: '/dev/shows/cancelled', payload: { status: 'cancelled' } } as const
  expect((await shop.call(change)).body).toEqual({ changed: ['status'] })
  expect((await shop.call({ url: '/v1/shows/cancelled' })).body.status).toBe('cancelled')
  expect((await shop.outbox()).at(-1)?.value).toMatchObject({ type: 'show.updated', version: 1, changed: ['status'] })
  expect((await shop.call({ method: 'POST', url: '/dev/sell', payload: { showId: 'cancelled' } })).status).toBe(403)
})

test('without a key there is a problem document and nothing else', async () => {
  const response = await shop.app.inject({ url: '/v1/shows' })
  expect(response.statusCode).toBe(401)
  expect(response.headers['content-type']).toContain('application/problem+json')
})

test.each([
  ['an unknown path', { url: '/v1/nothing' }, 404],
  ['broken JSON', { method: 'POST', url: '/v1/holds', payload: '{"a":', key: 'k' }, 400],
  ['a broken percent sign', { url: '/v1/shows/%ff' }, 400],
  ['another content type', { method: 'POST', url: '/v1/holds', payload: Buffer.from('<a/>'), key: 'k' }, 400],
  [
    'a NUL in a name',
    {
      method: 'POST',
      url: '/v1/orders',
      payload: { holdId: 'h', customerRef: 'c'.repeat(16), buyer: { name: 'a\0', email: 'a@b.cd' } },
      key: 'k',
    },
    400,
  ],
  ['no Idempotency-Key', { method: 'POST', url: '/v1/holds', payload: {} }, 400],
] as const)('%s is a problem document, never a 5xx', async (_name, request, status) => {
  const answer = await shop.call(request as Parameters<CoreInTest['call']>[0])
  expect(answer.status).toBe(status)
  expect(answer.body.type).toMatch(/^core\//)
})
