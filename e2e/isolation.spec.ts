import { randomUUID } from 'node:crypto'
import { optOutPage } from '#contracts/opt-out-paths.ts'
import { DEMO_PASSWORD, demoEmail } from '#dev/demo/demo-accounts.ts'
import { readSystem, type TestSystem } from '#dev/test/system.ts'
import { optOutDigest, optOutKey } from '#platform/opt-out-link.ts'
import { type Answer, Caller } from './fixtures/caller.ts'
import { Core } from './fixtures/core.ts'
import { madeShows } from './fixtures/made-shows.ts'
import { Mailbox } from './fixtures/mailbox.ts'
import { patient } from './fixtures/patient.ts'
import { Brands } from './fixtures/publish.ts'
import { expect, test } from './fixtures/test.ts'
import { tourShow } from './tour/tour-shows.ts'

/*
 * Two shops that sell the same shows, and two people with the same address. Whatever is one's at aurora is tried at luna:
 * there it must be answered as what never was is answered, status and body, and at aurora it must work, or the trial
 * would have proved nothing. Plain HTTP, without a browser's own protection.
 */

/** Of the same shape as the real ones. */
const NOTHING = { token: 'A'.repeat(32), uuid: randomUUID() }

/** What a person has at one shop. */
interface Belongings {
  readonly shop: Caller
  readonly orderId: string
  /** Of the link in the mail. */
  readonly orderKey: string
  readonly holdId: string
  /** The account's, under the same address as the other one's. */
  readonly account: Caller
  readonly password: string
}

let system: TestSystem
let core: Core
let mailbox: Mailbox
let email: string
let showId: string
/** One that only aurora sells. */
let onlyAurora: string
let aurora: Belongings
let luna: Belongings
let staff: Caller

