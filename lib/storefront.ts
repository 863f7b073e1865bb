import type { Registry } from 'prom-client'
import { type CoreClient, createCoreClient } from '#lib/core/client.ts'
import { RecentAnswers } from '#lib/core/recent-answers.ts'
import { RecentAvailability } from '#lib/core/recent-availability.ts'
import { type Database, openDatabase } from '#lib/database/database.ts'
import { readStorefrontEnvironment, type StorefrontEnvironment } from '#lib/environment.ts'
import { createHoldMemory, type HoldMemory } from '#lib/holds/hold-memory.ts'
import { coreRequests } from '#lib/metrics.ts'
import { createSiteDirectory, type SiteDirectory } from '#lib/reseller/site-directory.ts'
import { createLog, type Log } from '#platform/log.ts'
import { createMetrics } from '#platform/ops.ts'

/** What one storefront process is made of. */
export interface Storefront {
  readonly environment: StorefrontEnvironment
  readonly log: Log
  readonly metrics: Registry
  readonly database: Database
  readonly sites: SiteDirectory
  readonly core: CoreClient
  readonly recentAnswers: RecentAnswers
  readonly recentAvailability: RecentAvailability
  readonly holdMemory: HoldMemory
}

const KEY = Symbol.for('marquee.storefront')
const process_ = globalThis as { [KEY]?: Storefront }

/**
 * The parts of this process, opened by the first who asks. Kept on `globalThis`, because Next bundles proxy, pages and
 * routes separately: a variable of this module would exist once in each, with a database pool and a cache of its own.
 */
export function storefront(): Storefront {
  process_[KEY] ??= openStorefront(readStorefrontEnvironment())
  return process_[KEY]
}

function openStorefront(environment: StorefrontEnvironment): Storefront {
  const log = createLog('storefront')
  const metrics = createMetrics('storefront')
  const database = openDatabase(environment.databaseUrl)
  return {
    environment,
    log,
    metrics,
    database,
    sites: createSiteDirectory(database),
    core: createCoreClient({
      baseUrl: environment.coreUrl,
      keys: environment.coreKeys,
      observe: coreRequests(metrics),
    }),
    recentAnswers: new RecentAnswers(),
    recentAvailability: new RecentAvailability(),
    holdMemory: createHoldMemory(database),
  }
}
