import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleShow } from '#dev/core/testing/sample-show.ts'
import { readAccount } from '#lib/accounts/read-account.ts'
import { asReseller } from '#lib/database/database.ts'
import { queueMail } from '#lib/mail/queue-mail.ts'
import { publish, type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { GET as readHold } from '../holds/[id]/route.ts'
import { POST as createHold } from '../holds/route.ts'
import { POST as createOrder } from '../orders/route.ts'
import { POST as openRealtime } from '../realtime/session/route.ts'
import { POST as deleteAccount } from './delete/route.ts'
import { POST as changeEmail } from './email/route.ts'
import { GET as exportData } from './export/route.ts'
import { POST as forgot } from './forgot/route.ts'
import { POST as changePassword } from './password/route.ts'
import { lastToken, mailsTo, newAddress, newEmail, PASSWORD, Person, signedInPerson } from './person.fixture.ts'
import { POST as profile } from './profile/route.ts'
import { POST as resend } from './resend/route.ts'
import { POST as reset } from './reset/route.ts'
import { GET as session } from './session/route.ts'
import { POST as endSessions } from './sessions/end/route.ts'
import { GET as listSessions } from './sessions/route.ts'
import { POST as signIn } from './sign-in/route.ts'
import { POST as signOut } from './sign-out/route.ts'
import { POST as signUp } from './sign-up/route.ts'
import { POST as verify } from './verify/route.ts'

let shop: StorefrontInTest
beforeAll(async () => {
  shop = await startStorefrontInTest()
  await shop.core.store(sampleShow({ id: 'night-train', maxPerBuyer: 6 }))
})
afterAll(() => shop[Symbol.asyncDispose]())

const floor = { showId: 'night-train', items: [{ tierId: 'floor', quantity: 1 }] }
const who = async (person: Person) => (await person.ask(session)).body?.account
const claims = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

/** A notification, named by the address, and a place on a waitlist. */
async function keepSomething(person: Person & { email: string }): Promise<void> {
  const account = await readAccount(shop.aurora, person.cookie, false, shop.storefront)
  const resellerId = 'aurora'
  await asReseller(shop.storefront.database, resellerId, async (transaction) => {
    const told = { notificationId: person.email, dedupeKey: person.email, kind: 'order.confirmed', data: {} }
    await transaction.notification.create({
      data: { ...told, resellerId, customerRef: account?.customerRef ?? '' },
    })
    const waits = { entryId: person.email, showId: 'night-train', tierId: '', quantity: 2, locale: 'en-GB' }
    await transaction.waitlistEntry.create({ data: { ...waits, resellerId, email: person.email, token: person.email } })
    const found = { resellerId, orderId: account?.accountId ?? '' }
    await transaction.orderLookup.create({
      data: { ...found, customerRef: account?.customerRef ?? '', boughtAt: new Date() },
    })
    await transaction.orderWord.create({ data: { ...found, kind: 'name', word: person.email } })
    const event = { orderId: `waits-${person.email}`, customerRef: account?.customerRef, status: 'confirmed' }
    for (const one of [event, { ...event, customerRef: 'somebody-else-00000000' }])
      await transaction.parkedEvent.create({
        data: { resellerId, eventId: randomUUID(), record: { event: one }, reason: 'the key is refused' },
      })
  })
}

/** As an order's mail is: to its address as its buyer spelt it. */
const mailed = (to: string) =>
  queueMail(shop.storefront.database, shop.aurora, { kind: 'account.deleted', to, data: {} })

describe('an account', () => {
  it('begins with a sign-up, lives once its address is confirmed, and knows who is signed in', async () => {
    const person = new Person()
    const email = newEmail()
    expect((await person.ask(signUp, { name: ' Ada ', email: email.toUpperCase(), password: PASSWORD })).status).toBe(
      204,
    )
    expect(await person.ask(signIn, { email, password: PASSWORD })).toMatchObject({
      status: 403,
      type: 'storefront/email-not-verified',
    })
    expect(await mailsTo(shop, email)).toMatchObject([{ kind: 'account.verify' }, { kind: 'account.verify' }])
    const token = await lastToken(shop, email)
    expect((await person.ask(verify, { token })).status).toBe(204)
    expect(person.jar.has('session')).toBe(false) // whoever has the mail is not signed in by it
    const answer = await person.ask(signIn, { email, password: PASSWORD })
    expect(answer.status).toBe(204)
    expect(answer.cookies.find((cookie) => cookie.startsWith('session='))).toMatch(/Path=\/; HttpOnly; SameSite=Lax$/)
    expect(await who(person)).toEqual({ name: 'Ada', email, staff: null })
  })

  it('is written to in the language of the page that asked, whoever asked before', async () => {
    await publish(shop.storefront, 'aurora', { version: 2, locales: ['en-GB', 'de-DE'] })
    await shop.storefront.sites.refresh()
    const inGerman = { params: { host: 'aurora.localhost~de' } }
    const localesTo = async (email: string) => {
      const rows = await asReseller(shop.storefront.database, 'aurora', (transaction) =>
        transaction.mail.findMany({ where: { recipient: email }, orderBy: { createdAt: 'asc' } }),
      )
      return rows.map(({ kind, locale }) => `${kind} ${locale}`)
    }
    const [english, german] = [newEmail(), newEmail()]
    await new Person().ask(signUp, { name: 'Ada', email: english, password: PASSWORD })
    const person = new Person()
    await person.ask(signUp, { name: 'Ada', email: german, password: PASSWORD }, inGerman)
    await person.ask(verify, { token: await lastToken(shop, german) }, inGerman)
    await person.ask(forgot, { email: german }, inGerman)
    await new Person().ask(forgot, { email: german })
    expect(await localesTo(english)).toEqual(['account.verify en-GB'])
    expect(await localesTo(german)).toEqual(['account.verify de-DE', 'account.reset de-DE', 'account.reset en-GB'])
  })

  it('has a cookie that only goes over TLS where the shop does', async () => {
    const { email } = await signedInPerson(shop)
    const safe = new Person()
    const headers = { 'x-forwarded-proto': 'https', origin: 'https://aurora.localhost' }
    const answer = await safe.ask(signIn, { email, password: PASSWORD }, { headers })
    const cookie = answer.cookies.find((one) => one.startsWith('__Host-session='))
    expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(cookie).not.toMatch(/Domain/)
    expect((await safe.ask(session, undefined, { headers })).body?.account).not.toBeNull()
  })

  it('changes its name, its address and its password', async () => {
    const person = await signedInPerson(shop)
    expect((await person.ask(profile, { name: 'Ada Lovelace' })).status).toBe(204)
    const email = newEmail()
    expect(await person.ask(changeEmail, { email, password: 'not it at all' })).toMatchObject({
      status: 403,
      type: 'storefront/wrong-password',
    })
    expect((await person.ask(changeEmail, { email, password: PASSWORD })).status).toBe(204)
    expect(await who(person)).toMatchObject({ name: 'Ada Lovelace', email: person.email })
    const token = await lastToken(shop, email)
    expect((await person.ask(verify, { token })).status).toBe(204)
    expect(await who(person)).toMatchObject({ email })
    expect(await mailsTo(shop, email)).toMatchObject([{ kind: 'account.confirm-new-email' }])
    expect((await mailsTo(shop, person.email)).at(-1)).toMatchObject({ kind: 'account.email-changed' })
    // Once: a link that was followed does not work again, not even after the way back.
    expect(await person.ask(verify, { token })).toMatchObject({ status: 410, type: 'storefront/link-used-up' })

    const other = new Person()
    await other.ask(signIn, { email, password: PASSWORD })
    expect((await person.ask(changePassword, { currentPassword: PASSWORD, password: 'a whole new one' })).status).toBe(
      204,
    )
    expect(await who(person)).toMatchObject({ email })
    expect(await who(other)).toBeNull()
    expect((await new Person().ask(signIn, { email, password: PASSWORD })).type).toBe('storefront/wrong-credentials')
    expect((await new Person().ask(signIn, { email, password: 'a whole new one' })).status).toBe(204)
  })

  it('is deleted for good with its password, and with all that is signed in', async () => {
    const person = await signedInPerson(shop)
    const other = new Person()
    await other.ask(signIn, { email: person.email, password: PASSWORD })
    expect((await person.ask(deleteAccount, { password: 'not it at all' })).type).toBe('storefront/wrong-password')
    expect((await person.ask(deleteAccount, { password: PASSWORD })).status).toBe(204)
    expect([...person.jar.keys()]).toEqual([])
    expect(await who(other)).toBeNull()
    expect((await person.ask(signIn, { email: person.email, password: PASSWORD })).type).toBe(
      'storefront/wrong-credentials',
    )
    expect((await mailsTo(shop, person.email)).at(-1)).toMatchObject({ kind: 'account.deleted' })
  })

  it('takes its inbox, its places on waitlists and what its orders are found by along when it is deleted, and nobody else’s', async () => {
    const [person, neighbour] = [await signedInPerson(shop), await signedInPerson(shop)]
    for (const one of [person, neighbour]) await keepSomething(one)
    await person.ask(deleteAccount, { password: PASSWORD })
    const { database } = shop.storefront
    const kept = await asReseller(database, 'aurora', async (transaction) => [
      await transaction.notification.count({ where: { notificationId: person.email } }),
      await transaction.waitlistEntry.count({ where: { email: person.email } }),
      await transaction.orderWord.count({ where: { word: person.email } }),
      await transaction.notification.count({ where: { notificationId: neighbour.email } }),
      await transaction.waitlistEntry.count({ where: { email: neighbour.email } }),
      await transaction.orderWord.count({ where: { word: neighbour.email } }),
    ])
    expect(kept).toEqual([0, 0, 0, 1, 1, 1])
  })

  it('can be deleted at a second try when what belongs to it could not be forgotten at the first', async () => {
    const person = await signedInPerson(shop)
    await keepSomething(person)
    const { database } = shop.storefront
    const customerRef = (await readAccount(shop.aurora, person.cookie, false, shop.storefront))?.customerRef ?? ''
    // Somebody has a row of theirs for longer than the storefront waits for anything.
    const aWhile = 30_000
    await asReseller(
      database,
      'aurora',
      async (transaction) => {
        await transaction.notification.updateMany({ where: { customerRef }, data: { readAt: new Date() } })
        expect((await person.ask(deleteAccount, { password: PASSWORD })).status).toBe(503)
      },
      aWhile,
    )
    expect((await person.ask(deleteAccount, { password: PASSWORD })).status).toBe(204)
    const left = await asReseller(database, 'aurora', async (transaction) => [
      await transaction.notification.count({ where: { customerRef } }),
      await transaction.forgottenBuyer.count({ where: { customerRef } }),
    ])
    expect(left).toEqual([0, 1])
  })

  it('gives its owner all that is known of it, and no secret', async () => {
    const person = await signedInPerson(shop)
    await keepSomething(person)
    const hold = (await person.ask(createHold, floor)).body as { id: string }
    await person.ask(createOrder, { holdId: hold.id, buyer: { name: 'Ada', email: person.email } })
    await mailed(person.email.replace('ada', 'Ada'))
    await mailed(person.email.replace('-', '_'))
    const { body, status } = await person.ask(exportData)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      account: { name: 'Ada', email: person.email, emailVerified: true },
      sessions: [{ current: true, browser: 'Firefox', system: 'Windows' }],
      holds: [{ showId: 'night-train' }],
      orders: [{ showId: 'night-train', buyer: { email: person.email } }],
      ordersComplete: true,
      notifications: [{ kind: 'order.confirmed', readAt: null }],
      notificationsComplete: true,
      waitlist: [{ showId: 'night-train', quantity: 2 }],
      waitingNews: [{ orderId: `waits-${person.email}`, status: 'confirmed' }],
      holdsComplete: true,
      mails: [{ kind: 'account.deleted' }],
      mailsComplete: true,
    })
    const token = decodeURIComponent(person.jar.get('session') ?? '').split('.')[0] ?? ''
    expect(token).toHaveLength(32)
    const account = await readAccount(shop.aurora, person.cookie, false, shop.storefront)
    for (const secret of [token, account?.customerRef, 'scrypt', 'customerRef', 'password'])
      expect(JSON.stringify(body)).not.toContain(secret)
  })

  it('says so when it does not give all that somebody was told, and gives the newest', async () => {
    const person = await signedInPerson(shop)
    const account = await readAccount(shop.aurora, person.cookie, false, shop.storefront)
    const [resellerId, customerRef] = ['aurora', account?.customerRef ?? '']
    await asReseller(shop.storefront.database, resellerId, async (transaction) => {
      const told = Array.from({ length: 1_001 }, (_, n) => ({
        ...{ notificationId: `${person.email}-${n}`, dedupeKey: `${person.email}-${n}`, createdAt: new Date(n) },
        ...{ resellerId, customerRef, kind: 'order.confirmed', data: { n } },
      }))
      await transaction.notification.createMany({ data: told })
    })
    const { body } = await person.ask(exportData)
    const { notifications, notificationsComplete } = body as never as {
      notifications: { data: { n: number } }[]
      notificationsComplete: boolean
    }
    expect(notificationsComplete).toBe(false)
    expect([notifications.length, notifications[0]?.data.n, notifications.at(-1)?.data.n]).toEqual([1_000, 1, 1_000])
  })

  it.each([
    ['profile', profile, { name: 'Eve' }],
    ['email', changeEmail, { email: 'eve@example.com', password: PASSWORD }],
    ['password', changePassword, { currentPassword: PASSWORD, password: 'a whole new one' }],
    ['delete', deleteAccount, { password: PASSWORD }],
    ['ending sessions', endSessions, { others: true }],
    ['sessions', listSessions, undefined],
    ['export', exportData, undefined],
  ])('is nobody’s without signing in: %s', async (_name, route, body) => {
    const stranger = new Person()
    stranger.jar.set('session', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.c2lnbmVkIGJ5IG5vYm9keQ%3D%3D')
    expect(await stranger.ask(route, body)).toMatchObject({ status: 401, type: 'storefront/sign-in-needed' })
  })
})