test.describe('what is one shop’s does not exist at another', { tag: '@system' }, () => {
  // Most of it is quick; what goes over Kafka to a mail or an inbox may take its time on a busy machine.
  test.describe.configure({ timeout: 240_000 })

  test.beforeAll(async () => {
    test.setTimeout(300_000)
    system = readSystem()
    core = new Core(system.core)
    mailbox = new Mailbox(system.mail)
    email = `same-${randomUUID().slice(0, 8)}@example.com`
    showId = (await madeShows(core).general()).id
    onlyAurora = `only-aurora-${randomUUID().slice(0, 8)}`
    // Posters are not in question: core gives them to everybody, without asking who (dev/core/routes/artwork-routes.ts).
    await core.storeShow({ ...tourShow('aurora', 'general'), id: onlyAurora, title: `Solely ${onlyAurora}` })
    const people = await Promise.all([settle('aurora'), settle('luna')])
    ;[aurora, luna] = people
    staff = caller('aurora')
    const signIn = { email: demoEmail('owner', 'aurora'), password: DEMO_PASSWORD }
    expect((await staff.post('/api/account/sign-in', signIn)).status).toBe(204)
  })

  test('an order: page, API, tickets, files, mail again, link', async () => {
    const paths = (id: string, key = '') => {
      const query = key && `?key=${key}`
      const api = `/api/orders/${id}`
      return [`/orders/${id}`, api, `${api}/tickets`, `${api}/tickets.pdf`, `${api}/show.ics`].map(
        (path) => path + query,
      )
    }
    for (const [n, path] of paths(aurora.orderId).entries()) {
      expect((await aurora.shop.get(path)).status, path).toBe(200)
      for (const who of [luna.shop, luna.account, luna.shop.with(aurora.shop.cookies)])
        await expectNothing(who, path, paths(NOTHING.uuid)[n] ?? '')
    }
    for (const [n, path] of paths(aurora.orderId, aurora.orderKey).entries()) {
      expect((await caller('aurora').get(path)).status, path).toBe(200)
      await expectNothing(luna.shop, path, paths(NOTHING.uuid, aurora.orderKey)[n] ?? '')
      await expectNothing(caller('luna'), path, paths(NOTHING.uuid, aurora.orderKey)[n] ?? '')
    }
    const again = (id: string) => `/api/orders/${id}/send-again`
    await expectNothing(luna.shop, again(aurora.orderId), again(NOTHING.uuid), { method: 'POST', body: {} })
    expect((await aurora.shop.get('/orders')).body).toContain(aurora.orderId)
    expect((await luna.shop.get('/orders')).body).not.toContain(aurora.orderId)
  })

  test('a hold: page, look, more time, order, release', async () => {
    const path = (id: string, more = '') => `/api/holds/${id}${more}`
    const { holdId } = aurora
    for (const who of [luna.shop, luna.account, luna.shop.with(aurora.shop.cookies)]) {
      await expectNothing(who, `/checkout/${holdId}`, `/checkout/${NOTHING.uuid}`)
      await expectNothing(who, path(holdId), path(NOTHING.uuid))
      await expectNothing(who, path(holdId, '/extend'), path(NOTHING.uuid, '/extend'), { method: 'POST', body: {} })
      await expectNothing(who, path(holdId), path(NOTHING.uuid), { method: 'DELETE' })
      const order = (id: string) => ({ method: 'POST', body: { holdId: id, buyer: { name: 'Same', email } } })
      await expectNothing(who, '/api/orders', '/api/orders', order(holdId), order(NOTHING.uuid))
    }
    expect((await aurora.shop.get(`/checkout/${holdId}`)).status).toBe(200)
    expect(JSON.parse((await aurora.shop.get(path(holdId))).body)).toMatchObject({ status: 'active' })
  })

  test('a guest’s cookie', async () => {
    const cookie = { customer: aurora.shop.cookies.customer ?? '' }
    expect((await caller('aurora').with(cookie).get(`/api/orders/${aurora.orderId}`)).status).toBe(200)
    const thief = caller('luna').with(cookie)
    const forged = caller('luna').with({ customer: `${'x'.repeat(24)}.${'y'.repeat(43)}` })
    for (const path of ['/orders', '/inbox', '/api/inbox', `/api/orders/${luna.orderId}`])
      same(await thief.get(path), await forged.get(path), path)
    // Whoever buys with it becomes a new guest.
    expect((await thief.post('/api/realtime/session')).status).toBe(200)
    expect(thief.cookies.customer?.split('.')[0]).toBeTruthy()
    expect(thief.cookies.customer?.split('.')[0]).not.toBe(cookie.customer.split('.')[0])
  })

  test('a session, and a password', async () => {
    const thief = caller('luna').with(aurora.account.cookies)
    const nobody = caller('luna').with({ session: `${'x'.repeat(32)}.${'y'.repeat(43)}` })
    for (const path of ['session', 'sessions', 'export'].map((name) => `/api/account/${name}`)) {
      expect((await aurora.account.get(path)).status, path).toBe(200)
      same(await thief.get(path), await nobody.get(path), path)
    }
    expect((await aurora.account.get('/account')).status).toBe(200)
    same(await thief.get('/account'), await nobody.get('/account'), '/account')
    for (const path of ['profile', 'email', 'password', 'delete', 'sessions/end', 'sign-out'].map(
      (n) => `/api/account/${n}`,
    )) {
      const body = { name: 'Taken', email, password: aurora.password, currentPassword: aurora.password, others: true }
      same(await thief.post(path, body), await nobody.post(path, body), path)
    }
    const known = await caller('luna').post('/api/account/sign-in', { email, password: aurora.password })
    const unknown = { email: `nobody-${email}`, password: aurora.password }
    same(known, await caller('luna').post('/api/account/sign-in', unknown), 'the other one’s password')
    expect(JSON.parse((await aurora.account.get('/api/account/session')).body)).toMatchObject({ account: { email } })
  })

  test('what staff may do', async () => {
    const thief = caller('luna').with(staff.cookies)
    const nobody = caller('luna').with({ session: `${'x'.repeat(32)}.${'y'.repeat(43)}` })
    for (const path of [
      '/admin',
      '/admin/site',
      '/admin/versions',
      '/admin/preview',
      '/admin/board',
      '/admin/orders',
      `/admin/orders/${aurora.orderId}`,
      '/admin/announcements',
      '/api/admin/state',
      '/api/admin/board',
    ]) {
      expect((await staff.get(path)).status, path).toBe(200)
      same(await thief.get(path), await nobody.get(path), path)
    }
    const calls = [
      ['/api/admin/drafts', { base: 1, config: {} }],
      ['/api/admin/versions/1/publish', {}],
      ['/api/admin/preview-links', { version: 1, days: 1 }],
      ['/api/admin/staff', { email, role: 'owner' }],
    ] as const
    for (const [path, body] of calls) same(await thief.post(path, body), await nobody.post(path, body), path)
    const link = JSON.parse((await staff.post('/api/admin/preview-links', await newestLink())).body)
    const ours = caller('luna')
    await ours.post('/api/account/sign-in', { email: demoEmail('owner', 'luna'), password: DEMO_PASSWORD })
    const [found, none] = [`/admin/orders/${aurora.orderId}`, `/admin/orders/${NOTHING.uuid}`]
    await expectNothing(ours, found, none)
    const revoke = (id: string) => `/api/admin/preview-links/${id}`
    await expectNothing(ours, revoke(link.linkId), revoke(NOTHING.uuid), { method: 'DELETE' })
    expect((await caller('aurora').get(link.path)).status, 'it was not revoked').toBe(200)
  })

  test('a preview: by version, and by a link that was shared', async () => {
    const { version } = await newestLink()
    const shared = JSON.parse((await staff.post('/api/admin/preview-links', { version, days: 1 })).body).path as string
    const page = await caller('aurora').get(shared)
    expect(page.status).toBe(200)
    expect(page.headers['cache-control']).toBe('private, no-store')
    const [, key = ''] = /^\/preview\/([^/]+)/.exec(shared) ?? []
    for (const rest of ['', '/shows', `/shows/${showId}`]) {
      const nothing = `/preview/${'x'.repeat(key.length)}${rest}`
      await expectNothing(caller('luna'), `/preview/${key}${rest}`, nothing)
      await expectNothing(luna.shop.with(staff.cookies), `/preview/${key}${rest}`, nothing)
    }
    expect((await staff.get(`/preview/v${version}`)).status).toBe(200)
    const thief = caller('luna').with(staff.cookies)
    await expectNothing(thief, `/preview/v${version}`, '/preview/v2147483000')
    await expectNothing(caller('aurora'), `/preview/v${version}`, '/preview/v2147483000')
  })

  test('links in mails: verification, a new password, a waitlist', async () => {
    const person = { name: 'Ada', email: `links-${email}`, password: 'correct horse battery' }
    const shop = caller('aurora')
    await shop.post('/api/account/sign-up', person)
    const token = async (page: string) =>
      new URL(await mailbox.linkTo(page, person.email)).searchParams.get('token') ?? ''
    const verify = await token('verify')
    const made = (real: string) => `${real.slice(0, -12)}${'x'.repeat(12)}`
    const at = (path: string) => async (value: string) =>
      caller('luna').post(path, { token: value, password: 'another long one' })
    same(await at('/api/account/verify')(verify), await at('/api/account/verify')(made(verify)), 'verification')
    expect((await shop.post('/api/account/verify', { token: verify })).status).toBe(204)
    await shop.post('/api/account/forgot', { email: person.email })
    const reset = await token('reset')
    same(await at('/api/account/reset')(reset), await at('/api/account/reset')(made(reset)), 'a new password')
    expect((await shop.post('/api/account/reset', { token: reset, password: 'another long one' })).status).toBe(204)

    await core.behave({ soldOut: [showId] })
    try {
      await patient
        .poll(async () => (await shop.post('/api/waitlist', { showId, email: person.email, quantity: 1 })).status)
        .toBe(202)
    } finally {
      await core.straighten()
    }
    const waitlist = new URL(await mailbox.linkLike(/https?:\/\/\S+\/waitlist\/[\w-]{32}/, person.email)).pathname
    await expectNothing(caller('luna'), waitlist, `/waitlist/${NOTHING.token}`, {}, {}, 200)
    const answered = { POST: 404, DELETE: 204 } // leaving again is as good as leaving
    for (const [method, status] of Object.entries(answered)) {
      const ask = { method, body: {} }
      await expectNothing(caller('luna'), `/api${waitlist}`, `/api/waitlist/${NOTHING.token}`, ask, ask, status)
    }
    expect((await shop.post(`/api${waitlist}`)).status, 'it is still there').toBe(204)

    const secret = system.linkSecret
    const addressDigest = optOutDigest(secret, 'aurora', person.email)
    const reminders = optOutPage(optOutKey(secret, 'aurora', { what: 'reminders', addressDigest }, Date.now()))
    await expectNothing(caller('luna'), reminders, made(reminders), {}, {}, 404)
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const ask = method === 'GET' ? {} : { method, body: {} }
      await expectNothing(caller('luna'), `/api${reminders}`, `/api${made(reminders)}`, ask, ask, 404)
    }
    expect((await shop.ask(`/api${reminders}`, { method: 'PUT', body: {} })).status, 'it works at its own').toBe(204)
  })

  test('the inbox: what is in it, and reading it', async () => {
    const ids = async (who: Caller) =>
      (JSON.parse((await who.get('/api/inbox')).body).items as { id: string }[]).map(({ id }) => id)
    await patient.poll(() => ids(aurora.shop)).toHaveLength(1)
    await patient.poll(() => ids(luna.shop)).toHaveLength(1)
    const [mine = ''] = await ids(aurora.shop)
    expect(await ids(luna.shop)).not.toContain(mine)
    const read = (id: string) => ({ method: 'POST', body: { ids: [id] } })
    await expectNothing(luna.shop, '/api/inbox/read', '/api/inbox/read', read(mine), read(NOTHING.uuid), 200)
    expect(JSON.parse((await aurora.shop.get('/api/inbox')).body)).toMatchObject({ unread: 1 })
  })

  test('streams: the cookie for them, a connection, and what is heard', async () => {
    const mine = await streamsOf(aurora.shop)
    const theirs = await streamsOf(luna.shop)
    const thief = caller('luna').with(mine.cookies)
    const nobody = caller('luna')
    const path = '/realtime/sse?streams=private.order'
    const following = await mine.follow('private.order,private.inbox')
    expect(following, 'at its own host it works').not.toBeNull()
    same(await thief.askRealtime(path), await nobody.askRealtime(path), 'events')
    const staffPath = '/realtime/sse?streams=staff.config'
    const staffStreams = await streamsOf(staff)
    const heardByStaff = await staffStreams.follow('staff.config')
    expect(heardByStaff).not.toBeNull()
    heardByStaff?.end()
    same(
      await caller('luna').with(staffStreams.cookies).askRealtime(staffPath),
      await nobody.askRealtime(staffPath),
      'events for staff',
    )

    const subscribe = { event: 'subscribe', streams: ['private.order'] }
    expect(await mine.say(subscribe)).toMatchObject({ event: 'streams' })
    expect(await thief.say(subscribe)).toEqual(await nobody.say(subscribe))

    const [, connection = ''] = /"connection":"([^"]+)"/.exec((await following?.until('"connection"')) ?? '') ?? []
    const change = (id: string) => `/realtime/${id}/streams`
    const question = { method: 'POST', body: { subscribe: [`public.show.${showId}`] } }
    const unknown = `${connection.split('.')[0]}.${'x'.repeat(connection.split('.')[1]?.length ?? 10)}`
    for (const who of [theirs, thief, nobody])
      same(
        await who.askRealtime(change(connection), question),
        await who.askRealtime(change(unknown), question),
        'a change',
      )
    expect((await mine.askRealtime(change(connection), question)).status).toBe(200)

    // What happens at one shop is not heard at the other, though the address and the show are the same.
    const heard = await theirs.follow('private.order,private.inbox,public.promotional.luna')
    const [atAurora, atLuna] = [await order(aurora.shop), await order(luna.shop)]
    await following?.until(atAurora)
    await heard?.until(atLuna)
    // One more at aurora, after luna's: by then luna's would have been heard there, too.
    await following?.until(await order(aurora.shop))
    expect(heard?.heard).not.toContain(atAurora)
    expect(following?.heard).not.toContain(atLuna)
    following?.end()
    heard?.end()
  })

  test('a show that another shop sells: page, card, stock, hold, waitlist, search, sitemap', async () => {
    const paths = (id: string) => [`/shows/${id}`, `/shows/${id}/card.png`, `/api/shows/${id}/availability`]
    for (const [n, path] of paths(onlyAurora).entries()) {
      expect((await caller('aurora').get(path)).status, path).toBe(200)
      await expectNothing(caller('luna'), path, paths(NOTHING.uuid)[n] ?? '')
    }
    const hold = (id: string) => ({ method: 'POST', body: { showId: id, items: [{ tierId: 't1', quantity: 1 }] } })
    await expectNothing(luna.shop, '/api/holds', '/api/holds', hold(onlyAurora), hold(NOTHING.uuid))
    const wait = (id: string) => ({ method: 'POST', body: { showId: id, email, quantity: 1 } })
    await expectNothing(luna.shop, '/api/waitlist', '/api/waitlist', wait(onlyAurora), wait(NOTHING.uuid))
    expect((await caller('aurora').get(`/shows?q=${onlyAurora}`)).body).toContain(`/shows/${onlyAurora}`)
    expect((await caller('luna').get(`/shows?q=${onlyAurora}`)).body).not.toContain(`/shows/${onlyAurora}`)
    for (const [who, listed] of [
      ['aurora', true],
      ['luna', false],
    ] as const) {
      const maps = await sitemapsOf(caller(who))
      expect(
        maps.some((map) => map.includes(`/shows/${onlyAurora}<`)),
        who,
      ).toBe(listed)
    }
  })

  test('every page, map and card names its own host and no other', async () => {
    for (const [shop, other] of [
      ['aurora', 'luna'],
      ['luna', 'aurora'],
    ] as const) {
      const who = caller(shop)
      const pages = ['/', '/shows', `/shows/${showId}`, '/robots.txt', '/account/sign-in', '/orders', '/nowhere']
      const bodies = [
        ...(await Promise.all(pages.map(async (path) => (await who.get(path)).body))),
        ...(await sitemapsOf(who)),
      ]
      for (const body of bodies) expect(body).not.toMatch(new RegExp(`//${other}\\.localhost|@${other}\\.example`))
      const show = bodies[2] ?? ''
      const linked = [...show.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)].map(
        ([, json]) => json,
      )
      expect(linked.length).toBeGreaterThan(0)
      expect(linked.join()).toContain(`http://${who.host}/shows/${showId}`)
      expect(show).toContain(`<link rel="canonical" href="http://${who.host}/shows/${showId}"`)
    }
  })

  test('kept pages: the same path at another shop, and odd ways to name a host', async () => {
    const name = { aurora: /<title>[^<]*Aurora/, luna: /<title>[^<]*Luna/ }
    for (const path of ['/', '/shows', `/shows/${showId}`]) {
      // Both are kept by now, one after the other, and asked for again.
      for (const shop of ['aurora', 'luna', 'aurora', 'luna'] as const)
        expect((await caller(shop).get(path)).body, `${path} at ${shop}`).toMatch(name[shop])
      for (const { headers = {}, target } of oddWays(path)) {
        const answer = await caller('luna').ask(path, { headers, ...(target && { target }) })
        const asked = JSON.stringify({ headers, target })
        // Refused, or sent to the one address, or luna's; a request that says two hosts may be either's, but is kept as none's.
        if (answer.status === 200 && !target) expect(answer.body, asked).toMatch(name.luna)
        else if (!target) expect(answer.status, asked).toBeGreaterThanOrEqual(300)
      }
      for (const shop of ['aurora', 'luna'] as const)
        expect((await caller(shop).get(path)).body, `${path} at ${shop}, afterwards`).toMatch(name[shop])
    }
  })

  test('after somebody who lied about the host, the next one is answered as if nobody had', async () => {
    // Alike but for their ids, and nobody has seen any of them: whatever is kept of one, the liar was the first to ask for.
    const stored = Array.from({ length: oddWays('/').length + 1 }, () => madeShows(core).general())
    const [untouched = '', ...touched] = (await Promise.all(stored)).map(({ id }) => id)
    const honest = async (id: string) => unnamed(await caller('luna').get(`/shows/${id}`), id)
    const expected = await honest(untouched)
    expect(expected.status).toBe(200)
    for (const [n, id] of touched.entries()) {
      const { headers = {}, target } = oddWays(`/shows/${id}`)[n] ?? {}
      await caller('luna').ask(`/shows/${id}`, { headers, ...(target && { target }) })
      const asked = JSON.stringify({ headers, target })
      const answer = await honest(id)
      expect(answer, asked).toEqual(expected)
    }
    // The same look at aurora's page of the same show.
    const other = unnamed(await caller('aurora').get(`/shows/${untouched}`), untouched)
    expect(other.said).not.toEqual(expected.said)
  })

  test('what does not exist is said in the brand of whom it was asked', async () => {
    for (const path of [
      '/nowhere',
      '/shows/nothing',
      `/orders/${NOTHING.uuid}`,
      `/checkout/${NOTHING.uuid}`,
      '/waitlist/no',
    ]) {
      const answer = await caller('luna').get(path)
      expect(answer.body, path).toContain('Luna')
      expect(answer.body, path).not.toContain('Aurora')
    }
    for (const path of ['/metrics', '/healthz', '/readyz', '/api/metrics', '/api/healthz', '/sites/aurora.localhost'])
      expect((await caller('luna').get(path)).status, path).toBe(404)
  })

  test('a page of one shop cannot write at the other', async () => {
    const origin = `http://${caller('aurora').host}`
    for (const path of ['/api/account/sign-out', '/api/holds', '/api/inbox/read', '/api/admin/announcements']) {
      const answer = await luna.account.ask(path, { method: 'POST', body: {}, headers: { origin } })
      expect([answer.status, JSON.parse(answer.body).type], path).toEqual([403, 'storefront/forbidden-origin'])
    }
    const refused = await luna.shop.askRealtime('/realtime/sse?streams=public.show.x', { headers: { origin } })
    expect(refused.status).toBe(403)
  })
})

