import type { SyncState } from '#contracts/storefront.ts'
import { CONFIG_GROUP, TOPICS } from '#contracts/topics.ts'
import type { Storefront } from '#lib/storefront.ts'
import { behindOf } from './board-behind.ts'

/** The newest refusals are what people come to read about. */
const REJECTIONS = 10

/** How far what the reseller service announced has come here, and what was refused on the way. */
export async function readSyncState(
  { database }: Pick<Storefront, 'database'>,
  resellerId: string,
): Promise<SyncState> {
  const [reseller, newest, rejections, worked] = await Promise.all([
    database.reseller.findUnique({ where: { resellerId } }),
    database.configVersion.aggregate({ where: { resellerId }, _max: { version: true } }),
    database.configRejection.findMany({ where: { resellerId }, orderBy: { rejectedAt: 'desc' }, take: REJECTIONS }),
    readWorked(database),
  ])
  return {
    liveVersion: reseller?.liveVersion ?? null,
    sequence: reseller?.sequence ?? 0,
    announcedAt: reseller?.announcedAt?.toISOString() ?? null,
    publishedAt: reseller?.publishedAt?.toISOString() ?? null,
    newestVersion: newest._max.version,
    ...(worked && { behind: worked }),
    rejections: rejections.map(({ version, sequence, reason, rejectedAt }) => ({
      ...{ version, wasToBeLive: sequence > 0, reason, at: rejectedAt.toISOString() },
    })),
  }
}

/** By the database's clock, as it was noted. */
async function readWorked(database: Storefront['database']): Promise<SyncState['behind']> {
  const [row] = await database.$queryRaw<{ workedTo: Date | null; now: Date }[]>`
    SELECT now() AS now, (SELECT worked_to FROM worked_topic
      WHERE group_id = ${CONFIG_GROUP} AND topic = ${TOPICS.resellerConfig.name}) AS "workedTo"`
  const behind = behindOf(row?.workedTo?.getTime() ?? null, row?.now.getTime() ?? 0)
  return behind && { workedTo: behind.countedTo }
}