describe('two resellers', () => {
  it('have two people with the same address', async () => {
    const email = newEmail()
    const atAurora = await signedInPerson(shop, { email })
    const atLuna = new Person('luna')
    expect((await atLuna.ask(signIn, { email, password: PASSWORD })).type).toBe('storefront/wrong-credentials')
    await signedInPerson(shop, { reseller: 'luna', email, person: atLuna })
    expect((await atLuna.ask(profile, { name: 'Another Ada' })).status).toBe(204)
    expect(await who(atAurora)).toMatchObject({ name: 'Ada' })
    await atAurora.ask(deleteAccount, { password: PASSWORD })
    expect(await who(atLuna)).toMatchObject({ name: 'Another Ada' })
  })

  it('do not take each other’s cookies or links', async () => {
    const email = newEmail()
    const person = await signedInPerson(shop, { email })
    const carried = new Person('luna')
    for (const [name, value] of person.jar) carried.jar.set(name, value)
    expect(await who(carried)).toBeNull()
    expect((await carried.ask(listSessions)).status).toBe(401)

    const atLuna = new Person('luna')
    await atLuna.ask(signUp, { name: 'Ada', email, password: PASSWORD })
    const token = await lastToken(shop, email, 'luna')
    expect((await person.ask(verify, { token })).type).toBe('storefront/link-used-up')
    expect((await atLuna.ask(signIn, { email, password: PASSWORD })).type).toBe('storefront/email-not-verified')

    await person.ask(forgot, { email })
    const resetToken = await lastToken(shop, email)
    expect((await atLuna.ask(reset, { token: resetToken, password: 'a whole new one' })).type).toBe(
      'storefront/link-used-up',
    )
  })

  it('cannot end each other’s sessions', async () => {
    const person = await signedInPerson(shop)
    const other = await signedInPerson(shop, { reseller: 'luna' })
    const account = await readAccount(shop.aurora, person.cookie, false, shop.storefront)
    expect((await other.ask(endSessions, { sessionId: account?.sessionId ?? '' })).status).toBe(404)
    expect(await who(person)).not.toBeNull()
  })

  it('see no row of each other’s, whatever a query asks', async () => {
    const person = await signedInPerson(shop)
    for (const table of ['customerAccount', 'accountSession', 'accountCredential', 'staffMember'] as const) {
      const read = (reseller: string) =>
        asReseller(shop.storefront.database, reseller, (transaction) =>
          (transaction[table] as unknown as { findMany(): Promise<{ resellerId: string }[]> }).findMany(),
        )
      expect(new Set((await read('luna')).map(({ resellerId }) => resellerId)).has('aurora')).toBe(false)
    }
    const outside = await shop.storefront.database.customerAccount.findMany({ where: { email: person.email } })
    expect(outside).toEqual([])
  })
})