const caller = (shop: 'aurora' | 'luna'): Caller => {
  const balancer = system.edge.startsWith('none') ? system.balancer : undefined
  return new Caller(system.resellers[shop], balancer ?? system.resellers[shop])
}

interface Way {
  readonly headers?: Record<string, string>
  readonly target?: string
}

/** Ways to ask luna for something and to name aurora beside it, or luna oddly. */
function oddWays(path: string): Way[] {
  const theirs = caller('aurora').host
  const { port } = new URL(`http://${theirs}`)
  const address = `/sites/aurora.localhost${path}`
  return [
    { headers: { host: `LUNA.localhost:${port}` } },
    { headers: { host: `luna.localhost.:${port}` } },
    { headers: { host: 'luna.localhost' } },
    { headers: { 'x-forwarded-host': theirs } },
    { headers: { forwarded: `host=${theirs}`, 'x-original-host': theirs } },
    { headers: { 'x-rewrite-url': address, 'x-original-url': address } },
    { headers: { 'x-reseller': 'aurora', 'x-site-host': 'aurora.localhost', 'x-tenant': 'aurora' } },
    { target: `http://${theirs}${path}` },
    { headers: { host: theirs }, target: `http://${luna.shop.host}${path}` },
  ]
}

/** Somebody buys as a guest, reserves more, and opens an account, all under the one address. */
async function settle(at: 'aurora' | 'luna'): Promise<Belongings> {
  const shop = caller(at)
  const orderId = await order(shop)
  const holdId = await hold(shop)
  const password = `the password at ${at}`
  const account = caller(at)
  await account.post('/api/account/sign-up', { name: 'Same', email, password })
  const host = new RegExp(`http://${at}\\.localhost\\S*/account/verify\\?token=\\S+`)
  const token = new URL(await mailbox.linkLike(host, email)).searchParams.get('token')
  expect((await account.post('/api/account/verify', { token })).status).toBe(204)
  expect((await account.post('/api/account/sign-in', { email, password })).status).toBe(204)
  const link = new RegExp(`http://${at}\\.localhost\\S*/orders/${orderId}\\?key=[\\w.-]+`)
  const orderKey = new URL(await mailbox.linkLike(link, email)).searchParams.get('key') ?? ''
  return { shop, orderId, orderKey, holdId, account, password }
}

