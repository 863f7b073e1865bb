import type { Producer } from 'kafkajs'
import { ConfigEvent } from '#contracts/config-event.ts'
import { isRefusedData } from '#platform/database-away.ts'
import { type DeadLettered, sendDeadLetters } from '#platform/dead-letters.ts'
import type { EventReader, EventRecord } from '#platform/kafka-record.ts'
import type { Log } from '#platform/log.ts'
import { sqlState } from '#platform/sql-state.ts'
import type { Emitter } from '#realtime/emitter.ts'
import type { Database } from '../database.ts'
import { applyConfigEvents, noteRefusals } from './config-store.ts'
import { type Decision, refusal } from './decide.ts'
import { staffNews } from './staff-news.ts'

/** What the worker reads on `reseller.config`. */
export const configReader: EventReader<ConfigEvent> = { types: ['reseller.config'], schema: ConfigEvent }

type ConfigRecord = EventRecord<ConfigEvent>

/**
 * Events applied in one transaction. A hundred make ten thousand a matter of seconds, and hold the lock and at most
 * 13 MB of configurations for some ten milliseconds.
 */
const EVENTS_AT_A_TIME = 100

/**
 * Makes the handler of `reseller.config`: events in order, a hundred at a time. Refusals go to the dead letters once
 * they are decided, then are noted; a crash in between tells them twice, never not at all.
 * Throws only when PostgreSQL or Kafka is away, and then everything may be handed in again.
 */
export function configSync(deps: {
  readonly database: Database
  readonly producer: Producer
  readonly deadLettered?: DeadLettered
  readonly log: Log
  /** For the staff's pages: told once everything is stored, and again whenever an event is handed in again. */
  readonly emitter: Pick<Emitter, 'batch'>
  readonly applied: (event: ConfigEvent, decision: Decision) => void
}) {
  const { database, producer, log, emitter, applied } = deps

  async function apply(records: readonly ConfigRecord[]): Promise<void> {
    const decisions = await applyOrRefuse(
      database,
      records.map(({ event }) => event),
    )
    const decided = records.map((record, at) => ({ record, decision: decisions[at] ?? NOTHING }))
    const refused = decided.flatMap(({ record, decision }) =>
      decision.refusals.map((refusal) => ({ record, refusal, resellerId: record.event.resellerId })),
    )
    await sendDeadLetters(
      producer,
      refused.map(({ record, refusal }) => ({ record: asRaw(record), reason: refusal.reason })),
      deps.deadLettered,
    )
    await noteRefusals(
      database,
      refused.map(({ refusal, resellerId }) => ({ ...refusal, resellerId })),
    )
    await emitter.batch(records.map(({ event }) => staffNews(event)))
    for (const { refusal, resellerId } of refused) log.warn({ resellerId, ...refusal }, 'a configuration was refused')
    for (const { record, decision } of decided) applied(record.event, decision)
  }

  return async (records: readonly ConfigRecord[]): Promise<void> => {
    for (let at = 0; at < records.length; at += EVENTS_AT_A_TIME) await apply(records.slice(at, at + EVENTS_AT_A_TIME))
  }
}

const NOTHING: Decision = { store: [], publish: null, refusals: [] }

/**
 * Failures that an event itself causes (data that PostgreSQL refuses) would come back for ever and
 * hold up everybody behind it. Among several events the culprit is found by applying them one by one; alone, it is
 * refused. Anything else is thrown and tried again.
 */
async function applyOrRefuse(database: Database, events: readonly ConfigEvent[]): Promise<Decision[]> {
  try {
    return await applyConfigEvents(database, events)
  } catch (error) {
    const state = sqlState(error)
    if (state === null || !isRefusedData(state)) throw error
    const [event, ...others] = events
    if (event === undefined) return []
    if (others.length === 0) return [refusedBy(event, state)]
    const decisions: Decision[] = []
    for (const one of events) decisions.push(...(await applyOrRefuse(database, [one])))
    return decisions
  }
}

function refusedBy({ live: { version }, sequence }: ConfigEvent, state: string): Decision {
  return {
    ...NOTHING,
    refusals: [refusal(version, sequence, { of: 'other', said: `PostgreSQL refused it (${state})` })],
  }
}

/** The record as a dead letter shows it. The configurations in it are as they came; only the envelope was read. */
function asRaw({ topic, partition, offset, key, event }: ConfigRecord) {
  return {
    topic,
    partition,
    offset,
    key: key === null ? null : Buffer.from(key),
    value: Buffer.from(JSON.stringify(event)),
  }
}
