import { ResellerConfig } from '#contracts/reseller-config.ts'
import type { Database } from '#lib/database/database.ts'
import type { Site } from './site.ts'

export interface SiteDirectory extends AsyncDisposable {
  find(host: string): Promise<Site | null>
}

export function createSiteDirectory(database: Database): SiteDirectory {
  return {
    async find(host) {
      const row = await database.resellerHost.findUnique({
        where: { host },
        include: { reseller: { include: { live: true, hosts: { where: { position: 0 } } } } },
      })
      if (!row?.reseller.live) return null
      const { resellerId, live, hosts } = row.reseller
      const config = ResellerConfig.parse(live.config)
      return { resellerId, version: live.version, host, primaryHost: hosts[0]?.host ?? host, config }
    },
    async [Symbol.asyncDispose]() {},
  }
}
