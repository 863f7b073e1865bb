import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildFonts } from '#dev/build/fonts/build-fonts.ts'
import { doDueWork } from '#dev/core/sales/due-work.ts'
import { sampleShow } from '#dev/core/testing/sample-show.ts'
import { awayFromTheHour } from '#dev/test/away-from-the-hour.ts'
import { CoreUnavailable } from '#lib/core/core-unavailable.ts'
import { asReseller } from '#lib/database/database.ts'
import { findLost } from '#lib/orders/find-lost.ts'
import { listOrders } from '#lib/orders/list-orders.ts'
import { keyInTest, rememberInTest } from '#lib/orders/order-links.fixture.ts'
import { againInS } from '#lib/orders/send-again.ts'
import { STOREFRONT, type Storefront } from '#lib/storefront.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { POST as extendHold } from '../holds/[id]/extend/route.ts'
import { POST as createHold } from '../holds/route.ts'
import { GET as readOrder } from './[id]/route.ts'
import { POST as sendAgain } from './[id]/send-again/route.ts'
import { GET as readCalendar } from './[id]/show.ics/route.ts'
import { GET as readTickets } from './[id]/tickets/route.ts'
import { GET as readPdf } from './[id]/tickets.pdf/route.ts'
import { POST as findOrders } from './find/route.ts'
import { POST as createOrder } from './route.ts'

type Route = typeof createHold

let shop: StorefrontInTest
beforeAll(async () => {
  if (!existsSync('public/fonts/inter.css')) await buildFonts(process.cwd())
  shop = await startStorefrontInTest()
  await shop.core.store(sampleShow({ id: 'night-train', maxPerBuyer: 6 }))
}, 240_000)
afterAll(() => shop[Symbol.asyncDispose]())

interface Ask {
  readonly host?: string
  readonly cookie?: string
  readonly client?: string
  readonly body?: unknown
  readonly id?: string
  readonly key?: string
  /** As a browser repeats it with the same wish; another one for each request unless told. */
  readonly wish?: string
}

