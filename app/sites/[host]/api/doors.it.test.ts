import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sampleShow, showWithTickets } from '#dev/core/testing/sample-show.ts'
import {
  type ResellerServiceInTest,
  startResellerServiceInTest,
} from '#dev/reseller-service/testing/reseller-service-in-test.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { asReseller } from '#lib/database/database.ts'
import { noContent } from '#lib/http/json-response.ts'
import { handle } from '#lib/route/handle.ts'
import { signInAs } from '#lib/test/staff-in-test.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { makeAccount, newEmail, PASSWORD } from './account/person.fixture.ts'
import { type Answered, type Ask, ask, cookieHeader } from './ask.fixture.ts'
import { BODIES, PARAMS } from './bodies.fixture.ts'
import { everyPublicRoute, everyRoute, type FoundRoute } from './every-route.fixture.ts'
import { openRows, type Rows } from './rows.fixture.ts'

const CHANGING = everyRoute().filter(({ method }) => method !== 'GET')
/** Those that read a JSON body. */
const READING = CHANGING.filter(({ name }) => BODIES[name])
/** By mail providers, from wherever they are; nobody's cookies are looked at (decision 0090). */
const FROM_ANYWHERE = 'POST unsubscribe/[key]'

let shop: StorefrontInTest
let service: ResellerServiceInTest
let rows: readonly Rows[]
let owner: string
let resources: AsyncDisposableStack
beforeAll(async () => {
  resources = new AsyncDisposableStack()
  service = resources.use(await startResellerServiceInTest())
  shop = resources.use(await startStorefrontInTest({ resellerServiceUrl: service.url }))
  await shop.core.store(sampleShow({ id: 'night-train' }))
  await shop.core.store(showWithTickets(0, { id: 'full' }))
  owner = await signInAs(shop.storefront, shop.aurora, 'owner')
  rows = [resources.use(await openRows(shop.database.url)), resources.use(await openRows(shop.core.databaseUrl))]
})
afterAll(() => resources.disposeAsync())

/** All that our own database and core hold, and which versions the reseller service has. */
const everything = async () => [...(await Promise.all(rows.map((one) => one.read()))), await versions()]
async function versions() {
  const listed = await shop.storefront.resellerService?.listVersions('aurora')
  return listed?.ok ? listed.value.items : []
}
const tablesWith = async (text: string) => (await Promise.all(rows.map((one) => one.withText(text)))).flat()

const asOwner = ({ name, method }: FoundRoute): Ask => ({
  method,
  cookie: owner,
  params: PARAMS,
  body: BODIES[name] ?? undefined,
})
const routeOf = (name: string) => CHANGING.find((one) => one.name === name) as FoundRoute

describe('a request from elsewhere', () => {
  const elsewhere: Record<string, Record<string, string | null>> = {
    'from nowhere that it says': { origin: 'null' },
    'of another reseller': { origin: 'http://luna.localhost' },
    'of another port': { origin: 'http://aurora.localhost:81' },
    'that begins alike': { origin: 'http://aurora.localhost.evil.example' },
    'that ends alike': { origin: 'http://evil-aurora.localhost' },
    'with our name as a user': { origin: 'http://aurora.localhost@evil.example' },
    'with our name as a path': { origin: 'http://evil.example/aurora.localhost' },
    'of a neighbour below': { origin: 'http://shop.aurora.localhost' },
    'in letters that look alike': { origin: 'http://xn--auror-7ve.localhost' },
    'that says so without an origin': { origin: null, 'sec-fetch-site': 'cross-site' },
    'of a neighbouring host without an origin': { origin: null, 'sec-fetch-site': 'same-site' },
    'whose browser contradicts its origin': { 'sec-fetch-site': 'cross-site' },
  }

  it.each(Object.entries(elsewhere))('%s changes nothing, at no route', async (_, headers) => {
    const before = await everything()
    for (const route of CHANGING.filter(({ name }) => name !== FROM_ANYWHERE)) {
      const refused = await ask(route.route, { ...asOwner(route), headers })
      expect(refused.body, route.name).toMatchObject({ type: 'storefront/forbidden-origin', status: 403 })
      expect(refused.cookies, route.name).toEqual([])
    }
    expect(await everything()).toEqual(before)
  })
})

