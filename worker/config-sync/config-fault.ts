import { CONFIG_LIMIT_BYTES } from '#contracts/config-limits.ts'
import { ResellerConfig } from '#contracts/reseller-config.ts'
import { isMachineHost } from '#platform/machine-host.ts'

/**
 * Why a configuration cannot be used, for the person who wrote it; null when it can. It is typed tokens, short texts and
 * what the law wants said: real ones have 5–20 KB of JSON, and every process keeps all of them.
 */
export function configFault(config: unknown): string | null {
  const json = JSON.stringify(config) ?? ''
  if (Buffer.byteLength(json) > CONFIG_LIMIT_BYTES) return `is longer than ${CONFIG_LIMIT_BYTES} bytes`
  const parsed = ResellerConfig.safeParse(config)
  if (!parsed.success) return describe(parsed.error.issues)
  const machine = parsed.data.hosts.find(isMachineHost) // probes and scrapers call us so
  if (machine) return `hosts: ${machine} is a machine's name or address, not a site's`
  // PostgreSQL's jsonb takes neither; JSON spells both as escapes.
  if (/\\u0000|\\ud[89a-f]/i.test(json)) return 'contains a NUL or half of a surrogate pair'
  return null
}

/** Five faults are enough to begin with. */
function describe(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || 'config'}: ${message}`)
    .join('; ')
}