describe('what is not told', () => {
  it('is whether an address has an account: signing up, asking for a password, asking for a link', async () => {
    const { email } = await signedInPerson(shop)
    const known = await new Person().ask(signUp, { name: 'Eve', email, password: 'another password' })
    const unknown = await new Person().ask(signUp, { name: 'Eve', email: newEmail(), password: 'another password' })
    expect(known).toEqual(unknown)
    expect((await mailsTo(shop, email)).at(-1)).toMatchObject({ kind: 'account.exists' })
    expect((await new Person().ask(signIn, { email, password: PASSWORD })).status).toBe(204) // it is as it was

    expect(await new Person().ask(forgot, { email })).toEqual(await new Person().ask(forgot, { email: newEmail() }))
    const wrong = await new Person().ask(signIn, { email, password: 'not it at all' })
    const nobody = await new Person().ask(signIn, { email: newEmail(), password: 'not it at all' })
    expect(wrong).toEqual(nobody)
  })

  it('is anything secret in the answers', async () => {
    const person = await signedInPerson(shop)
    const text = JSON.stringify([await person.ask(session), (await person.ask(listSessions)).body])
    expect(text).not.toMatch(/customerRef|token|password/)
  })
})

describe('somebody else’s address', () => {
  it('cannot be taken beforehand: who signs up anew chooses the password', async () => {
    const email = newEmail()
    await new Person().ask(signUp, { name: 'Eve', email, password: 'the password of Eve' })
    const eves = await lastToken(shop, email)
    await new Person().ask(signUp, { name: 'Ada', email, password: PASSWORD })
    expect((await new Person().ask(verify, { token: eves })).type).toBe('storefront/link-used-up')
    await new Person().ask(verify, { token: await lastToken(shop, email) })
    expect((await new Person().ask(signIn, { email, password: 'the password of Eve' })).type).toBe(
      'storefront/wrong-credentials',
    )
    expect((await new Person().ask(signIn, { email, password: PASSWORD })).status).toBe(204)
  })
})

