import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import { type Auths, createAuths } from '#lib/accounts/auths.ts'
import { type EndSession, endSessionThrough } from '#lib/accounts/end-session.ts'
import { type Background, openBackground } from '#lib/background.ts'
import { type CoreClient, createCoreClient } from '#lib/core/client.ts'
import { RecentAnswers } from '#lib/core/recent-answers.ts'
import { RecentAvailability } from '#lib/core/recent-availability.ts'
import { type Database, openDatabase } from '#lib/database/database.ts'
import { readStorefrontEnvironment, type StorefrontEnvironment } from '#lib/environment.ts'
import { createHoldMemory, type HoldMemory } from '#lib/holds/hold-memory.ts'
import { KeptPages } from '#lib/kept-pages/kept-pages.ts'
import { coreRequests, otherTotalCount, sitesAge } from '#lib/metrics.ts'
import { createOtherTotals, type OtherTotals } from '#lib/orders/other-totals.ts'
import { type Darkroom, openDarkroom } from '#lib/pictures/darkroom.ts'
import { createPictureStore, type PictureStore } from '#lib/pictures/picture-store.ts'
import { openPublisher } from '#lib/realtime/open-publisher.ts'
import { createSessionSigner, type SessionSigner } from '#lib/realtime/sign-session.ts'
import { listenForConfig } from '#lib/reseller/config-listener.ts'
import { openSiteDirectory, type SiteDirectory } from '#lib/reseller/site-directory.ts'
import { databaseSiteSource } from '#lib/reseller/site-source.ts'
import { createResellerServiceClient, type ResellerServiceClient } from '#lib/reseller-service/client.ts'
import { type CardDrawer, createCardDrawer } from '#lib/share-card/card-drawer.ts'
import { createLog, type Log } from '#platform/log.ts'
import { createMetrics, type Ops } from '#platform/ops.ts'
import { createRedis } from '#platform/redis.ts'
import { type LetFinish, letFinish } from './let-finish.ts'

/** Search engines come a few times a day; a new show may wait this long for them. */
const SHOW_INDEX_FRESH_MS = 5 * 60_000
/** Characters: ten resellers with the most shows there may be, or thousands of ordinary ones. */
const SHOW_INDEX_WEIGHT_LIMIT = 4_000_000

/** As often as an open board asks anyway; what changes in between its browser hears on the shows' streams. */
const BOARD_STOCK_FRESH_MS = 15_000
/** Characters: some ten thousand shows with their tiers. */
const BOARD_STOCK_WEIGHT_LIMIT = 5_000_000

/** What one storefront process is made of. */
export interface Storefront extends AsyncDisposable {
  readonly environment: StorefrontEnvironment
  readonly log: Log
  readonly ops: Ops
  readonly database: Database
  readonly sites: SiteDirectory
  readonly core: CoreClient
  /** Used where no edge keeps pages. */
  readonly keptPages: KeptPages
  readonly recentAnswers: RecentAnswers
  readonly recentAvailability: RecentAvailability
  /** Per reseller the ids of all its shows, for sitemaps. */
  readonly showIndexes: RecentAnswers
  /** Per reseller and show what is left of its tiers, for live boards. */
  readonly boardStock: RecentAnswers
  readonly cardDrawer: CardDrawer
  readonly darkroom: Darkroom
  /** What resellers uploaded. */
  readonly pictures: PictureStore
  readonly holdMemory: HoldMemory
  readonly otherTotals: OtherTotals
  readonly sessionSigner: SessionSigner
  /** Null where the environment names no reseller service. */
  readonly resellerService: ResellerServiceClient | null
  /** Fails fast: see `platform/redis.ts`. Its keys begin with `accounts:<reseller>:`. */
  readonly sessionsRedis: Redis
  readonly auths: Auths
  /** Returns before Kafka has it. */
  readonly endSession: EndSession
  /** For what no request waits for. */
  readonly background: Background
}

/** Where the parts of this process are kept; tests put their own there. */
export const STOREFRONT = Symbol.for('marquee.storefront')
const shared = globalThis as { [STOREFRONT]?: Storefront }

