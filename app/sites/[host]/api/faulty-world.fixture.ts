import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { doDueWork } from '#dev/core/sales/due-work.ts'
import { sampleShow, showWithTickets } from '#dev/core/testing/sample-show.ts'
import { type FaultyProxy, startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { freshRedis } from '#dev/test/services.ts'
import { RecentAnswers } from '#lib/core/recent-answers.ts'
import { openStorefront, STOREFRONT, type Storefront } from '#lib/storefront.ts'
import { signInAs } from '#lib/test/staff-in-test.ts'
import { type StorefrontInTest, startStorefrontInTest } from '#lib/test/storefront-in-test.ts'
import { ask, cookieHeader } from './ask.fixture.ts'
import { POST as createHold } from './holds/route.ts'
import { POST as createOrder } from './orders/route.ts'

/** A shop whose sessions, database and core are each behind a proxy that can fail. */
export interface FaultyWorld extends AsyncDisposable {
  readonly shop: StorefrontInTest
  /** The one that the routes use: it knows the proxies only. */
  readonly storefront: Storefront
  readonly redis: FaultyProxy
  readonly postgres: FaultyProxy
  readonly core: FaultyProxy
  /** Cookies of a member of staff, and of a guest with a hold and a confirmed order. */
  readonly owner: string
  readonly guest: { readonly cookie: string; readonly holdId: string; readonly orderId: string }
}

export async function openFaultyWorld(): Promise<FaultyWorld> {
  const resources = new AsyncDisposableStack()
  const shop = resources.use(await startStorefrontInTest())
  const { environment } = shop.storefront
  const behind = async (address: string) => {
    const url = new URL(address)
    const proxy = resources.use(await startFaultyProxy(Number(url.port)))
    url.port = String(proxy.port)
    return { proxy, url: url.href }
  }
  const redis = await behind(resources.use(await freshRedis()).url)
  const postgres = await behind(environment.databaseUrl)
  const { port } = shop.core.app.server.address() as AddressInfo
  const core = await behind(`http://127.0.0.1:${port}`)
  const given = { ...environment, sessionsRedisUrl: redis.url, databaseUrl: postgres.url, coreUrl: core.url }
  const storefront = resources.use(openStorefront(given, shop.storefront.log, { publish: () => async () => {} }))
  // What is known stays known, and is asked for anew each time: an old answer shows that it is one.
  Object.assign(storefront, { recentAnswers: new RecentAnswers({ freshMs: 0 }) })
  Object.assign(globalThis, { [STOREFRONT]: storefront })
  await storefront.sites.refresh()
  await shop.core.store(sampleShow({ id: 'night-train', maxPerBuyer: 6 }))
  await shop.core.store(showWithTickets(0, { id: 'full' }))
  const parts = { redis: redis.proxy, postgres: postgres.proxy, core: core.proxy }
  const owner = await signInAs(storefront, shop.aurora, 'owner')
  const guest = await bought(shop)
  return { shop, storefront, ...parts, owner, guest, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

/** Tickets held by a new guest. */
export async function held(): Promise<{ readonly cookie: string; readonly holdId: string }> {
  const body = { showId: 'night-train', items: [{ tierId: 'floor', quantity: 1 }] }
  const answer = await ask(createHold, { method: 'POST', body })
  return { cookie: cookieHeader(answer.cookies), holdId: String(answer.body?.id) }
}

async function bought({ core }: StorefrontInTest) {
  const { cookie, holdId } = await held()
  const body = { holdId, buyer: { name: 'Ada', email: 'ada@example.com' } }
  const ordered = await ask(createOrder, { method: 'POST', body, cookie })
  await doDueWork(core.core)
  return { cookie, holdId, orderId: String(ordered.body?.id) }
}

export type Fault = keyof typeof FAULTS

/** What can fail, by the column of the table of surfaces that it belongs to. */
export const FAULTS = {
  'PostgreSQL gone': { column: 'postgres', fail: ({ postgres }) => goes(postgres) },
  'PostgreSQL frozen': { column: 'postgres', fail: ({ postgres }) => freezes(postgres) },
  'PostgreSQL read-only': {
    column: 'readOnly',
    fail: async ({ shop, postgres }) => {
      await setReadOnly(shop, true)
      postgres.cut()
    },
  },
  'core gone': { column: 'core', fail: ({ core }) => goes(core) },
  'core hanging': { column: 'core', fail: ({ shop }) => shop.core.core.switches.set({ hang: true }) },
  'sessions gone': { column: 'sessions', fail: ({ redis }) => goes(redis) },
  'sessions frozen': { column: 'sessions', fail: ({ redis }) => freezes(redis) },
  'both stores gone': {
    column: 'both',
    fail: ({ redis, postgres }) => {
      goes(redis)
      goes(postgres)
    },
  },
} as const satisfies Record<string, { column: string; fail: (world: FaultyWorld) => unknown }>

/** Undoes any of them. */
export async function heal({ shop, redis, postgres, core }: FaultyWorld): Promise<void> {
  shop.core.core.switches.set({ hang: false })
  await setReadOnly(shop, false)
  for (const proxy of [redis, postgres, core]) {
    Object.assign(proxy, { refusing: false, silent: false })
    proxy.cut() // of what a frozen connection has lost, nothing comes any more
  }
}

function goes(proxy: FaultyProxy): void {
  proxy.refusing = true
  proxy.cut()
}

function freezes(proxy: FaultyProxy): void {
  proxy.silent = true
}

async function setReadOnly({ database }: StorefrontInTest, readOnly: boolean): Promise<void> {
  const owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  const name = new URL(database.ownerUrl).pathname.slice(1)
  await owner.query('SET default_transaction_read_only = off')
  await owner.query(`ALTER DATABASE ${name} SET default_transaction_read_only = ${readOnly ? 'on' : 'off'}`)
  await owner.end()
}
