import { ResellerConfig } from '#contracts/reseller-config.ts'
import type { Database, Transaction } from '../database.ts'
import type { Brand } from './brand.ts'

/** Reads a reseller's live brand. */
export interface BrandSource {
  /** Null while the reseller has nothing live. Within `transaction`, if one is given. */
  find(resellerId: string, transaction?: Transaction): Promise<Brand | null>
}

interface Row {
  readonly config: unknown
  readonly host: string
}

/**
 * @param siteAddress how a host becomes an address: `https://{host}`, or `http://{host}:3000` on one's own machine.
 *   Only what a person may see depends on it, so it is the environment's and never a request's.
 */
export function databaseBrandSource(database: Database, siteAddress: string): BrandSource {
  return {
    async find(resellerId, transaction = database) {
      const [row] = await transaction.$queryRaw<Row[]>`
        SELECT v.config, h.host
        FROM reseller r
        JOIN config_version v ON v.reseller_id = r.reseller_id AND v.version = r.live_version
        JOIN reseller_host h ON h.reseller_id = r.reseller_id AND h.position = 0
        WHERE r.reseller_id = ${resellerId}`
      const config = ResellerConfig.safeParse(row?.config)
      if (row === undefined || !config.success) return null
      return { resellerId, config: config.data, origin: siteAddress.replace('{host}', row.host) }
    },
  }
}
