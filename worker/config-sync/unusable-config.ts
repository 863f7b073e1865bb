import { CONFIG_LIMIT_BYTES } from '#contracts/config-limits.ts'
import type { ConfigRefusal } from '#contracts/config-refusal.ts'
import { ResellerConfig } from '#contracts/reseller-config.ts'
import { fieldFaults } from '#lib/config-review/config-fault.ts'
import { isMachineHost } from '#platform/machine-host.ts'

/** Five faults are enough to begin with. */
const FAULTS_TOLD = 5

/**
 * Why a configuration cannot be used; null when it can. It is typed tokens, short texts and what the law wants said: real
 * ones have 5–20 KB of JSON, and every process keeps all of them.
 */
export function unusableConfig(config: unknown): ConfigRefusal | null {
  const json = JSON.stringify(config) ?? ''
  if (Buffer.byteLength(json) > CONFIG_LIMIT_BYTES) return { of: 'tooLong', limitBytes: CONFIG_LIMIT_BYTES }
  const parsed = ResellerConfig.safeParse(config)
  if (!parsed.success) return { of: 'fields', fields: fieldFaults(parsed.error, config).slice(0, FAULTS_TOLD) }
  const machine = parsed.data.hosts.find(isMachineHost)
  if (machine) return { of: 'machineHost', host: machine }
  // PostgreSQL's jsonb takes neither; JSON spells both as escapes.
  if (/\\u0000|\\ud[89a-f]/i.test(json)) return { of: 'other', said: 'contains a NUL or half of a surrogate pair' }
  return null
}