describe('a change of address', () => {
  /** Somebody asked for it, and the link that was mailed to the new address. */
  async function asked() {
    const [person, email] = [await signedInPerson(shop), newEmail()]
    expect((await person.ask(changeEmail, { email, password: PASSWORD })).status).toBe(204)
    return { person, email, token: await lastToken(shop, email) }
  }

  it('goes to an address that somebody signed up with and never confirmed', async () => {
    const [person, email] = [await signedInPerson(shop), newEmail()]
    await new Person().ask(signUp, { name: 'Eve', email, password: 'the password of Eve' })
    const eves = await lastToken(shop, email)
    expect((await person.ask(changeEmail, { email, password: 'not it at all' })).status).toBe(403)
    expect((await person.ask(changeEmail, { email, password: PASSWORD })).status).toBe(204)
    expect((await mailsTo(shop, email)).at(-1)).toMatchObject({ kind: 'account.confirm-new-email' })
    expect((await person.ask(verify, { token: await lastToken(shop, email) })).status).toBe(204)
    expect(await who(person)).toMatchObject({ email })
    expect((await new Person().ask(verify, { token: eves })).type).toBe('storefront/link-used-up')
  })

  it('is not kept from them by whoever signs up with it after the link was mailed', async () => {
    const { person, email, token } = await asked()
    await new Person().ask(signUp, { name: 'Eve', email, password: 'the password of Eve' })
    expect((await person.ask(verify, { token })).status).toBe(204)
    expect(await who(person)).toMatchObject({ email })
    expect((await mailsTo(shop, person.email)).at(-1)).toMatchObject({ kind: 'account.email-changed' })
    expect((await new Person().ask(signIn, { email, password: 'the password of Eve' })).type).toBe(
      'storefront/wrong-credentials',
    )
  })

  it('leads nowhere once somebody has confirmed it, and nobody is told that it changed', async () => {
    const { person, email, token } = await asked()
    await signedInPerson(shop, { email })
    expect(await person.ask(verify, { token })).toMatchObject({ status: 410, type: 'storefront/link-used-up' })
    expect(await who(person)).toMatchObject({ email: person.email })
    expect(await mailsTo(shop, person.email)).toEqual([])
  })

  it('happens only together with the mail that tells the old address', async () => {
    const { person, token } = await asked()
    const owner = new pg.Client(shop.database.ownerUrl)
    await owner.connect()
    await owner.query('REVOKE INSERT ON mail FROM marquee_app')
    try {
      expect((await person.ask(verify, { token })).status).toBe(503)
      expect(await who(person)).toMatchObject({ email: person.email })
    } finally {
      await owner.query('GRANT INSERT ON mail TO marquee_app')
      await owner.end()
    }
    expect((await person.ask(verify, { token })).status).toBe(204)
    expect(await mailsTo(shop, person.email)).toMatchObject([{ kind: 'account.email-changed' }])
  })
})

