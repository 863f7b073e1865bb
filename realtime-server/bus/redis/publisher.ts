import { Cluster, Redis, type RedisOptions } from 'ioredis'
import type { Log } from '#platform/log.ts'
import { failFast } from '#platform/redis.ts'
import { chunks } from '../../chunks.ts'
import type { ChannelRecord } from './channels.ts'

/**
 * An answer that does not come within a second is a failure; a connection that is silent a second longer is a dead one,
 * even if no packet says so, and is made anew. Left alone, the kernel would take a quarter of an hour to find out.
 */
const DEAD_CONNECTION_MS = 2_000

/** A command must be answered within a second of its pipeline's start, and Redis publishes about 100,000 in that time. */
const RECORDS_AT_ONCE = 1_000

/** Publishes to channels of a plain Redis, or of a cluster. */
export interface Publisher extends AsyncDisposable {
  /** The servers that are asked first; a cluster's others are found by way of them. */
  readonly servers: readonly string[]
  /** Resolves when Redis has handed all of them on to who listens; fails within seconds when it cannot. */
  publish(records: readonly ChannelRecord[]): Promise<void>
}

/** @param servers redis:// URLs: one is a plain Redis, several are members of a cluster */
export async function openPublisher(servers: readonly string[], log: Log): Promise<Publisher> {
  const client = servers.length === 1 ? plain(servers[0] as string) : cluster(servers)
  client.on('error', (error) => log.warn({ err: error }, 'redis bus connection'))
  client.on('node error', (error, node) => log.warn({ err: error, node }, 'redis bus connection'))
  try {
    await client.connect()
    // The cluster's connections open at their first command, and refuse a second one until they are open.
    if (client instanceof Cluster) await Promise.all(client.nodes('master').map((node) => node.ping()))
  } catch (error) {
    client.disconnect()
    throw error
  }
  return {
    servers,
    async publish(records) {
      for (const some of chunks(records, RECORDS_AT_ONCE)) {
        await Promise.all(some.map(({ channel, payload }) => client.spublish(channel, payload)))
      }
    },
    async [Symbol.asyncDispose]() {
      client.disconnect()
    },
  }
}

/** Commands of one turn of the event loop leave together, one pipeline to each server. */
const PIPELINED = { enableAutoPipelining: true } as const

const OPTIONS = { ...failFast(), socketTimeout: DEAD_CONNECTION_MS } satisfies RedisOptions

const plain = (server: string): Redis => new Redis(server, { ...OPTIONS, ...PIPELINED })

/** The members that the cluster names itself want the same credentials. */
function cluster(servers: readonly string[]): Cluster {
  const { username, password, protocol } = new URL(servers[0] as string)
  return new Cluster([...servers], {
    ...PIPELINED,
    enableOfflineQueue: false,
    lazyConnect: true,
    redisOptions: {
      ...OPTIONS,
      ...(username ? { username: decodeURIComponent(username) } : {}),
      ...(password ? { password: decodeURIComponent(password) } : {}),
      ...(protocol === 'rediss:' ? { tls: {} } : {}),
    },
  })
}
