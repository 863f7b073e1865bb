import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asReseller } from '#lib/database/database.ts'
import { noContent } from '#lib/http/json-response.ts'
import { type Ended, optOutKeysInTest } from '#lib/opt-outs/opt-out-keys.fixture.ts'
import { handle } from '#lib/route/handle.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { POST as deleteAccount } from '../account/delete/route.ts'
import { GET as exportData } from '../account/export/route.ts'
import { PASSWORD, Person, type Route, signedInPerson } from '../account/person.fixture.ts'
import { POST as switchReminders } from '../account/reminders/route.ts'
import { DELETE, GET, POST, PUT } from './[key]/route.ts'

let shop: StorefrontInTest
beforeAll(async () => {
  shop = await startStorefrontInTest()
})
afterAll(() => shop[Symbol.asyncDispose]())

const ONE_CLICK = 'List-Unsubscribe=One-Click'
const FORM = 'application/x-www-form-urlencoded'
const newAddress = () => `ada-${randomUUID().slice(0, 8)}@example.com`
const digest = (email: string, resellerId?: string) => optOutKeysInTest(shop.storefront).digest(email, resellerId)
const remindersOf = (email: string): Ended => ({ what: 'reminders', addressDigest: digest(email) })
const keyFor = (ended: Ended, resellerId?: string, nowMs?: number) =>
  optOutKeysInTest(shop.storefront).keyFor(ended, resellerId, nowMs)
const keyOf = (email: string) => keyFor(remindersOf(email))
const ended = (email: string, resellerId = 'aurora') =>
  asReseller(shop.storefront.database, resellerId, (transaction) =>
    transaction.optOut.findMany({ where: { addressDigest: digest(email, resellerId) } }),
  )

interface Ask {
  readonly method?: string
  readonly reseller?: string
  readonly headers?: Record<string, string>
  readonly body?: string | FormData | null
}

