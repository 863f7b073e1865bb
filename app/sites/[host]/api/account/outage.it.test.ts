import { describe, expect, it, vi } from 'vitest'
import { connect } from '#dev/test/connect.ts'
import { type FaultyProxy, startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { freshRedis } from '#dev/test/services.ts'
import { readAccount } from '#lib/accounts/read-account.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { newEmail, PASSWORD, Person, signedInPerson } from './person.fixture.ts'
import { GET as session } from './session/route.ts'
import { GET as listSessions } from './sessions/route.ts'
import { POST as signIn } from './sign-in/route.ts'
import { POST as signOut } from './sign-out/route.ts'
import { POST as signUp } from './sign-up/route.ts'

/** A shop whose Redis is behind a proxy that can fail. */
async function openWorld(): Promise<{ shop: StorefrontInTest; proxy: FaultyProxy } & AsyncDisposable> {
  const resources = new AsyncDisposableStack()
  const redis = resources.use(await freshRedis())
  const url = new URL(redis.url)
  const proxy = resources.use(await startFaultyProxy(Number(url.port)))
  url.port = String(proxy.port)
  const shop = resources.use(await startStorefrontInTest({ sessionsRedisUrl: url.href }))
  await vi.waitFor(() => shop.storefront.sessionsRedis.ping(), { timeout: 10_000 })
  return { shop, proxy, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

const FAULTS: Record<string, (proxy: FaultyProxy) => void> = {
  gone: (proxy) => {
    proxy.refusing = true
    proxy.cut()
  },
  frozen: (proxy) => {
    proxy.silent = true
  },
}

/** A promise of two seconds, with room for a busy machine: where nothing ends a wait it lasts for ever. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  const startedAt = performance.now()
  const result = await work
  expect(performance.now() - startedAt).toBeLessThan(4_000)
  return result
}

describe.each(Object.entries(FAULTS))('while Redis is %s', (_name, fail) => {
  it('PostgreSQL knows who is signed in, can sign them out, and lets nobody else in', async () => {
    await using world = await openWorld()
    const { shop, proxy } = world
    const person = await signedInPerson(shop)
    fail(proxy)
    expect((await inTime(person.ask(session))).body?.account).toMatchObject({ email: person.email })
    expect((await inTime(person.ask(listSessions))).status).toBe(200)
    // What cannot be counted is not allowed: a Redis that is away must not open the door to guessing.
    const refused = await inTime(new Person().ask(signIn, { email: person.email, password: PASSWORD }))
    expect(refused).toMatchObject({ status: 503, type: 'storefront/unavailable' })
    const { cookie } = person
    expect((await inTime(person.ask(signOut, {}))).status).toBe(204)
    expect(await readAccount(shop.aurora, cookie, false, shop.storefront)).toBeNull()
  })
})

describe('while PostgreSQL is of no use', () => {
  it('whoever is in Redis is signed in, and whoever is not is turned away without a word about who they are', async () => {
    await using shop = await startStorefrontInTest()
    const person = await signedInPerson(shop)
    const lost = await signedInPerson(shop)
    await person.ask(session)
    const token = decodeURIComponent(lost.jar.get('session') ?? '').split('.')[0]
    await shop.storefront.sessionsRedis.del(`accounts:aurora:${token}`)
    await using owner = await connect(shop.database.ownerUrl)
    await owner.query('REVOKE ALL ON customer_account, account_session, staff_member FROM marquee_app')
    expect((await person.ask(session)).body?.account).toMatchObject({ email: person.email })
    expect(await lost.ask(session)).toMatchObject({ status: 503, type: 'storefront/unavailable' })
  })

  it('because somebody keeps an account’s row locked, signing in is given up in time, and works afterwards', async () => {
    await using shop = await startStorefrontInTest()
    const person = await signedInPerson(shop)
    const credentials = { email: person.email, password: PASSWORD }
    const owner = await connect(shop.database.ownerUrl)
    await owner.query(`BEGIN; SET LOCAL marquee.reseller_id = 'aurora'`)
    const locked = await owner.query('SELECT FROM customer_account WHERE email = $1 FOR UPDATE', [person.email])
    expect(locked.rowCount).toBe(1)
    const refused = await inTime(new Person().ask(signIn, credentials))
    expect(refused).toMatchObject({ status: 503, type: 'storefront/unavailable' })
    expect((await inTime(person.ask(session))).body?.account).toMatchObject({ email: person.email })
    await owner.end()
    expect((await new Person().ask(signIn, credentials)).status).toBe(204)
  })

  it('because it only reads, whoever is signed in stays so, and nobody else comes in until it may be written to', async () => {
    await using shop = await startStorefrontInTest()
    const person = await signedInPerson(shop)
    const credentials = { email: person.email, password: PASSWORD }
    // From before, so that it may take back what it sets.
    await using owner = await connect(shop.database.ownerUrl)
    const readOnly = async (setting: string) => {
      await using app = await connect(shop.database.url)
      await owner.query(`ALTER DATABASE ${new URL(shop.database.url).pathname.slice(1)} ${setting}`)
      // Only connections of our own role: a vacuum is the superuser's.
      await app.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`,
      )
    }
    await readOnly('SET default_transaction_read_only = on')
    await shop.storefront.sessionsRedis.flushdb()
    await vi.waitFor(
      async () => expect((await person.ask(session)).body?.account).toMatchObject({ email: person.email }),
      { timeout: 15_000, interval: 100 },
    )
    const unavailable = { status: 503, type: 'storefront/unavailable' }
    expect(await new Person().ask(signIn, credentials)).toMatchObject(unavailable)
    const stranger = { name: 'Eve', email: newEmail(), password: PASSWORD }
    expect(await new Person().ask(signUp, stranger)).toMatchObject(unavailable)

    await readOnly('RESET default_transaction_read_only')
    await vi.waitFor(async () => expect((await new Person().ask(signIn, credentials)).status).toBe(204), {
      ...{ timeout: 15_000, interval: 100 },
    })
    expect((await new Person().ask(signUp, stranger)).status).toBe(204)
  })
})
