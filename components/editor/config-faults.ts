import type { ConfigFault } from '#contracts/config-refusal.ts'
import { ResellerConfig } from '#contracts/reseller-config.ts'
import { fieldFaults } from '#lib/config-review/config-fault.ts'

/** What is wrong with a configuration, by the path of the field: `support.email`, `home.2.title`. */
export type Faults = ReadonlyMap<string, ConfigFault>

export function faultsIn(config: ResellerConfig): Faults {
  const { error } = ResellerConfig.safeParse(config)
  // The first fault of a field is the one that counts.
  const faults = error ? fieldFaults(error, config).toReversed() : []
  return new Map(faults.map(({ path, fault }) => [path, fault]))
}
