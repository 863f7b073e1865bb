import { setTimeout as delay } from 'node:timers/promises'
import type { Producer } from 'kafkajs'
import pg from 'pg'
import { sendInParts } from '#platform/kafka-parts.ts'
import type { Log } from '#platform/log.ts'
import { type Bell, createBell } from '#worker/bell.ts'
import type { Pool } from './database.ts'
import { OUTBOX_CHANNEL } from './outbox.ts'

/** The part of a Kafka producer that the relay needs. */
export type Sender = Pick<Producer, 'sendBatch'>

export interface RelayOptions {
  readonly pool: Pool
  readonly databaseUrl: string
  readonly sender: Sender
  readonly log: Log
}

/** Looks this often even if nobody called: a notification lost with its connection then costs a second, not the event. */
const LOOK_AGAIN_MS = 1_000
/** Waits this long after Kafka or PostgreSQL failed. */
const PAUSE_MS = 500
/** Stopping waits this long for a round that Kafka does not answer; its records stay for the next start. */
const LAST_ROUND_MS = 2_000
/** Records per round: 150 KB of core's; of the reseller service's, whose events are whole configurations, some megabytes. */
const ROUND = 500
/** One relay per database at a time, or two would interleave a show's records. */
const RELAY_LOCK = 7_400_000_001

/**
 * Brings the outbox to Kafka: woken by NOTIFY, in the order of writing, one round at a time.
 * A record is deleted after the broker has it, so a crash in between produces it twice, never zero times.
 */
export function startRelay(options: RelayOptions): AsyncDisposable {
  const bell = createBell()
  const stop = new AbortController()
  const running = relayUntil(options, bell, stop.signal)
  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      bell.ring()
      await Promise.race([running, delay(LAST_ROUND_MS)])
    },
  }
}

async function relayUntil(options: RelayOptions, bell: Bell, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      await using ear = await listen(options, bell)
      while (!stop.aborted) {
        const sent = await relayRound(options)
        if (sent < ROUND) await bell.heard(LOOK_AGAIN_MS)
        if (ear.broken()) break
      }
    } catch (error) {
      if (stop.aborted) return
      options.log.warn(
        { reason: (error as Error).message },
        'the outbox waits: its records could not be brought to Kafka',
      )
      await delay(PAUSE_MS, undefined, { signal: stop }).catch(() => {})
    }
  }
}

/** Rings the bell when it is called, and when its connection broke. */
interface Ear extends AsyncDisposable {
  broken(): boolean
}

/** A connection of its own that listens and holds the relay's lock; when it ends, so does our right to relay. */
async function listen({ databaseUrl }: RelayOptions, bell: Bell): Promise<Ear> {
  const ear = new pg.Client({ connectionString: databaseUrl })
  let broken = false
  const broke = () => {
    broken = true
    bell.ring()
  }
  ear.on('error', broke).on('end', broke).on('notification', bell.ring)
  await ear.connect()
  try {
    await awaitLock(ear)
    await ear.query(`LISTEN ${OUTBOX_CHANNEL}`)
  } catch (error) {
    await ear.end()
    throw error
  }
  return { broken: () => broken, [Symbol.asyncDispose]: () => ear.end().catch(() => {}) }
}

async function awaitLock(ear: pg.Client): Promise<void> {
  const { rows } = await ear.query('SELECT pg_try_advisory_lock($1) AS mine', [RELAY_LOCK])
  if (!rows[0]?.mine) throw new Error('another process relays this outbox')
}

async function relayRound({ pool, sender }: RelayOptions): Promise<number> {
  const { rows } = await pool.query<OutboxRow>('SELECT id, topic, key, value FROM outbox ORDER BY id LIMIT $1', [ROUND])
  if (rows.length === 0) return 0
  const messages = rows.map(({ topic, key, value }) => ({ topic, key, value }))
  await sendInParts(sender, -1, messages)
  await pool.query('DELETE FROM outbox WHERE id = ANY($1::bigint[])', [rows.map((row) => row.id)])
  return rows.length
}

interface OutboxRow {
  readonly id: string
  readonly topic: string
  readonly key: string
  readonly value: string
}