/** As Next calls a route, and as a browser asks. */
async function ask(
  route: Route,
  method: 'GET' | 'POST',
  { host = 'aurora.localhost', id = 'none', key, ...rest }: Ask,
) {
  const path = `/${key === undefined ? '' : `?key=${encodeURIComponent(key)}`}`
  const headers = {
    ...{ host, origin: `http://${host}`, 'idempotency-key': rest.wish ?? randomUUID() },
    ...(rest.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(rest.cookie ? { cookie: rest.cookie } : {}),
    ...(rest.client ? { 'x-client-ip': rest.client } : {}),
  }
  const body = rest.body === undefined ? null : JSON.stringify(rest.body)
  const response = await route(new Request(`http://${host}${path}`, { method, headers, body }), {
    params: Promise.resolve({ host, id }),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

async function hold(quantity = 1) {
  const held = await ask(createHold, 'POST', {
    body: { showId: 'night-train', items: [{ tierId: 'floor', quantity }] },
  })
  const cookie = held.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return { cookie, hold: JSON.parse(held.text) as { id: string; total: { amount: number; currency: string } } }
}

/** A guest's confirmed order. `key` opens it. */
async function buy(email = `${randomUUID()}@example.com`, quantity = 1) {
  const { cookie, hold: held } = await hold(quantity)
  const body = { holdId: held.id, buyer: { name: 'Ada', email } }
  const order = JSON.parse((await ask(createOrder, 'POST', { cookie, body })).text) as { id: string; code: string }
  await doDueWork(shop.core.core)
  const customerRef = cookie.split('=')[1]?.split('.')[0] ?? ''
  const key = keyOf({ resellerId: 'aurora', orderId: order.id, customerRef })
  return { ...order, cookie, email, customerRef, key }
}

const keyOf = (order: { resellerId: string; orderId: string; customerRef: string }, livesMs = 60_000) =>
  keyInTest(shop.storefront, order, livesMs)
const mailsTo = (recipient: string, resellerId = 'aurora') =>
  asReseller(shop.storefront.database, resellerId, (transaction) => transaction.mail.findMany({ where: { recipient } }))
const remember = (orderId: string, email: string, boughtAt = new Date()) =>
  rememberInTest(shop.storefront, 'aurora', { orderId, email, boughtAt })

describe('a mailed link', () => {
  it('shows its order and all that belongs to it to a browser that has nothing, and makes it nobody', async () => {
    const { id, key } = await buy()
    for (const route of [readOrder, readTickets, readPdf, readCalendar]) {
      const answer = await ask(route, 'GET', { id, key })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.getSetCookie()).toEqual([])
      expect(answer.text).not.toContain('customerRef')
    }
  })

  it('opens nothing else: another key, order, reseller or none at all is answered as what does not exist', async () => {
    const [own, other] = [await buy(), await buy()]
    const linked = { resellerId: 'aurora', orderId: own.id, customerRef: own.customerRef }
    const missing = await ask(readOrder, 'GET', { id: 'order_never', key: own.key })
    expect(missing.status).toBe(404)
    const wrong: Ask[] = [
      { id: own.id },
      { id: own.id, key: 'x' },
      { id: own.id, key: other.key },
      { id: other.id, key: own.key },
      { id: own.id, key: `${own.key.slice(0, -1)}${own.key.endsWith('A') ? 'B' : 'A'}` },
      { id: own.id, key: keyOf(linked, -1_000) },
      { id: own.id, key: keyOf({ ...linked, resellerId: 'luna' }) },
      { id: own.id, key: own.key, host: 'luna.localhost' },
      { id: own.id, key: keyOf({ ...linked, resellerId: 'luna' }), host: 'luna.localhost' },
      { id: own.id, cookie: other.cookie },
      { id: own.id, cookie: other.cookie, key: other.key },
    ]
    for (const asked of wrong) {
      for (const route of [readOrder, readTickets, readPdf, readCalendar])
        expect(await ask(route, 'GET', asked)).toMatchObject({ status: 404, text: missing.text })
      expect(await ask(sendAgain, 'POST', asked)).toMatchObject({ status: 404, text: missing.text })
    }
  })
})

describe('files of an order', () => {
  it('are downloads under plain names, one page a ticket', async () => {
    const { id, code, cookie } = await buy(undefined, 2)
    const pdf = await ask(readPdf, 'GET', { id, cookie })
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toBe(`attachment; filename="tickets-${code}.pdf"`)
    expect(pdf.headers.get('x-robots-tag')).toBe('noindex')
    expect(pdf.text.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf.text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2)
    expect(pdf.text.trimEnd().endsWith('%%EOF')).toBe(true)
    const calendar = await ask(readCalendar, 'GET', { id, cookie })
    expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(calendar.headers.get('content-disposition')).toBe(`attachment; filename="show-${code}.ics"`)
    expect(calendar.text).toContain('DTSTART;TZID=Europe/London:')
  })

  it('do not exist before core has confirmed', async () => {
    const { cookie, hold: held } = await hold()
    const body = { holdId: held.id, buyer: { name: 'Ada', email: 'ada@example.com' } }
    const { id } = JSON.parse((await ask(createOrder, 'POST', { cookie, body })).text)
    for (const route of [readPdf, readCalendar]) expect((await ask(route, 'GET', { id, cookie })).status).toBe(404)
    expect((await ask(sendAgain, 'POST', { id, cookie })).status).toBe(404)
  })
})

describe('the confirmation once more', () => {
  it('goes to the address of the order, once an hour however often it is asked for, with a link that opens', async () => {
    await awayFromTheHour()
    const { id, cookie, key, email } = await buy()
    const beforeMs = Date.now()
    const answers = await Promise.all([
      ask(sendAgain, 'POST', { id, cookie }),
      ask(sendAgain, 'POST', { id, cookie }),
      ask(sendAgain, 'POST', { id, key }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 429, 429])
    const waitS = Number(answers.find(({ status }) => status === 429)?.headers.get('retry-after'))
    expect(waitS, 'to the end of the hour').toBeLessThanOrEqual(againInS(beforeMs))
    expect(waitS).toBeGreaterThanOrEqual(againInS(Date.now()))
    const mails = await mailsTo(email)
    expect(mails).toMatchObject([{ kind: 'order.confirmed', data: { order: { id, tickets: 1 } } }])
    const link = new URL((mails[0]?.data as { url: string } | undefined)?.url ?? '', 'http://aurora.localhost')
    expect(link.pathname).toBe(`/orders/${id}`)
    expect((await ask(readOrder, 'GET', { id, key: link.searchParams.get('key') ?? '' })).status).toBe(200)
  })
})

describe('a lost order', () => {
  const find = async (body: unknown, more: Ask = {}) => {
    const answer = await ask(findOrders, 'POST', { body, ...more })
    await shop.storefront.background.settled()
    return answer
  }

  it('is found by its mailbox only: the answer is the same whether there is one', async () => {
    const { id, email } = await buy()
    await remember(id, email)
    const known = await find({ email: email.toUpperCase() })
    const unknown = await find({ email: 'nobody@example.com' })
    expect(known).toMatchObject({ status: 202, text: '' })
    expect({ ...unknown, headers: [...unknown.headers] }).toEqual({ ...known, headers: [...known.headers] })
    expect(await mailsTo('nobody@example.com')).toEqual([])
    const mails = await mailsTo(email.toUpperCase())
    expect(mails).toMatchObject([{ kind: 'order.link', data: { orders: [{ show: { id: 'night-train' } }] } }])
    const [found] = (mails[0]?.data as { orders: { url: string }[] } | undefined)?.orders ?? []
    const key = new URL(found?.url ?? '', 'http://aurora.localhost').searchParams.get('key') ?? ''
    expect((await ask(readOrder, 'GET', { id, key })).status).toBe(200)
  })

  it('is not found at another reseller, after a year, or under another code', async () => {
    const [{ id, email, code }, old] = [await buy(), await buy()]
    await remember(id, email)
    await remember(old.id, old.email, new Date(Date.now() - 366 * 24 * 3_600_000))
    await find({ email }, { host: 'luna.localhost' })
    await find({ email: old.email })
    await find({ email, code: 'ZZZZ-ZZZZ' })
    expect(await mailsTo(email)).toEqual([])
    expect(await mailsTo(email, 'luna')).toEqual([])
    expect(await mailsTo(old.email)).toEqual([])
    await find({ email, code: code.toLowerCase().replace('-', ' ') })
    expect(await mailsTo(email)).toHaveLength(1)
  })

  it('does not wait for ever for another one that core cannot tell of', async () => {
    const [kept, strange] = [await buy(), await buy()]
    await remember(kept.id, kept.email)
    await remember(strange.id, kept.email)
    const { core } = shop.storefront
    const get: typeof core.get = (resellerId, path, answer) =>
      path.includes(strange.id) ? Promise.reject(new CoreUnavailable('strange')) : core.get(resellerId, path, answer)
    const deps = { ...shop.storefront, core: { ...core, get } }
    await findLost(shop.aurora, { email: kept.email }, Date.now(), deps, { pauses: [1] })
    expect(await mailsTo(kept.email)).toMatchObject([{ data: { orders: [{ code: kept.code }] } }])
  })

  it('is looked for once more when the process is told to end in a pause, and not given up', async () => {
    const kept = await buy()
    await remember(kept.id, kept.email)
    const { core } = shop.storefront
    const [asked, ending] = [Promise.withResolvers<void>(), new AbortController()]
    const get: typeof core.get = (resellerId, path, answer) => {
      asked.resolve()
      return ending.signal.aborted ? core.get(resellerId, path, answer) : Promise.reject(new CoreUnavailable('slow'))
    }
    const deps = { ...shop.storefront, core: { ...core, get } }
    const anHour = [3_600_000, 3_600_000]
    const looking = findLost(shop.aurora, { email: kept.email }, Date.now(), deps, {
      ...{ pauses: anHour, ending: ending.signal },
    })
    await asked.promise
    ending.abort()
    await looking
    expect(await mailsTo(kept.email)).toMatchObject([{ data: { orders: [{ code: kept.code }] } }])
  })

  it('fills no mailbox and answers no lists', async () => {
    const { id, email } = await buy()
    await remember(id, email)
    for (let time = 0; time < 5; time++) expect((await find({ email })).status).toBe(202)
    expect(await mailsTo(email)).toHaveLength(3)
    const client = '203.0.113.7'
    const answers = []
    for (let time = 0; time < 21; time++) answers.push(await find({ email: `${time}@example.com` }, { client }))
    expect(new Set(answers.slice(0, 20).map(({ status }) => status))).toEqual(new Set([202]))
    expect(answers[20]?.status).toBe(429)
    expect(Number(answers[20]?.headers.get('retry-after'))).toBeGreaterThan(60)
    expect((await find({ email: 'else@example.com' }, { client: '203.0.113.8' })).status).toBe(202)
  })

  it('has to be asked for with an address', async () => {
    expect((await find({ email: 'ada' })).status).toBe(400)
    expect((await find({})).status).toBe(400)
  })
})

describe('an order', () => {
  /**
   * The same hold submitted fifty times at once, and what came of it. On a busy machine some do not get through within a
   * request's two seconds; whoever is told so presses again.
   */
  async function pressFiftyTimes(wish: () => string) {
    const { cookie, hold: held } = await hold()
    const { amount, currency } = held.total
    const body = { holdId: held.id, buyer: { name: 'Ada', email: 'ada@example.com' }, total: { amount, currency } }
    const press = (own: string) =>
      vi.waitUntil(
        async () => {
          const answer = await ask(createOrder, 'POST', { cookie, body, wish: own })
          return answer.status !== 503 && answer
        },
        { timeout: 40_000, interval: 500 },
      )
    const pressed = await Promise.all(Array.from({ length: 50 }, () => press(wish())))
    const answers = pressed.map(({ status, text }) => ({ status, body: JSON.parse(text) }))
    const { rows } = await shop.core.core.pool.query('SELECT id FROM orders WHERE hold_id = $1', [held.id])
    return { answers, orders: rows.map(({ id }) => id) }
  }

  it('is one, however often one button is pressed, and all of them are told the same', async () => {
    const wish = randomUUID()
    const { answers, orders } = await pressFiftyTimes(() => wish)
    expect(orders).toHaveLength(1)
    const [first] = answers
    expect(first).toMatchObject({ status: 201, body: { id: orders[0] } })
    expect(answers).toEqual(Array.from({ length: 50 }, () => first))
  })

  it('is one, also for whoever presses in fifty tabs', async () => {
    const { answers, orders } = await pressFiftyTimes(randomUUID)
    expect(orders).toHaveLength(1)
    expect(answers[0]).toMatchObject({ status: 201, body: { id: orders[0] } })
    expect(answers).toEqual(Array.from({ length: 50 }, () => answers[0]))
  })

  it('would be refused to all but the first if core were given another key each time', async () => {
    const real = shop.storefront.core
    const send: typeof real.send = (resellerId, change) =>
      real.send(resellerId, { ...change, idempotencyKey: randomUUID() })
    const shared = globalThis as { [STOREFRONT]?: Storefront }
    shared[STOREFRONT] = { ...shop.storefront, core: { ...real, send } }
    try {
      const wish = randomUUID()
      const { answers, orders } = await pressFiftyTimes(() => wish)
      expect(orders).toHaveLength(1)
      const refused = answers.filter(({ body }) => body.type === 'core/hold-expired')
      expect(refused.length, 'or all, should the first have pressed again').toBeGreaterThanOrEqual(49)
    } finally {
      shared[STOREFRONT] = shop.storefront
    }
  })

  it('is not made for another price than was shown; the hold goes on at the new one', async () => {
    const { cookie, hold: held } = await hold()
    const { amount, currency } = held.total
    const dearer = { ...held.total, amount: amount + 500 }
    await shop.core.core.pool.query('UPDATE hold SET total = $2 WHERE id = $1', [held.id, dearer])
    const buyer = { name: 'Ada', email: 'ada@example.com' }
    const order = (total: { amount: number; currency: string }) =>
      ask(createOrder, 'POST', { cookie, body: { holdId: held.id, buyer, total } })
    const refused = await order({ amount, currency })
    expect(refused.status).toBe(409)
    expect(JSON.parse(refused.text)).toMatchObject({ type: 'core/price-changed', total: dearer })
    const { rows } = await shop.core.core.pool.query('SELECT id FROM orders WHERE hold_id = $1', [held.id])
    expect(rows).toEqual([])
    const agreed = await order({ amount: dearer.amount, currency })
    expect(agreed.status).toBe(201)
    expect(JSON.parse(agreed.text).total).toEqual(dearer)
  })
})

describe('an order at a core that ignores what was agreed', () => {
  beforeAll(() => shop.core.core.switches.set({ ignoresTotal: true }))
  afterAll(() => shop.core.core.switches.set({ ignoresTotal: false }))

  const buyer = { name: 'Ada', email: 'ada@example.com' }
  const reprice = async ({ id, total }: { id: string; total: { amount: number } }) => {
    const dearer = { ...total, amount: total.amount + 500 }
    await shop.core.core.pool.query('UPDATE hold SET total = $2 WHERE id = $1', [id, dearer])
    return dearer
  }
  const counted = async () => {
    const metric = await shop.storefront.ops.metrics.getSingleMetric('marquee_orders_repriced_total')?.get()
    return metric?.values[0]?.value ?? 0
  }

  it('is not made for another price than core said last, as core itself would refuse it', async () => {
    const { cookie, hold: held } = await hold()
    const dearer = await reprice(held)
    const id = held.id
    const extended = await ask(extendHold, 'POST', { cookie, id })
    expect(JSON.parse(extended.text).total).toEqual(dearer)
    const { amount, currency } = held.total
    const order = (total: object) => ask(createOrder, 'POST', { cookie, body: { holdId: id, buyer, total } })
    const refused = await order({ amount, currency })
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(refused.status).toBe(409)
    const problem = JSON.parse(refused.text)
    expect(problem).toMatchObject({ type: 'core/price-changed', status: 409, total: dearer })
    const { rows } = await shop.core.core.pool.query('SELECT id FROM orders WHERE hold_id = $1', [id])
    expect(rows).toEqual([])
    const agreed = await order({ amount: dearer.amount, currency })
    expect(agreed.status).toBe(201)
    expect(JSON.parse(agreed.text)).toMatchObject({ total: dearer })
    expect(JSON.parse(agreed.text)).not.toHaveProperty('agreedTotal')
  })

  it('says that it has another total, then and for good, and is counted once', async () => {
    const { cookie, hold: held } = await hold()
    const dearer = await reprice(held)
    const { amount, currency } = held.total
    const body = { holdId: held.id, buyer, total: { amount, currency } }
    const before = await counted()
    const answers = await Promise.all([1, 2, 3].map(() => ask(createOrder, 'POST', { cookie, body })))
    for (const { status, text } of answers) {
      expect(status).toBe(201)
      expect(JSON.parse(text)).toMatchObject({ total: dearer, agreedTotal: { amount, currency } })
    }
    expect(await counted()).toBe(before + 1)
    const { id } = JSON.parse(answers[0]?.text ?? '')
    const customerRef = cookie.split('=')[1]?.split('.')[0] ?? ''
    const key = keyOf({ resellerId: 'aurora', orderId: id, customerRef })
    for (const opener of [{ cookie }, { key }])
      expect(JSON.parse((await ask(readOrder, 'GET', { id, ...opener })).text)).toMatchObject({
        ...{ total: dearer, agreedTotal: { amount, currency } },
      })
    expect(await shop.storefront.otherTotals.find('luna', id)).toBeNull()
  })

  it('is compared with the hold where a browser does not say what it showed', async () => {
    const { cookie, hold: held } = await hold()
    const dearer = await reprice(held)
    const { amount, currency } = held.total
    const { text } = await ask(createOrder, 'POST', { cookie, body: { holdId: held.id, buyer } })
    expect(JSON.parse(text)).toMatchObject({ total: dearer, agreedTotal: { amount, currency } })
  })
})

describe('a list of orders', () => {
  it('is the buyer’s own, and begins anew for a cursor that core does not know', async () => {
    const [mine, other] = [await buy(), await buy()]
    const list = await listOrders(shop.aurora, mine.customerRef, null, shop.storefront)
    expect(list).toMatchObject({ items: [{ id: mine.id }], nextCursor: null })
    expect(JSON.stringify(list)).not.toContain(mine.customerRef)
    expect((await listOrders(shop.aurora, other.customerRef, null, shop.storefront)).items.map(({ id }) => id)).toEqual(
      [other.id],
    )
    expect((await listOrders(shop.luna, mine.customerRef, null, shop.storefront)).items).toEqual([])
    expect(await listOrders(shop.aurora, mine.customerRef, 'nonsense', shop.storefront)).toEqual(list)
  })
})
