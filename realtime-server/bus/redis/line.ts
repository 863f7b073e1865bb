import { Redis } from 'ioredis'
import { failFast } from '#platform/redis.ts'

/*
 * A line is one connection that is subscribed to one channel. It never mends itself: whoever holds it must know that
 * something may have been missed, and ioredis, which resubscribes on its own, does not tell (nor does its group of
 * sharded subscribers, which also forgets to say when resubscribing failed).
 *
 * In a cluster the channel lives on one server. Any member that is asked says which, by MOVED.
 */

/** One is usual. A cluster that is being resharded may send us on a few times; more would be a circle. */
const REDIRECTIONS = 5

export interface Line {
  /** Resolves with the reason when nothing will be heard any more. */
  readonly ended: Promise<string>
  hangUp(reason: string): void
}

/**
 * Subscribes to a channel by way of the first server that answers, in random order: so that nodes do not all ask the same.
 * @throws within seconds, with the last server's error, when none leads to the channel
 */
export async function openLine(
  servers: readonly string[],
  channel: string,
  hear: (payload: Buffer) => void,
): Promise<Line> {
  let failure: unknown
  for (const server of shuffled(servers)) {
    try {
      return await follow(server, channel, hear)
    } catch (error) {
      failure = error
    }
  }
  throw new Error(`cannot subscribe to ${channel}`, { cause: failure })
}

async function follow(server: string, channel: string, hear: (payload: Buffer) => void): Promise<Line> {
  let address = server
  for (let redirections = 0; redirections < REDIRECTIONS; redirections += 1) {
    const line = await subscribe(address, channel, hear)
    if (typeof line !== 'string') return line
    address = line
  }
  throw new Error(`sent on more than ${REDIRECTIONS} times`)
}

/** @returns the line, or the address of the server that the channel has moved to */
async function subscribe(server: string, channel: string, hear: (payload: Buffer) => void): Promise<Line | string> {
  const redis = new Redis(server, { ...failFast(), retryStrategy: () => null })
  const ended = Promise.withResolvers<string>()
  const hangUp = (reason: string) => {
    ended.resolve(reason)
    redis.off('smessageBuffer', onMessage) // what still arrives while it closes would come after the loss was told
    redis.disconnect()
  }
  const onMessage = (_channel: Buffer, payload: Buffer) => hear(payload)
  redis.on('error', () => {}) // the end follows, and is what matters
  redis.on('end', () => hangUp('cut off'))
  redis.on('moved', () => hangUp('the channel has moved'))
  redis.on('smessageBuffer', onMessage)
  try {
    await redis.connect()
    await redis.ssubscribe(channel)
    return { ended: ended.promise, hangUp }
  } catch (error) {
    hangUp('did not open')
    const elsewhere = movedTo(server, (error as Error).message)
    if (elsewhere === null) throw error
    return elsewhere
  }
}

/** Where `MOVED <slot> <host>:<port>` points to, as the asked server's URL would be; no host means the same host. */
export function movedTo(server: string, message: string): string | null {
  const [, host, port] = /^MOVED \d+ (.*):(\d+)$/.exec(message) ?? []
  if (host === undefined || port === undefined) return null
  const url = new URL(server)
  if (host !== '') url.hostname = host.includes(':') ? `[${host}]` : host
  url.port = port
  return url.href
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