/**
 * The parts of this process, opened by the first who asks. Kept on `globalThis`, because Next bundles proxy, pages and
 * routes separately: a variable of this module would exist once in each, with a database pool and a cache of its own.
 *
 * Only doors ask (`dev/check/doors.ts`): everybody else is handed what they need.
 */
export function storefront(): Storefront {
  shared[STOREFRONT] ??= openOwn()
  return shared[STOREFRONT]
}

function openOwn(): Storefront {
  const environment = readStorefrontEnvironment()
  return openStorefront(environment, createLog('storefront', environment.logLevel), { letFinish })
}

/** Two of these in a row, a miss and PostgreSQL's own limit fit into the 2 s of a request. */
const SESSION_COMMAND_MS = 300

/** Opens everything and returns at once: connections are made when they are needed. */
export function openStorefront(
  environment: StorefrontEnvironment,
  log: Log,
  {
    publish = endSessionThrough,
    letFinish = () => {},
  }: { readonly publish?: typeof endSessionThrough; readonly letFinish?: LetFinish } = {},
): Storefront {
  const resources = new AsyncDisposableStack()
  const metrics = createMetrics('storefront')
  const database = resources.adopt(openDatabase(environment.databaseUrl), (client) => client.$disconnect())
  const sites = resources.use(openSiteDirectory(databaseSiteSource(database, log), log))
  resources.use(listenForConfig(environment.databaseUrl, () => void sites.refresh(), log))
  const sessionsRedis = resources.adopt(createRedis(environment.sessionsRedisUrl, log, SESSION_COMMAND_MS), (redis) =>
    redis.disconnect(),
  )
  sessionsRedis.connect().catch(() => {}) // it goes on trying, and says so in the log
  const publisher = resources.use(openPublisher(environment.kafkaBrokers, log, letFinish))
  const endSession = publisher.inBackground(publish(publisher.emitter))
  const background = resources.use(openBackground(log, letFinish))
  const observe = coreRequests(metrics)
  sitesAge(metrics, sites.ageMs)
  return {
    environment,
    log,
    ops: createOps(metrics, sites),
    database,
    sites,
    core: createCoreClient({ baseUrl: environment.coreUrl, keys: environment.coreKeys, observe }),
    keptPages: new KeptPages({ failed: (err) => log.warn({ err }, 'a page could not be made for keeping') }),
    recentAnswers: new RecentAnswers(),
    recentAvailability: new RecentAvailability(),
    showIndexes: new RecentAnswers({ freshMs: SHOW_INDEX_FRESH_MS, weightLimit: SHOW_INDEX_WEIGHT_LIMIT }),
    boardStock: new RecentAnswers({ freshMs: BOARD_STOCK_FRESH_MS, weightLimit: BOARD_STOCK_WEIGHT_LIMIT }),
    cardDrawer: resources.use(createCardDrawer(log)),
    darkroom: openDarkroom(),
    pictures: createPictureStore(database),
    holdMemory: createHoldMemory(database),
    otherTotals: createOtherTotals(database, otherTotalCount(metrics), log),
    sessionSigner: createSessionSigner(environment.realtimeSigningKey),
    resellerService: environment.resellerService && resellerServiceOf(environment.resellerService),
    sessionsRedis,
    auths: createAuths({
      ...{ database, redis: sessionsRedis, log, secret: environment.secret },
      endSession,
    }),
    endSession,
    background,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

function resellerServiceOf({ url, keys }: NonNullable<StorefrontEnvironment['resellerService']>) {
  return createResellerServiceClient({ baseUrl: url, keys })
}

/** Ready once the resellers were read; a database that goes away later leaves us serving what we know. */
function createOps(metrics: Ops['metrics'], sites: SiteDirectory): Ops {
  return {
    role: 'storefront',
    id: randomUUID(),
    metrics,
    readiness() {
      const ageMs = sites.ageMs()
      const known = Number.isFinite(ageMs)
      return { ready: known, resellersConfirmedMsAgo: known ? Math.round(ageMs) : null }
    },
  }
}
