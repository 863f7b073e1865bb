import type { Redis } from 'ioredis'
import { z } from 'zod'
import { chunks } from '../chunks.ts'
import { epochCandidate } from '../epoch.ts'
import {
  type Beat,
  DISTRUST_MS,
  LEASE_MS,
  type NodeInfo,
  type NodeLoad,
  type NodeRegistry,
  type Recipients,
  type RegistryView,
} from './registry.ts'
import { ADD, BEAT, ENTER, LEAVE, NODES, REMOVE, TARGETS } from './registry-scripts.ts'

/** Interests per script call: about a millisecond of Redis's time, so that nobody else waits long. */
const CHUNK = 500

/** A dead node is buried from a minute after its lease ended; nothing depends on it but memory. */
const BURIAL_GRACE_MS = 60_000

/** The registry in Redis, both sides of it. Errors of the connection pass through: callers decide what to do without it. */
export class RedisRegistry implements NodeRegistry, RegistryView {
  readonly #redis: Redis

  constructor(redis: Redis) {
    this.#redis = redis
  }

  async enter(node: { id: string; url: string; slot?: number }, slots: number): Promise<{ slot: number }> {
    const reply = await ENTER.run(this.#redis, [], [node.id, node.url, node.slot ?? -1, slots, LEASE_MS])
    return { slot: z.int().parse(reply) }
  }

  async beat(id: string, load: NodeLoad): Promise<Beat> {
    const burial = [BURIAL_GRACE_MS, CHUNK]
    const reply = await BEAT.run(
      this.#redis,
      [],
      [id, load.state, load.connections, LEASE_MS, epochCandidate(), ...burial],
    )
    const [held, interests, epoch, ms] = z.tuple([z.int(), z.int(), z.string(), z.int()]).parse(reply)
    return { held: held === 1, interests, now: { epoch, ms, seq: 0 } }
  }

  async add(id: string, interests: readonly string[]): Promise<void> {
    for (const part of chunks(interests, CHUNK)) await ADD.run(this.#redis, [], [id, ...part])
  }

  async remove(id: string, interests: readonly string[]): Promise<void> {
    for (const part of chunks(interests, CHUNK)) await REMOVE.run(this.#redis, [], [id, ...part])
  }

  async leave(id: string): Promise<void> {
    while (z.int().parse(await LEAVE.run(this.#redis, [], [id, CHUNK])) === CHUNK);
  }

  async recipients(interests: readonly string[]): Promise<Recipients[]> {
    const found: Recipients[] = []
    for (const part of chunks(interests, CHUNK)) {
      const reply = await TARGETS.run(this.#redis, [], [DISTRUST_MS, epochCandidate(), ...part])
      found.push(...readTargets(reply))
    }
    return found
  }

  async nodes(): Promise<NodeInfo[]> {
    return readNodes(await NODES.run(this.#redis, [], []))
  }
}

const TargetsReply = z.tuple([z.int()], z.array(z.string()))

/** A live node without a slot means that its hash was lost while the set was not: then nobody can say who hears what. */
function readTargets(reply: unknown): Recipients[] {
  const [trusted, ...lists] = TargetsReply.parse(reply)
  return lists.map((flat) => {
    const recipients = Array.from({ length: flat.length / 2 }, (_, i) => ({
      node: flat[2 * i] as string,
      slot: Number(flat[2 * i + 1]),
    }))
    return trusted === 1 && recipients.every((target) => target.slot >= 0) ? recipients : 'everyone'
  })
}

const NodeFields = z.tuple([
  z.string(),
  z.string(),
  z.coerce.number(),
  z.enum(['starting', 'ready', 'draining']),
  z.coerce.number(),
])

function readNodes(reply: unknown): NodeInfo[] {
  const flat = z.array(z.string()).parse(reply)
  return Array.from({ length: flat.length / 5 }, (_, i) => {
    const [id, url, slot, state, connections] = NodeFields.parse(flat.slice(5 * i, 5 * i + 5))
    return { id, url, slot, state, connections }
  })
}