/** As a mail provider does it: no cookie, no Origin, a form. */
async function ask(route: unknown, key: string, { method = 'POST', reseller = 'aurora', headers, body }: Ask = {}) {
  const host = `${reseller}.localhost`
  const sent = body === undefined ? ONE_CLICK : body
  const request = new Request(`http://${host}/api/unsubscribe/${key}`, {
    method,
    headers: { host, ...(typeof sent === 'string' ? { 'content-type': FORM } : {}), ...headers },
    body: method === 'POST' ? sent : null,
  })
  const response = await (route as Route)(request, { params: Promise.resolve({ host, key }) })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const NOTHING = 'storefront/not-found'

describe('a mail provider that ends reminders for its reader', () => {
  it('has it done, says so in a line, and may say it again', async () => {
    const email = newAddress()
    for (let time = 0; time < 3; time++) {
      const answer = await ask(POST, keyOf(email))
      expect(answer).toMatchObject({ status: 200, text: 'aurora sends no more reminders to this address.\n' })
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect(answer.headers.getSetCookie()).toEqual([])
    }
    expect(await ended(email)).toMatchObject([{ what: 'reminders' }])
    expect(await ended(email, 'luna')).toEqual([])
    expect(JSON.stringify(await ended(email)), 'the address is not kept').not.toContain(email)
  })

  it.each(['null', 'https://mail.example', 'http://luna.localhost'])(
    'may do so from %s, cookies or not',
    async (origin) => {
      const email = newAddress()
      const headers = { origin, cookie: 'customer=a.b; session=x.y' }
      expect((await ask(POST, keyOf(email), { headers })).status).toBe(200)
      expect(await ended(email)).toHaveLength(1)
    },
  )

  it('may send the other form that forms have', async () => {
    const email = newAddress()
    const body = new FormData()
    body.set('List-Unsubscribe', 'One-Click')
    expect((await ask(POST, keyOf(email), { body })).status).toBe(200)
    expect(await ended(email)).toHaveLength(1)
  })

  it.each([
    ['nothing', { body: '' }, 400],
    ['something else', { body: 'List-Unsubscribe=Maybe' }, 400],
    ['JSON', { body: '{"List-Unsubscribe":"One-Click"}', headers: { 'content-type': 'application/json' } }, 415],
    ['no body', { body: null }, 415],
    ['half a form', { body: '--x\r\n', headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 400],
    ['17 KB', { body: `${ONE_CLICK}&x=${'x'.repeat(17_000)}` }, 413],
  ])('changes nothing with %s', async (_, what, status) => {
    const email = newAddress()
    expect((await ask(POST, keyOf(email), what)).status).toBe(status)
    expect(await ended(email)).toEqual([])
  })
})

describe('a link that is not good', () => {
  const YEAR_MS = 365 * 24 * 60 * 60_000
  const bad: [what: string, make: (email: string) => string, reseller: string][] = [
    ['is another reseller’s', keyOf, 'luna'],
    ['is forged', (email) => `${keyOf(email).slice(0, -43)}${'x'.repeat(43)}`, 'aurora'],
    [
      'names another address',
      (email) => keyOf('eve@example.com').replace(digest('eve@example.com'), digest(email)),
      'aurora',
    ],
    ['is over', (email) => keyFor(remindersOf(email), 'aurora', Date.now() - YEAR_MS - 1_000), 'aurora'],
    ['is none at all', () => 'x'.repeat(120), 'aurora'],
    ['is too short to be one', () => 'x', 'aurora'],
  ]
  it.each(bad)('and %s is answered as what does not exist, however it is used', async (_, make, reseller) => {
    const email = newAddress()
    const key = make(email)
    for (const [route, method] of [[POST, 'POST'], [PUT, 'PUT'], [DELETE, 'DELETE'], [GET, 'GET']] as const) // biome-ignore format: one line
      expect(await ask(route, key, { method, reseller }), method).toMatchObject({
        status: 404,
        text: expect.stringContaining(NOTHING),
      })
    expect(await ended(email)).toEqual([])
    expect(await ended(email, 'luna')).toEqual([])
  })
})

describe('whoever only opens it', () => {
  it('is led to the page that asks, and nothing is changed', async () => {
    const email = newAddress()
    const key = keyOf(email)
    const opened = await ask(GET, key, { method: 'GET' })
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/unsubscribe/${key}`])
    expect(await ended(email)).toEqual([])
  })
})

describe('the page’s buttons', () => {
  it('end it and take it back, again and again', async () => {
    const email = newAddress()
    const key = keyOf(email)
    for (let time = 0; time < 2; time++) expect((await ask(PUT, key, { method: 'PUT' })).status).toBe(204)
    expect(await ended(email)).toHaveLength(1)
    for (let time = 0; time < 2; time++) expect((await ask(DELETE, key, { method: 'DELETE' })).status).toBe(204)
    expect(await ended(email)).toEqual([])
  })

  it('work on their own page only', async () => {
    const email = newAddress()
    const headers = { origin: 'https://mail.example' }
    for (const [route, method] of [[PUT, 'PUT'], [DELETE, 'DELETE']] as const) // biome-ignore format: one line
      expect((await ask(route, keyOf(email), { method, headers })).status).toBe(403)
    expect(await ended(email)).toEqual([])
  })
})

it('a route that looks at who somebody is never takes what comes from anywhere, whatever it says', async () => {
  const headers = { origin: 'https://mail.example' }
  for (const who of [
    { customer: 'maybe' },
    { customer: 'minted' },
    { customer: 'anyone', account: 'optional' },
  ] as const)
    expect((await ask(handle({ ...who, anyOrigin: true }, noContent), 'key', { headers })).status).toBe(403)
})

describe('a place on a waitlist', () => {
  async function place() {
    const token = randomBytes(24).toString('base64url')
    const entryId = randomUUID()
    await asReseller(shop.storefront.database, 'aurora', (transaction) =>
      transaction.waitlistEntry.create({
        data: {
          ...{ resellerId: 'aurora', entryId, showId: 'full', tierId: '', email: newAddress(), quantity: 1 },
          ...{ locale: 'en-GB', token, confirmedAt: new Date() },
        },
      }),
    )
    const isThere = () =>
      asReseller(shop.storefront.database, 'aurora', (transaction) =>
        transaction.waitlistEntry.count({ where: { entryId } }),
      )
    return { token, key: keyFor({ what: 'waitlist', token }), isThere }
  }

  it('is left with one click, once and for all; whoever opens the link is led to its page', async () => {
    const { key, token, isThere } = await place()
    const opened = await ask(GET, key, { method: 'GET' })
    expect(opened.headers.get('location')).toBe(`/waitlist/${token}`)
    expect(await isThere()).toBe(1)
    for (let time = 0; time < 2; time++) expect((await ask(POST, key)).status).toBe(200)
    expect(await isThere()).toBe(0)
    expect((await ask(DELETE, key, { method: 'DELETE' })).status, 'there is no way back into the line').toBe(404)
  })

  it('is not left with another reseller’s link', async () => {
    const { token, key, isThere } = await place()
    expect((await ask(POST, key, { reseller: 'luna' })).status).toBe(404)
    const theirs = keyFor({ what: 'waitlist', token }, 'luna')
    expect((await ask(POST, theirs, { reseller: 'luna' })).status).toBe(200) // ends what luna has: nothing
    expect(await isThere()).toBe(1)
  })
})

describe('an account', () => {
  it('has a switch for the same', async () => {
    const person = await signedInPerson(shop)
    expect((await person.ask(switchReminders, { wanted: false })).status).toBe(204)
    expect((await person.ask(switchReminders, { wanted: false })).status).toBe(204)
    expect(await ended(person.email)).toHaveLength(1)
    expect((await person.ask(exportData)).body).toMatchObject({
      optOuts: [{ what: 'reminders', since: expect.any(String) }],
    })
    expect((await person.ask(switchReminders, { wanted: true })).status).toBe(204)
    expect(await ended(person.email)).toEqual([])
  })

  it('that is deleted leaves it in force', async () => {
    const person = await signedInPerson(shop)
    await ask(POST, keyOf(person.email))
    expect((await person.ask(deleteAccount, { password: PASSWORD })).status).toBe(204)
    expect(await ended(person.email)).toHaveLength(1)
  })

  it('is needed for the switch, and its own page', async () => {
    expect((await new Person().ask(switchReminders, { wanted: false })).status).toBe(401)
    const person = await signedInPerson(shop)
    const headers = { origin: 'https://mail.example' }
    expect((await person.ask(switchReminders, { wanted: false }, { headers })).status).toBe(403)
    expect(await ended(person.email)).toEqual([])
  })
})
