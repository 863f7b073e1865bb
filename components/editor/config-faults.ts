import { ResellerConfig } from '#contracts/reseller-config.ts'

/** What is wrong with a configuration, by the path of the field: `support.email`, `home.2.title`. */
export type Faults = ReadonlyMap<string, string>

export function faultsIn(config: ResellerConfig): Faults {
  const parsed = ResellerConfig.safeParse(config)
  return new Map((parsed.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}
