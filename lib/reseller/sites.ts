import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { type VersionKey, versionKey } from '#platform/version-key.ts'
import type { Site } from './site.ts'

/*
 * Everything this process knows about resellers, as one immutable value that is swapped whole: a reader sees one
 * moment, and looking up a host never waits.
 */

/** A reseller's live pointer as the database has it. `hosts` in the reseller's order, the primary one first. */
export interface Pointer {
  readonly resellerId: string
  readonly version: number
  readonly hosts: readonly string[]
}

export interface Sites {
  readonly byHost: ReadonlyMap<string, Site>
  readonly configs: ReadonlyMap<VersionKey, ResellerConfig>
}

export const noSites: Sites = { byHost: new Map(), configs: new Map() }

/** The pointers whose configuration has to be read before {@link nextSites} can follow them. */
export function unknownVersions(sites: Sites, pointers: readonly Pointer[]): Pointer[] {
  return pointers.filter((pointer) => !sites.configs.has(versionKey(pointer)))
}

/**
 * What is known after reading the pointers, and the configurations that were new. A reseller whose new configuration
 * could not be read keeps the site it had; one that has no pointer any more has no site.
 */
export function nextSites(
  sites: Sites,
  pointers: readonly Pointer[],
  read: ReadonlyMap<VersionKey, ResellerConfig>,
): Sites {
  const byHost = new Map<string, Site>()
  const configs = new Map<VersionKey, ResellerConfig>()
  for (const pointer of pointers) {
    const config = read.get(versionKey(pointer)) ?? sites.configs.get(versionKey(pointer))
    const mine = config ? sitesOf(pointer, config) : keptSites(sites, pointer.resellerId)
    for (const site of mine) {
      byHost.set(site.host, site)
      configs.set(versionKey(site), site.config)
    }
  }
  return { byHost, configs }
}

function sitesOf({ resellerId, version, hosts }: Pointer, config: ResellerConfig): Site[] {
  const primaryHost = hosts[0] ?? ''
  return hosts.map((host) => ({ resellerId, version, host, primaryHost, config }))
}

function keptSites(sites: Sites, resellerId: string): Site[] {
  return [...sites.byHost.values()].filter((site) => site.resellerId === resellerId)
}