describe('fields that nobody asked for', () => {
  const CANARY = 'canary-7f3a9'
  const MOMENT = '2001-02-03T04:05:06.000Z'
  const EXTRA = {
    ...{ id: CANARY, userId: CANARY, customerRef: `${CANARY}-of-somebody`, resellerId: 'luna', role: 'owner' },
    ...{ status: CANARY, price: { amount: 1, currency: CANARY }, createdAt: MOMENT, updatedAt: MOMENT },
    ...{ createdBy: CANARY, emailVerified: true, staff: 'owner', expiresAt: MOMENT },
  }

  /** What somebody would send beside a good body; whatever the route asks for stays as it is. */
  const beside = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value)) return value.map((inner) => beside(inner, depth))
    if (typeof value !== 'object' || value === null) return value
    const inner = Object.entries(value).map(([name, one]) => [name, depth > 0 ? beside(one, depth - 1) : one])
    return { ...EXTRA, ...Object.fromEntries(inner) }
  }

  /** Requests that are granted, by route: what is refused anyway would show nothing. */
  async function granted(): Promise<Record<string, Ask>> {
    const [email, newcomer] = [newEmail(), newEmail()]
    await makeAccount(shop, email)
    const items = [{ tierId: 'floor', quantity: 1 }]
    const held = await ask(routeOf('POST holds').route, { method: 'POST', body: { showId: 'night-train', items } })
    const order = { holdId: held.body?.id, buyer: { name: 'Ada', email } }
    const [newest] = await versions()
    return {
      'POST account/forgot': { body: { email } },
      'POST account/profile': { cookie: owner, body: { name: 'Ada' } },
      'POST account/reminders': { cookie: owner, body: { wanted: true } },
      'POST account/sign-in': { body: { email, password: PASSWORD } },
      'POST account/sign-up': { body: { name: 'Ada', email: newcomer, password: PASSWORD } },
      'POST admin/announcements': { cookie: owner, body: { text: 'Hello' } },
      'POST admin/drafts': {
        cookie: owner,
        body: { base: newest?.version ?? 0, config: exampleConfig({ name: newcomer, hosts: ['aurora.localhost'] }) },
      },
      'POST admin/language': { cookie: owner, body: { language: 'en-GB' } },
      'POST admin/orders/search': { cookie: owner, body: { q: 'Ada' } },
      'POST admin/preview-links': { cookie: owner, body: { version: 1, days: 1 } },
      'POST admin/staff': { cookie: owner, body: { email, role: 'viewer' } },
      'POST holds': { body: { showId: 'night-train', items } },
      'POST inbox/read': { cookie: owner, body: {} },
      'POST orders': { cookie: cookieHeader(held.cookies), body: order },
      'POST orders/find': { body: { email } },
      'POST waitlist': { body: { showId: 'full', email, quantity: 1 } },
    }
  }

  const send = (name: string, given: Ask) => ask(routeOf(name).route, { method: 'POST', params: PARAMS, ...given })
  const left = async () => {
    const drafts = JSON.stringify(await versions()).includes(CANARY) ? ['drafts'] : []
    return [[...(await tablesWith(CANARY)), ...drafts], await tablesWith('2001-02-03')]
  }
  const ofLuna = () => tablesWith('luna')

  it('beside those of a request that is granted leave nothing anywhere', async () => {
    const before = await ofLuna()
    for (const [name, given] of Object.entries(await granted())) {
      const answer = await send(name, { ...given, body: beside(given.body, 0) })
      expect(answer.status, `${name} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
      expect(JSON.stringify(answer.body), name).not.toContain(CANARY)
      expect(await left(), name).toEqual([[], []])
    }
    expect(await ofLuna()).toEqual(before)
  })

  it('within what it sends are left out, or refused', async () => {
    const before = await ofLuna()
    for (const [name, given] of Object.entries(await granted())) {
      const answer = await send(name, { ...given, body: beside(given.body, 9) })
      if (answer.status >= 300) expect(answer.status, `${name} ${JSON.stringify(answer.body)}`).toBe(400)
      expect(await left(), name).toEqual([[], []])
    }
    expect(await ofLuna()).toEqual(before)
  })

  it('make nobody staff, verify no address and change no price', async () => {
    const email = newEmail()
    await send('POST account/sign-up', { body: { ...EXTRA, name: 'Ada', email, password: PASSWORD } })
    const account = await asReseller(shop.storefront.database, 'aurora', (transaction) =>
      transaction.customerAccount.findUnique({
        where: { resellerId_email: { resellerId: 'aurora', email } },
        include: { staff: true },
      }),
    )
    expect(account).toMatchObject({ emailVerified: false, staff: null })
    const holds = await granted()
    const [plain, extra] = [holds['POST holds'] as Ask, { total: { amount: 1, currency: 'GBP' }, ...EXTRA }]
    const prices = [plain, { body: { ...extra, ...(plain.body as object) } }].map(
      async (given) => (await send('POST holds', given)).body?.total,
    )
    const [price, other] = await Promise.all(prices)
    expect(other).toEqual(price)
  })

  it('are seen where a route keeps what it is sent', async () => {
    const body = z.looseObject({ createdAt: z.string() })
    const careless = handle({ customer: 'anyone', account: 'needed', body }, async ({ account, body: sent }) => {
      const { resellerId } = shop.aurora
      const where = { resellerId_id: { resellerId, id: account.accountId } }
      await asReseller(shop.storefront.database, resellerId, (transaction) =>
        transaction.customerAccount.update({ where, data: { createdAt: sent.createdAt, image: String(sent.status) } }),
      )
      return noContent()
    })
    const answer = await ask(careless, { method: 'POST', cookie: owner, body: EXTRA })
    expect(answer.status, JSON.stringify(answer.body)).toBe(204)
    expect(await left()).toEqual([['public.customer_account'], ['public.customer_account']])
  })
})

describe('a body that is none', () => {
  const TYPES = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonx', null]
  /** Those that take no JSON, for which it is the wrong type. */
  const OTHER_TYPES = ['POST admin/pictures', FROM_ANYWHERE]

  it('of another type is not read, at no route', async () => {
    const before = await everything()
    for (const route of READING)
      for (const type of TYPES) {
        const refused = await ask(route.route, { ...asOwner(route), headers: { 'content-type': type } })
        expect(refused.body, `${route.name} ${type}`).toMatchObject({ type: 'storefront/unsupported-media-type' })
      }
    for (const name of OTHER_TYPES) {
      const refused = await ask(routeOf(name).route, { ...asOwner(routeOf(name)), body: { a: 1 } })
      expect(refused.body, name).toMatchObject({ type: 'storefront/unsupported-media-type' })
    }
    expect(await everything()).toEqual(before)
  })

  it.each([
    ['a byte of no letter', [0xff]],
    ['a letter too long', [0xc0, 0xaf]],
    ['half a pair', [0xed, 0xa0, 0x80]],
    ['a letter cut off', [0xe2, 0x82]],
  ])('in no UTF-8 (%s) is refused, at every route', async (_, bytes) => {
    const before = await everything()
    for (const route of READING) {
      const good = JSON.stringify(BODIES[route.name]).slice(0, -1)
      const body = Buffer.concat([Buffer.from(`${good},"x":"`), Buffer.from(bytes), Buffer.from('"}')])
      const refused = await ask(route.route, { ...asOwner(route), body })
      expect(refused.body, route.name).toMatchObject({ type: 'storefront/invalid-request', status: 400 })
    }
    expect(await everything()).toEqual(before)
  })

  it('with a key twice counts as its last says, at every route', async () => {
    const before = await everything()
    for (const route of READING) {
      const good = JSON.stringify(BODIES[route.name]).slice(0, -1)
      const [key] = Object.keys(BODIES[route.name] as object)
      const refused = await ask(route.route, { ...asOwner(route), body: `${good},"${key}":{"$ne":1}}` })
      expect(refused.body, route.name).toMatchObject({ type: 'storefront/invalid-request', status: 400 })
    }
    expect(await everything()).toEqual(before)
  })

  it.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('of 10,000 %s in each other is refused where that fits', async (_, open, close) => {
    const before = await everything()
    const drafts = routeOf('POST admin/drafts')
    const deep = `${open.repeat(10_000)}1${close.repeat(10_000)}`
    const refused = await ask(drafts.route, { ...asOwner(drafts), body: `{"base":0,"config":${deep}}` })
    expect(refused).toMatchObject({ status: 400, body: { type: 'storefront/invalid-request' } })
    expect(await everything()).toEqual(before)
  })
})