async function hold(shop: Caller): Promise<string> {
  const answer = await shop.post('/api/holds', { showId, items: [{ tierId: 'floor', quantity: 1 }] })
  expect(answer.status, answer.body).toBe(201)
  return JSON.parse(answer.body).id
}

/** @returns its id, once it is confirmed */
async function order(shop: Caller): Promise<string> {
  const answer = await shop.post('/api/orders', { holdId: await hold(shop), buyer: { name: 'Same', email } })
  expect(answer.status, answer.body).toBe(201)
  const { id } = JSON.parse(answer.body)
  const status = async () => JSON.parse((await shop.get(`/api/orders/${id}`)).body).status
  await patient.poll(status).toBe('confirmed')
  return id
}

/** The same person with the cookie for streams. */
async function streamsOf(who: Caller): Promise<Caller> {
  expect((await who.post('/api/realtime/session')).status).toBe(200)
  return who
}

/** What staff share: the newest version there is. */
async function newestLink(): Promise<{ version: number; days: number }> {
  const version = await new Brands(system.resellerService).draft('aurora', (config) => config)
  const state = async () => JSON.parse((await staff.get('/api/admin/state')).body).newestVersion
  await patient.poll(state).toBeGreaterThanOrEqual(version)
  return { version, days: 1 }
}

