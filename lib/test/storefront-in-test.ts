import { generateKeyPairSync } from 'node:crypto'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { type CoreInTest, startCoreInTest } from '#dev/core/testing/core-in-test.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { type FreshDatabase, freshDatabase, freshRedis, testServices } from '#dev/test/services.ts'
import type { EndedSession } from '#lib/accounts/end-session.ts'
import type { Site } from '#lib/reseller/site.ts'
import { openStorefront, STOREFRONT, type Storefront } from '#lib/storefront.ts'
import { createLog } from '#platform/log.ts'

/** A storefront on a database of its own, with two resellers, before a real stand-in for core. */
export interface StorefrontInTest extends AsyncDisposable {
  readonly storefront: Storefront
  readonly core: CoreInTest
  readonly database: FreshDatabase
  /** Sessions that the realtime tier was told of as over. */
  readonly ended: readonly EndedSession[]
  readonly aurora: Site
  readonly luna: Site
}

export async function startStorefrontInTest(
  options: {
    coreUrl?: string
    sessionsRedisUrl?: string
    resellerServiceUrl?: string
    ownPort?: number
    /** Hears every line of its log, which is silent otherwise. */
    logged?: (line: string) => void
  } = {},
): Promise<StorefrontInTest> {
  const resources = new AsyncDisposableStack()
  const core = resources.use(await startCoreInTest({ paymentDelayMs: 0 }))
  const coreUrl = options.coreUrl ?? (await core.app.listen({ port: 0, host: '127.0.0.1' }))
  const database = resources.use(await freshDatabase())
  const redis = resources.use(await freshRedis())
  const ended: EndedSession[] = []
  const sessionsRedisUrl = options.sessionsRedisUrl ?? redis.url
  const url = options.resellerServiceUrl
  const resellerService = url === undefined ? null : { url, keys: { '*': 'demo-{reseller}' } }
  const given = {
    ...environment(database.url, coreUrl),
    sessionsRedisUrl,
    resellerService,
    ownPort: options.ownPort ?? null,
  }
  const { logged } = options
  const log = logged ? createLog('test', 'trace', { write: logged }) : createLog('test', 'silent')
  const storefront = resources.use(
    openStorefront(given, log, {
      publish: () => async (session) => void ended.push(session),
    }),
  )
  const shared = globalThis as { [STOREFRONT]?: Storefront }
  shared[STOREFRONT] = storefront
  resources.defer(() => {
    delete shared[STOREFRONT]
  })
  const [aurora, luna] = [await publish(storefront, 'aurora'), await publish(storefront, 'luna')]
  await storefront.sites.refresh()
  return { storefront, core, database, ended, aurora, luna, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

/** Stores a version and points to it, as the worker does, but announces nothing. */
export async function publish(
  { database }: Pick<Storefront, 'database'>,
  resellerId: string,
  { version = 1, ...change }: Partial<ResellerConfig> & { version?: number } = {},
): Promise<Site> {
  const host = `${resellerId}.localhost`
  const config = exampleConfig({ name: resellerId, hosts: [host], ...change })
  await database.reseller.upsert({ where: { resellerId }, create: { resellerId }, update: {} })
  await database.configVersion.create({ data: { resellerId, version, config } })
  await database.$transaction([
    database.reseller.update({ where: { resellerId }, data: { liveVersion: version, sequence: version } }),
    database.resellerHost.deleteMany({ where: { resellerId } }),
    database.resellerHost.createMany({
      data: config.hosts.map((name, position) => ({ resellerId, host: name, position })),
    }),
  ])
  return { resellerId, version, host, primaryHost: host, config }
}

function environment(databaseUrl: string, coreUrl: string) {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return {
    databaseUrl,
    coreUrl,
    coreKeys: { '*': 'demo-{reseller}' },
    secret: 'a secret of at least thirty-two characters',
    orderLinkSecret: 'a secret for links of at least 32 characters',
    realtimeSigningKey: { kty: 'OKP' as const, crv: 'Ed25519' as const, x: jwk.x ?? '', d: jwk.d ?? '', kid: 'test' },
    realtimePort: null,
    publicOrigin: 'http://{host}:3000',
    clientAddressHeader: 'x-client-ip',
    clientLimits: { guestsOfAShow: 5, waitlistAddresses: 5 },
    kafkaBrokers: testServices.kafkaBrokers.split(','),
  }
}
