import { z } from 'zod'
import {
  jsonVariable,
  type Logged,
  LogLevelVariable,
  PortVariable,
  readEnvironment,
  type Variables,
} from '#platform/environment.ts'
import { type BusConfig, BusEnvironment } from '../bus/bus-config.ts'

const NodeEnvironment = z.object({
  LOG_LEVEL: LogLevelVariable,
  PORT: PortVariable.default(0),
  HOST: z.string().default('127.0.0.1'),
  /** Where the balancer reaches this node; by default the address it listens on. */
  NODE_URL: z.url('must be the URL at which the balancer reaches this node').optional(),
  REGISTRY_REDIS_URL: z.url('must be a redis:// URL'),
  REALTIME_VERIFICATION_KEYS: jsonVariable(z.object({ keys: z.array(z.record(z.string(), z.unknown())).min(1) })),
  /**
   * Viewers at 7–13 KB each are 256 MB at most. Where descriptors do not suffice for them and for others they are fewer:
   * 18,160 of the usual 20,000, see socket-room.ts.
   */
  MAX_CONNECTIONS: z.coerce.number().int().min(1).max(100_000).default(19_900),
  /**
   * Of one person, guests too. A browser has one for all its tabs; ten are somebody's devices, and some that went without a
   * word and are not missed yet.
   */
  MAX_CONNECTIONS_PER_PERSON: z.coerce.number().int().min(1).default(10),
  /** How long a stopping node spreads its viewers' reconnects over: with twelve seconds, nine in ten of them over more than ten. */
  DRAIN_MS: z.coerce.number().int().min(0).max(20_000).default(12_000),
})

export interface NodeConfig {
  readonly port: number
  readonly host: string
  readonly url?: string | undefined
  readonly redisUrl: string
  readonly bus: BusConfig
  readonly verificationKeys: { keys: Record<string, unknown>[] }
  readonly maxConnections: number
  /** Without it one person may have them all: load that is measured is often one person's. */
  readonly maxPerPerson?: number | undefined
  readonly drainMs: number
}

/** @throws EnvironmentError listing every fault */
export function readNodeConfig(source?: Variables): NodeConfig & Logged {
  const env = readEnvironment(NodeEnvironment.and(BusEnvironment), source)
  return {
    logLevel: env.LOG_LEVEL,
    port: env.PORT,
    host: env.HOST,
    url: env.NODE_URL,
    redisUrl: env.REGISTRY_REDIS_URL,
    bus: env.bus,
    verificationKeys: env.REALTIME_VERIFICATION_KEYS,
    maxConnections: env.MAX_CONNECTIONS,
    maxPerPerson: env.MAX_CONNECTIONS_PER_PERSON,
    drainMs: env.DRAIN_MS,
  }
}