describe('a new password by mail', () => {
  it('opens an account that too many guesses have locked', async () => {
    const { email } = await signedInPerson(shop)
    for (let n = 0; n < 11; n += 1) await new Person().ask(signIn, { email, password: `guess number ${n}` })
    expect((await new Person().ask(signIn, { email, password: PASSWORD })).type).toBe('storefront/too-many-attempts')
    await new Person().ask(forgot, { email })
    await new Person().ask(reset, { token: await lastToken(shop, email), password: 'a whole new one' })
    expect((await new Person().ask(signIn, { email, password: 'a whole new one' })).status).toBe(204)
  })

  it('is chosen once per link, ends every session, and the link leads to the reseller’s own site', async () => {
    const person = await signedInPerson(shop)
    const headers = { host: 'aurora.localhost', 'x-forwarded-host': 'evil.example', origin: 'http://aurora.localhost' }
    await person.ask(forgot, { email: person.email }, { headers })
    const mail = (await mailsTo(shop, person.email)).at(-1)
    expect(mail).toMatchObject({ kind: 'account.reset', url: expect.stringMatching(/^\/account\/reset\?token=/) })
    const token = await lastToken(shop, person.email)
    expect((await new Person().ask(reset, { token, password: 'short' })).type).toBe('storefront/invalid-request')
    expect((await new Person().ask(reset, { token, password: 'a whole new one' })).status).toBe(204)
    expect(await who(person)).toBeNull()
    expect(await new Person().ask(reset, { token, password: 'and one more time' })).toMatchObject({ status: 410 })
    expect((await new Person().ask(signIn, { email: person.email, password: 'a whole new one' })).status).toBe(204)
  })

  it('is chosen by one of many who follow the link at once', async () => {
    const { email } = await signedInPerson(shop)
    await new Person().ask(forgot, { email })
    const token = await lastToken(shop, email)
    const all = Array.from({ length: 4 }, (_, n) =>
      new Person().ask(reset, { token, password: `password number ${n}` }),
    )
    const statuses = (await Promise.all(all)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 204)).toHaveLength(1)
  })
})

