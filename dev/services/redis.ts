import { mkdirSync } from 'node:fs'
import { installPackages } from './apt.ts'
import { awaitOutput } from './await-output.ts'
import { endChild, startChild } from './child.ts'
import { freePort } from './free-ports.ts'
import { onPath } from './on-path.ts'
import type { Service, ServiceOptions } from './service.ts'

/** Tests take a logical database each; Redis's own default of 16 is soon used up. */
const DATABASES = 512
const START_LIMIT_MS = 20_000

export interface RedisOptions extends ServiceOptions {
  /** A port to come back on, for a test that kills it; otherwise a free one. */
  readonly port?: number
}

/** A Redis of our own, on loopback. */
export async function startRedis(options: RedisOptions): Promise<Service & { readonly pid: number }> {
  const program = await redisProgram(options.say)
  const port = options.port ?? (await freePort())
  mkdirSync(options.dataDir, { recursive: true })
  const child = startChild([program, ...redisArguments(port, options)], { lastSignal: 'TERM' })
  await awaitOutput(child, /Ready to accept connections/, START_LIMIT_MS)
  return {
    name: 'redis',
    address: `redis://127.0.0.1:${port}`,
    provider: `native (${program})`,
    pid: child.pid as number,
    [Symbol.asyncDispose]: () => endChild(child, 'SIGTERM', 10_000),
  }
}

/** `noeviction`: sessions and the registry may be refused for want of memory, never silently dropped. */
export function redisArguments(port: number, options: Pick<RedisOptions, 'dataDir' | 'throwaway'>): string[] {
  const durability = options.throwaway ? 'no' : 'yes'
  return [
    ...['--port', `${port}`, '--bind', '127.0.0.1', '--dir', options.dataDir, '--databases', `${DATABASES}`],
    ...['--save', '', '--appendonly', durability, '--maxmemory-policy', 'noeviction'],
  ]
}

/** From PATH, or from Debian's package when we are root. */
export async function redisProgram(say: (line: string) => void): Promise<string> {
  const program = onPath('redis-server')
  if (program !== undefined && program !== null) return program
  await installPackages(['redis-server'], say)
  return onPath('redis-server') ?? 'redis-server'
}
