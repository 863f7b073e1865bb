import { isIP } from 'node:net'
import { z } from 'zod'
import { type Logged, LogLevelVariable, PortVariable, readEnvironment } from '#platform/environment.ts'

/** An address, or a network with as many bits as its family has at most. */
function isNetwork(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  return (
    isIP(address) > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  )
}

const BalancerEnvironment = z.object({
  LOG_LEVEL: LogLevelVariable,
  PORT: PortVariable.default(4_000),
  HOST: z.string().default('127.0.0.1'),
  REGISTRY_REDIS_URL: z.url('must be a redis:// URL'),
  /** Two descriptors a viewer, 20,000 a process, and a thousand for whoever is being answered. */
  BALANCER_MAX_CONNECTIONS: z.coerce.number().int().min(1).max(500_000).default(9_500),
  /** Open connections of one address (IPv6: one /64). Offices and mobile carriers share theirs. */
  BALANCER_MAX_PER_ADDRESS: z.coerce.number().int().min(1).default(2_000),
  /**
   * Requests a second of one address, and ten times as many at once. At 200 one address costs us 7 % of a core, and an
   * office that is cut off comes back whole.
   */
  BALANCER_CONNECTS_PER_ADDRESS: z.coerce.number().int().min(1).max(100_000).default(200),
  /** Edges in front of us, whose X-Forwarded-For is believed: addresses and networks, separated by commas. */
  BALANCER_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((entry) => entry.trim() || []))
    .refine((entries) => entries.every(isNetwork), 'must list addresses and networks such as 10.0.0.0/8'),
  /** How long a stopping balancer spreads its viewers' reconnects over: with twelve seconds, nine in ten of them over more than ten. */
  DRAIN_MS: z.coerce.number().int().min(0).max(20_000).default(12_000),
})

export interface BalancerConfig {
  readonly port: number
  readonly host: string
  readonly redisUrl: string
  readonly maxConnections: number
  readonly maxPerAddress: number
  readonly connectsPerAddress: number
  readonly trustedProxies: readonly string[]
  readonly drainMs: number
}

/** @throws EnvironmentError listing every fault */
export function readBalancerConfig(source?: NodeJS.ProcessEnv): BalancerConfig & Logged {
  const env = readEnvironment(BalancerEnvironment, source)
  return {
    logLevel: env.LOG_LEVEL,
    port: env.PORT,
    host: env.HOST,
    redisUrl: env.REGISTRY_REDIS_URL,
    maxConnections: env.BALANCER_MAX_CONNECTIONS,
    maxPerAddress: env.BALANCER_MAX_PER_ADDRESS,
    connectsPerAddress: env.BALANCER_CONNECTS_PER_ADDRESS,
    trustedProxies: env.BALANCER_TRUSTED_PROXIES,
    drainMs: env.DRAIN_MS,
  }
}