describe('a session', () => {
  it('is a new one with every sign-in, whatever cookie was there before', async () => {
    const first = await signedInPerson(shop)
    const planted = first.jar.get('session') ?? ''
    const victim = new Person()
    victim.jar.set('session', planted)
    const other = await signedInPerson(shop)
    await victim.ask(signIn, { email: other.email, password: PASSWORD })
    expect(victim.jar.get('session')).not.toBe(planted)
    expect(await who(victim)).toMatchObject({ email: other.email })
    expect(await who(first)).toBeNull() // it was given away, and is over
  })

  it('is ended from another device, by its id, and by nobody else', async () => {
    const phone = await signedInPerson(shop)
    const laptop = new Person()
    await laptop.ask(signIn, { email: phone.email, password: PASSWORD })
    const { items } = (await laptop.ask(listSessions)).body as { items: { id: string; current: boolean }[] }
    expect(items).toHaveLength(2)
    const { id } = items.find(({ current }) => !current) ?? { id: '' }
    expect((await (await signedInPerson(shop)).ask(endSessions, { sessionId: id })).status).toBe(404)
    expect((await laptop.ask(endSessions, { sessionId: id })).status).toBe(204)
    expect(await who(phone)).toBeNull()
    expect(await who(laptop)).not.toBeNull()
  })

  it('that was signed out stays out, however its copy in Redis is lost and whoever reads it meanwhile', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => signedInPerson(shop)))
    for (const person of people) {
      const { cookie } = person
      const read = () => readAccount(shop.aurora, cookie, false, shop.storefront)
      // Misses, so that reading goes to PostgreSQL and puts copies back while the session is being ended.
      const keys = await shop.storefront.sessionsRedis.keys('accounts:aurora:[A-Za-z0-9]*')
      const copies = keys.filter((key) => key.split(':')[2]?.length === 32)
      if (copies.length > 0) await shop.storefront.sessionsRedis.del(copies)
      await Promise.all([read(), person.ask(signOut, {}), read(), read()])
      expect(await read()).toBeNull()
    }
  })

  it('is put back into Redis after PostgreSQL was asked', async () => {
    const person = await signedInPerson(shop)
    const token = decodeURIComponent(person.jar.get('session') ?? '').split('.')[0]
    const key = `accounts:aurora:${token}`
    await shop.storefront.sessionsRedis.del(key)
    expect(await readAccount(shop.aurora, person.cookie, false, shop.storefront)).not.toBeNull()
    expect(await shop.storefront.sessionsRedis.exists(key)).toBe(1)
    expect(await shop.storefront.sessionsRedis.ttl(key)).toBeLessThanOrEqual(60)
  })
})

