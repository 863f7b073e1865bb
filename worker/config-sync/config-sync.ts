import type { Producer } from 'kafkajs'
import { ConfigEvent } from '#contracts/config-event.ts'
import { sendDeadLetters } from '#platform/dead-letters.ts'
import type { EventReader, EventRecord } from '#platform/kafka-record.ts'
import type { Log } from '#platform/log.ts'
import type { Database } from '../database.ts'
import { sqlState } from '../database.ts'
import { applyConfigEvent, noteRefusals } from './config-store.ts'
import type { Decision, Refusal } from './decide.ts'
import { inParallel } from './in-parallel.ts'

/** What the worker reads on `reseller.config`. */
export const configReader: EventReader<ConfigEvent> = { types: ['reseller.config'], schema: ConfigEvent }

type ConfigRecord = EventRecord<ConfigEvent>
type Refused = { readonly record: ConfigRecord; readonly refusal: Refusal }

/** How many resellers' events are applied at a time; each takes a connection. */
const RESELLERS_AT_A_TIME = 4
/** Two resellers that reach for one host at the same moment: the loser looks again and sees it taken. */
const ATTEMPTS = 3

/**
 * Makes the handler of `reseller.config`: each reseller's events in order, several resellers at a time. Refusals go to
 * the dead letters once all else is applied, then are noted; a crash in between tells them twice, never not at all.
 * Throws only when PostgreSQL or Kafka is away, and then everything may be handed in again.
 */
export function configSync(deps: {
  readonly database: Database
  readonly producer: Producer
  readonly log: Log
  readonly applied: (event: ConfigEvent, decision: Decision) => void
}) {
  const { database, producer, log, applied } = deps

  async function applyInOrder(records: readonly ConfigRecord[]): Promise<Refused[]> {
    const refused: Refused[] = []
    for (const record of records) {
      const decision = await applyOrRefuse(database, record.event)
      refused.push(...decision.refusals.map((refusal) => ({ record, refusal })))
      applied(record.event, decision)
    }
    return refused
  }

  return async (records: readonly ConfigRecord[]): Promise<void> => {
    const byReseller = Map.groupBy(records, ({ event }) => event.resellerId)
    const refused = (await inParallel([...byReseller.values()], RESELLERS_AT_A_TIME, applyInOrder)).flat()
    if (refused.length === 0) return
    await sendDeadLetters(
      producer,
      refused.map(({ record, refusal }) => ({ record: asRaw(record), reason: refusal.reason })),
    )
    await noteRefusals(
      database,
      refused.map(({ record, refusal }) => ({ ...refusal, resellerId: record.event.resellerId })),
    )
    for (const { record, refusal } of refused)
      log.warn({ resellerId: record.event.resellerId, ...refusal }, 'a configuration was refused')
  }
}

/**
 * Failures that the event itself causes (PostgreSQL's classes 22, data, and 23, integrity) would come back for ever
 * and hold up everybody behind it: they become refusals. Anything else is thrown and tried again.
 */
async function applyOrRefuse(database: Database, event: ConfigEvent): Promise<Decision> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await applyConfigEvent(database, event)
    } catch (error) {
      const state = sqlState(error)
      if (state === null || !/^2[23]/.test(state)) throw error
      if (state === '23505' && attempt < ATTEMPTS) continue
      const reason = `version ${event.live.version}: PostgreSQL refused it (${state})`
      return {
        store: [],
        publish: null,
        refusals: [{ version: event.live.version, sequence: event.sequence, reason }],
      }
    }
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