async function sitemapsOf(who: Caller): Promise<string[]> {
  const first = (await who.get('/sitemap.xml')).body
  const parts = [...first.matchAll(/<loc>([^<]+\/sitemap[^<]*)<\/loc>/g)].map(([, url]) => new URL(url ?? '').pathname)
  return [first, ...(await Promise.all(parts.map(async (path) => (await who.get(path)).body)))]
}

type Question = Parameters<Caller['ask']>[1]

/** Somebody asks for what is another shop’s, and is answered as for what never was. @param made the question for that */
async function expectNothing(
  who: Caller,
  real: string,
  nothing: string,
  question?: Question,
  made: Question = question,
  status?: number,
): Promise<void> {
  const [found, none] = [await who.ask(real, question), await who.ask(nothing, made)]
  same(asked(found, real, nothing), asked(none, nothing, real), real)
  if (status !== undefined) expect(none.status).toBe(status)
  else expect(none.status, `${nothing}: ${none.body.slice(0, 300)}`).toBeGreaterThanOrEqual(400)
}

/** An answer without those parts of the path it was asked by that another one has not; `v7` within a build's id is none. */
function asked(answer: Answer, path: string, other: string): Answer {
  const [parts, others] = [path, other].map((whole) => whole.split(/[/?=&]/))
  const own = (parts ?? []).filter((part, n) => part !== others?.[n])
  return { ...answer, body: answer.body.replaceAll(/%2F|[\w.-]+/g, (word) => (own.includes(word) ? 'ASKED' : word)) }
}