describe('limits', () => {
  it('stop who tries one password after the other at one account, from however many addresses', async () => {
    const { email } = await signedInPerson(shop)
    const answers = []
    for (let n = 0; n < 12; n += 1)
      answers.push(await new Person().ask(signIn, { email, password: `guess number ${n}` }))
    expect(answers.slice(0, 10).every(({ type }) => type === 'storefront/wrong-credentials')).toBe(true)
    expect(answers.slice(10)).toMatchObject([{ status: 429 }, { status: 429 }])
    const refused = await new Person().ask(signIn, { email, password: PASSWORD })
    expect(refused.type).toBe('storefront/too-many-attempts')
    // What is left of the account's own quarter of an hour, and not of a client's minute.
    expect(refused.retryAfterS).toBeGreaterThan(60)
    expect(refused.retryAfterS).toBeLessThanOrEqual(15 * 60)
    const hash = createHash('sha256').update(email).digest('base64url')
    expect(await shop.storefront.sessionsRedis.expire(`accounts:aurora:attempts:${hash}`, 30)).toBe(1)
    const later = await new Person().ask(signIn, { email, password: PASSWORD })
    expect(later.retryAfterS).toBeGreaterThan(0)
    expect(later.retryAfterS).toBeLessThanOrEqual(30)
  })

  it('leave an account that waits for its confirmation alone when a sign-up under its address is refused', async () => {
    const [person, eve, email] = [new Person(), new Person(), newEmail()]
    await person.ask(signUp, { name: 'Ada', email, password: PASSWORD })
    const token = await lastToken(shop, email)
    const answers = []
    for (let n = 0; n < 10; n += 1)
      answers.push(await eve.ask(signUp, { name: 'Eve', email: newEmail(), password: PASSWORD }))
    answers.push(await eve.ask(signUp, { name: 'Eve', email, password: PASSWORD }))
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(204), 429])
    expect((await person.ask(verify, { token })).status).toBe(204)
    expect((await person.ask(signIn, { email, password: PASSWORD })).status).toBe(204)
  })

  it('count a household’s addresses as one, and nobody else’s', async () => {
    const home = newAddress().replace('::1', ':')
    const ask = (address: string) => new Person('aurora', address).ask(forgot, { email: newEmail() })
    const answers = []
    for (let n = 1; n <= 7; n += 1) answers.push(await ask(`${home}:${n}`))
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204, 429, 429])
    expect(answers.at(-1)?.retryAfterS, 'the window').toBe(60)
    expect((await ask(newAddress())).status).toBe(204)
  })

  it('fill nobody’s mailbox, however many clients ask, and answer as if they had', async () => {
    const { email } = await signedInPerson(shop)
    const unconfirmed = newEmail()
    const fromAnywhere = (route: unknown, body: object) => new Person().ask(route, body)
    const asked = [
      () => fromAnywhere(forgot, { email: email.toUpperCase() }),
      () => fromAnywhere(signUp, { name: 'Eve', email, password: PASSWORD }),
      () => fromAnywhere(signUp, { name: 'Eve', email: unconfirmed, password: PASSWORD }),
      () => fromAnywhere(resend, { email: unconfirmed }),
    ]
    for (const ask of asked) {
      const answers = []
      for (let n = 0; n < 5; n += 1) answers.push(await ask())
      expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
        Array.from({ length: 5 }, () => ({ status: 204, body: null })),
      )
    }
    const kinds = (await mailsTo(shop, email)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'account.reset')).toHaveLength(3)
    expect(kinds.filter((kind) => kind === 'account.exists')).toHaveLength(3)
    expect(await mailsTo(shop, unconfirmed)).toHaveLength(3)
    const other = newEmail()
    await fromAnywhere(signUp, { name: 'Ada', email: other, password: PASSWORD })
    expect(await mailsTo(shop, other)).toHaveLength(1)
  })

  it('do not believe a client’s own word about its address', async () => {
    const address = newAddress()
    const statuses = []
    for (let n = 0; n < 6; n += 1) {
      const headers = { 'x-forwarded-for': newAddress(), forwarded: `for=${n}`, 'x-real-ip': newAddress(), 'x-client-address': newAddress() } // biome-ignore format: one line
      statuses.push((await new Person('aurora', address).ask(forgot, { email: newEmail() }, { headers })).status)
    }
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('what somebody bought as a guest', () => {
  it('is the account’s from the sign-up on', async () => {
    const person = new Person()
    const hold = (await person.ask(createHold, floor)).body as { id: string }
    await signedInPerson(shop, { person })
    expect(person.jar.has('customer')).toBe(false)
    expect((await person.ask(readHold, undefined, { params: { id: hold.id } })).body).toMatchObject({
      status: 'active',
    })
  })

  it('is the account’s when they sign up a second time before they confirm it', async () => {
    const [person, email] = [new Person(), newEmail()]
    const hold = (await person.ask(createHold, floor)).body as { id: string }
    await person.ask(signUp, { name: 'Ada', email, password: 'another one than later' })
    await signedInPerson(shop, { person, email })
    expect((await person.ask(readHold, undefined, { params: { id: hold.id } })).body).toMatchObject({
      status: 'active',
    })
    expect((await readAccount(shop.aurora, person.cookie, false, shop.storefront))?.email).toBe(email)
    expect(person.jar.has('customer')).toBe(false)
  })

  it('is still theirs after signing in to an older account, and can be paid', async () => {
    const { email } = await signedInPerson(shop)
    const person = new Person()
    const hold = (await person.ask(createHold, floor)).body as { id: string }
    await person.ask(signIn, { email, password: PASSWORD })
    const params = { id: hold.id }
    expect((await person.ask(readHold, undefined, { params })).body).toMatchObject({ status: 'active' })
    const ordered = await person.ask(createOrder, { holdId: hold.id, buyer: { name: 'Ada', email } })
    expect(ordered.status).toBe(201)
    // What is new belongs to the account, and is there on another device.
    const next = (await person.ask(createHold, floor)).body as { id: string }
    const other = new Person()
    await other.ask(signIn, { email, password: PASSWORD })
    expect((await other.ask(readHold, undefined, { params: { id: next.id } })).status).toBe(200)
    expect((await other.ask(readHold, undefined, { params })).status).toBe(404)
  })

  it('does not become a second account’s', async () => {
    const person = new Person()
    await person.ask(createHold, floor)
    const guest = person.jar.get('customer') ?? ''
    await signedInPerson(shop, { person })
    await person.ask(signOut, {})
    person.jar.set('customer', guest)
    await signedInPerson(shop, { person })
    const account = await readAccount(shop.aurora, person.cookie, false, shop.storefront)
    expect(account?.customerRef).not.toBe(guest.split('.')[0])
  })

  it('is out of reach after signing out, which mints nobody', async () => {
    const person = await signedInPerson(shop)
    await person.ask(createHold, floor)
    const { cookies } = await person.ask(signOut, {})
    expect([...person.jar.keys()]).toEqual([])
    expect(cookies.filter((cookie) => !/Max-Age=0/.test(cookie))).toEqual([])
  })
})

describe('the realtime cookie', () => {
  it('names the session and the account’s own reference, and goes with signing in and out', async () => {
    const person = new Person()
    await person.ask(openRealtime, {})
    expect(claims(person.jar.get('rt') ?? '')).toMatchObject({ sid: expect.stringMatching(/^guest-/), roles: [] })
    await signedInPerson(shop, { person })
    expect(person.jar.has('rt')).toBe(false)
    await person.ask(openRealtime, {})
    const account = await readAccount(shop.aurora, person.cookie, false, shop.storefront)
    expect(claims(person.jar.get('rt') ?? '')).toMatchObject({
      ...{ sub: account?.customerRef, sid: account?.sessionId, roles: [], reseller: 'aurora' },
    })
    await person.ask(signOut, {})
    expect(person.jar.has('rt')).toBe(false)
  })

  it('is told to the tier as over: signed out, revoked, with the password, with the account, and a guest’s', async () => {
    const ways = {
      'signing out': (person: Person) => person.ask(signOut, {}),
      'a new password': (person: Person) =>
        person.ask(changePassword, { currentPassword: PASSWORD, password: 'a new one, here' }),
      'deleting the account': (person: Person) => person.ask(deleteAccount, { password: PASSWORD }),
      'another device': async ({ email }: Person & { email: string }) => {
        const other = new Person()
        await other.ask(signIn, { email, password: PASSWORD })
        await other.ask(endSessions, { others: true })
      },
      'a forgotten password': async ({ email }: Person & { email: string }) => {
        await new Person().ask(forgot, { email })
        await new Person().ask(reset, { token: await lastToken(shop, email), password: 'a whole new one' })
      },
    }
    for (const [name, way] of Object.entries(ways)) {
      const person = await signedInPerson(shop)
      const account = await readAccount(shop.aurora, person.cookie, false, shop.storefront)
      await way(person)
      const { sessionId, customerRef } = account ?? {}
      expect(shop.ended, name).toContainEqual({ resellerId: 'aurora', sessionId, customerRef })
    }
    const guest = new Person()
    await guest.ask(openRealtime, {})
    const { sid, sub } = claims(guest.jar.get('rt') ?? '')
    await signedInPerson(shop, { person: guest })
    expect(shop.ended).toContainEqual({ resellerId: 'aurora', sessionId: sid, customerRef: sub })
  })
})