describe('what every answer says', () => {
  /** The same for everybody, for as long as it says; all others are nobody's to keep. */
  const KEPT = /^GET (?:announcements|card\.png|favicon\.ico|media\/|robots\.txt|shows\/\[showId\]\/card|sitemap)/
  const ROUTES = [...everyRoute(), ...everyPublicRoute()].filter(({ name }) => name !== 'POST account/sign-out')
  const secure = { 'x-forwarded-proto': 'https', origin: 'https://aurora.localhost' }
  const asking: Record<string, (route: FoundRoute) => Ask> = {
    nobody: (route) => ({ ...asOwner(route), cookie: '' }),
    'the owner, over TLS': (route) => ({
      ...asOwner(route),
      cookie: owner.replace('session=', '__Host-session='),
      headers: secure,
    }),
    'somebody from elsewhere': (route) => ({ ...asOwner(route), headers: { origin: 'null' } }),
    'somebody with nothing to read': (route) => ({ ...asOwner(route), headers: { 'content-type': null } }),
  }

  /** What is wrong with an answer's headers. */
  function faultsOf(name: string, { status, headers, cookies }: Answered, overTls: boolean): string[] {
    const kept = headers.get('cache-control') ?? ''
    const mayBeKept =
      status < 300 && KEPT.test(name) ? /^public, max-age=\d+(?:, immutable)?$/ : /^(?:private, )?no-store$/
    const faults = mayBeKept.test(kept) ? [] : [`is kept: ${kept}`]
    for (const told of ['x-powered-by', 'server', 'access-control-allow-origin'])
      if (headers.has(told)) faults.push(`says ${told}`)
    for (const cookie of cookies) {
      const isHint = cookie.startsWith('signed-in=') // for pages to read; no right depends on it
      if (!/; SameSite=Lax/i.test(cookie) || /; Domain/i.test(cookie)) faults.push(`goes too far: ${cookie}`)
      if (!isHint && !/; HttpOnly/i.test(cookie)) faults.push(`can be read: ${cookie}`)
      if (overTls && !/; Secure/i.test(cookie)) faults.push(`goes in the clear: ${cookie}`)
      if (overTls && /^session(?:-brief)?=./.test(cookie)) faults.push(`can be planted: ${cookie}`)
    }
    return faults
  }

  it.each(Object.entries(asking))(
    'to %s: nobody keeps what is personal, and cookies go nowhere else',
    async (who, how) => {
      for (const route of ROUTES) {
        const answer = await ask(route.route, how(route))
        expect(answer.status, route.name).not.toBe(500)
        expect(faultsOf(route.name, answer, who.includes('TLS')), `${route.name} ${answer.status}`).toEqual([])
      }
    },
  )

  it('while nothing can be served is no different', async () => {
    const { sites } = shop.storefront
    const find = () => Promise.reject(Object.assign(new Error('not read yet'), { name: 'SitesUnknown' }))
    Object.assign(shop.storefront, { sites: { ...sites, find } })
    try {
      for (const route of ROUTES) {
        const answer = await ask(route.route, asOwner(route))
        expect(answer.status, route.name).toBe(503)
        expect(faultsOf(route.name, answer, false), route.name).toEqual([])
      }
    } finally {
      Object.assign(shop.storefront, { sites })
    }
  })

  it('is seen where it is missing', () => {
    const careless = {
      status: 200,
      body: null,
      headers: new Headers({ 'x-powered-by': 'x' }),
      cookies: ['session=a; Domain=b'],
    }
    expect(faultsOf('GET inbox', careless, true)).toHaveLength(6)
  })
})