/** The same status, the same words, and the same address to go on to. */
function same(found: Answer, none: Answer, what: string): void {
  expect(found.status, what).toBe(none.status)
  const [mine, theirs] = [wordsOf(found.body), wordsOf(none.body)]
  const other = [...mine].filter((words) => !theirs.has(words)).concat([...theirs].filter((words) => !mine.has(words)))
  expect(
    other.map((words) => words.slice(0, 400)),
    what,
  ).toEqual([])
  expect(found.headers.location?.replace(/next=.*/, ''), what).toBe(none.headers.location?.replace(/next=.*/, ''))
}

/** What an answer says, but for the show's id and the moment: how React cuts and sorts its pieces is another each time. */
function unnamed({ status, headers, body }: Answer, showId: string) {
  const plain = (text: string) => text.replaceAll(showId.replace('test-', ''), 'ID')
  const { date: _date, age: _age, 'x-edge': _edge, ...lasting } = headers
  const said = [...wordsOf(plain(body))].filter((words) => !SCAFFOLD.test(words))
  return { status, headers: plain(JSON.stringify(lasting)).replaceAll(/\b[0-9a-f]{32}\b/g, 'NONCE'), said: said.sort() }
}

/** What holds the place of a piece that comes later, and what puts it there; a piece that is in time needs neither. */
const SCAFFOLD =
  /^(?:template id="[BP]:|div hidden id="S:|!--|\/?(?:template|script)$|script nonce="NONCE"$)|\$R[A-Z]|__next_f/

const PUSHED = /<script[^>]*>self\.__next_f\.push.*?<\/script>/gs

/** Every string of what React sends beside a page. */
function stringsSent(body: string): string[] {
  const sent = [...body.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)].map(([, text]) =>
    JSON.parse(text ?? '""'),
  )
  return [...sent.join('').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text ?? '')
}

/**
 * Everything a body says, without nonces and moments: the text between its tags, and every string of what React sends
 * beside them, which comes in another order and cut in other pieces each time.
 */
function wordsOf(body: string): Set<string> {
  const html = body.replaceAll(PUSHED, '')
  const words = [...html.split(/[<>]/), ...stringsSent(body)].map((text) =>
    text.replaceAll(/\b[0-9a-f]{32}\b/g, 'NONCE').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'NOW'),
  )
  return new Set(words.filter((text) => text !== '' && !text.startsWith('$')))
}
