import type { SyncState } from '#contracts/storefront.ts'
import { CONFIG_GROUP, TOPICS } from '#contracts/topics.ts'
import type { Storefront } from '#lib/storefront.ts'
import { behindOf, readWorkedTo } from './behind.ts'
import { readCause } from './refusal-cause.ts'

/** The newest refusals are what people come to read about. */
const REJECTIONS = 10

/** How far what the reseller service announced has come here, and what was refused on the way. */
export async function readSyncState(
  { database }: Pick<Storefront, 'database'>,
  resellerId: string,
): Promise<SyncState> {
  const [reseller, newest, rejections, behind] = await Promise.all([
    database.reseller.findUnique({ where: { resellerId } }),
    database.configVersion.aggregate({ where: { resellerId }, _max: { version: true } }),
    database.configRejection.findMany({ where: { resellerId }, orderBy: { rejectedAt: 'desc' }, take: REJECTIONS }),
    readBehind(database),
  ])
  return {
    liveVersion: reseller?.liveVersion ?? null,
    sequence: reseller?.sequence ?? 0,
    announcedAt: reseller?.announcedAt?.toISOString() ?? null,
    publishedAt: reseller?.publishedAt?.toISOString() ?? null,
    newestVersion: newest._max.version,
    ...(behind && { behind }),
    rejections: rejections.map(({ version, sequence, cause, reason, rejectedAt }) => ({
      ...{ version, wasToBeLive: sequence > 0, cause: readCause(version, cause, reason), reason },
      at: rejectedAt.toISOString(),
    })),
  }
}

/** By the database's clock, as it was noted. */
async function readBehind(database: Storefront['database']): Promise<SyncState['behind']> {
  const [clock] = await database.$queryRaw<{ now: Date }[]>`SELECT now() AS now`
  const workedToMs = await readWorkedTo(database, CONFIG_GROUP, TOPICS.resellerConfig.name)
  return behindOf(workedToMs, (clock?.now ?? new Date()).getTime())
}
