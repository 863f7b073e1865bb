import type { Admin, Kafka } from 'kafkajs'
import type { Log } from '#platform/log.ts'
import type { Database } from '../database.ts'
import { type Rounds, startRounds } from '../rounds.ts'
import { EndsSeen, type Offsets } from './ends-seen.ts'

/*
 * Notes how far a group has worked a topic: whatever was there at that time is worked. Every worker does this for the whole
 * group, so it does not matter which of them has which partition; while none runs, the time stands still.
 */

/** Often enough that a board finds it recent (`lib/admin/behind.ts`), seldom enough that Kafka does not notice. */
const LOOK_MS = 5_000

export interface Working {
  readonly kafka: Kafka
  readonly database: Database
  readonly groupId: string
  readonly topic: string
}

export function startNotingWorked(working: Working, log: Log): AsyncDisposable {
  // Once more is enough: the next round is near, and whoever stops waits for this one.
  const admin = working.kafka.admin({ retry: { retries: 1 } })
  const note = createNotes(working, admin)
  const rounds: Rounds = startRounds({
    ...{ name: 'worked', everyMs: LOOK_MS, log },
    async round() {
      await admin.connect()
      await note()
      return false
    },
  })
  return {
    async [Symbol.asyncDispose]() {
      await rounds[Symbol.asyncDispose]()
      await admin.disconnect()
    },
  }
}

type Looking = Pick<Admin, 'fetchTopicOffsets' | 'fetchOffsets'>

/** @returns what looks once, and writes down what it found */
export function createNotes({ database, groupId, topic }: Omit<Working, 'kafka'>, admin: Looking) {
  const seen = new EndsSeen()
  return async (): Promise<void> => {
    // The time first, then the ends: what comes in between is not said to be worked. By the clock of the database, as
    // everything that is counted.
    const [clock] = await database.$queryRaw<{ now: Date }[]>`SELECT now() AS now`
    if (clock === undefined) throw new Error('PostgreSQL has no clock')
    seen.see(clock.now.getTime(), await readEnds(admin, topic))
    const workedMs = seen.workedTo(await readWorked(admin, groupId, topic))
    if (workedMs === null) return
    // Of several workers the furthest is right.
    await database.$executeRaw`
      INSERT INTO worked_topic AS known (group_id, topic, worked_to)
      VALUES (${groupId}, ${topic}, ${new Date(workedMs)}::timestamptz)
      ON CONFLICT (group_id, topic) DO UPDATE SET worked_to = greatest(known.worked_to, excluded.worked_to)`
  }
}

/** Of partitions with records: one whose records have all been forgotten may never be committed. */
async function readEnds(admin: Looking, topic: string): Promise<Offsets> {
  const partitions = await admin.fetchTopicOffsets(topic)
  // Of a topic that the broker does not know yet nothing is worked, rather than everything.
  if (partitions.length === 0) throw new Error(`${topic} has no partitions`)
  const filled = partitions.filter(({ low, high }) => BigInt(high) > BigInt(low))
  return new Map(filled.map(({ partition, high }) => [partition, BigInt(high)]))
}

/** A partition that was never committed has -1, which is before everything. */
async function readWorked(admin: Looking, groupId: string, topic: string): Promise<Offsets> {
  const [read] = await admin.fetchOffsets({ groupId, topics: [topic] })
  return new Map(read?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]))
}
