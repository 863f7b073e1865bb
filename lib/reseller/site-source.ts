import { ResellerConfig } from '#contracts/reseller-config.ts'
import type { Database } from '#lib/database/database.ts'
import type { Log } from '#platform/log.ts'
import { type VersionKey, versionKey } from '#platform/version-key.ts'
import type { Pointer } from './sites.ts'

/** Where the directory reads from. */
export interface SiteSource {
  /** Every reseller's live pointer, of one moment. */
  pointers(): Promise<Pointer[]>
  /** The configurations that these pointers name; one that cannot be read is left out. */
  configs(pointers: readonly Pointer[]): Promise<Map<VersionKey, ResellerConfig>>
}

/** How many configurations one query fetches: at some 8 KB each, an answer stays under 2 MB. */
const CONFIGS_PER_QUERY = 200

export function databaseSiteSource(database: Database, log: Log): SiteSource {
  return {
    /** One statement, because two would see two moments: a pointer of one version with the hosts of another. */
    pointers: () => database.$queryRaw<Pointer[]>`
      SELECT r.reseller_id AS "resellerId", r.live_version AS "version", array_agg(h.host ORDER BY h.position) AS "hosts"
      FROM reseller r JOIN reseller_host h USING (reseller_id)
      WHERE r.live_version IS NOT NULL
      GROUP BY r.reseller_id, r.live_version`,
    async configs(pointers) {
      const configs = new Map<VersionKey, ResellerConfig>()
      for (let at = 0; at < pointers.length; at += CONFIGS_PER_QUERY) {
        const wanted = pointers.slice(at, at + CONFIGS_PER_QUERY)
        const OR = wanted.map(({ resellerId, version }) => ({ resellerId, version }))
        for (const row of await database.configVersion.findMany({ where: { OR } })) {
          const config = ResellerConfig.safeParse(row.config)
          if (config.success) configs.set(versionKey(row), config.data)
          else log.error({ resellerId: row.resellerId, version: row.version }, 'a live configuration cannot be read')
        }
      }
      return configs
    },
  }
}
