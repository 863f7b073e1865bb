import { ResellerConfig } from '#contracts/reseller-config.ts'
import { type ConfigFault, faultOf } from '#lib/config-review/config-fault.ts'

/** What is wrong with a configuration, by the path of the field: `support.email`, `home.2.title`. */
export type Faults = ReadonlyMap<string, ConfigFault>

export function faultsIn(config: ResellerConfig): Faults {
  const parsed = ResellerConfig.safeParse(config)
  // The first fault of a field is the one that counts.
  const issues = (parsed.error?.issues ?? []).toReversed()
  return new Map(issues.map((issue) => [issue.path.join('.'), faultOf(issue, valueAt(config, issue.path))]))
}

const valueAt = (config: ResellerConfig, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, name) => (at as Record<PropertyKey, unknown> | undefined)?.[name], config)
