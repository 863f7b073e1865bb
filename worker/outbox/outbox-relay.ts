import type { MessageEvent } from '#contracts/message.ts'
import { parseStream } from '#contracts/stream.ts'
import type { Log } from '#platform/log.ts'
import type { Emitter, Publication } from '#realtime/emitter.ts'
import { asReseller } from '../as-reseller.ts'
import type { Database } from '../database.ts'
import { forEachReseller, type Rounds, startRounds, unlessAllFailed } from '../rounds.ts'

/** The PostgreSQL channel on which a committed message wakes the relay (a trigger speaks). */
export const OUTBOX_CHANNEL = 'outbox'

/** Looked for this often even if nobody rang. */
const LOOK_MS = 2_000
const RESELLERS_PER_ROUND = 50
/**
 * Half of what the emitter takes. Most messages have some 300 bytes and are far below its bound in bytes, too; an announcement
 * in five languages may have 6,000, and 170 of those are above it: then they go in halves.
 */
const MESSAGES_AT_A_TIME = 500

/**
 * Publishes what was written beside its cause: reseller by reseller, in the order of writing, each message under its row's
 * id. The rows go once Kafka has them; a crash in between publishes them again, and the tier delivers an id once.
 */
export function startOutboxRelay(database: Database, emitter: Emitter, log: Log): Rounds {
  return startRounds({
    name: 'outbox',
    everyMs: LOOK_MS,
    log,
    async round(stopped) {
      const rows = await database.$queryRaw<{ id: string }[]>`
        SELECT id FROM resellers_with_outbox(${RESELLERS_PER_ROUND}::int) AS id`
      const relayed = await forEachReseller({
        resellerIds: rows.map(({ id }) => id),
        ...{ stopped, log, failure: 'live messages could not be published; tried again' },
        work: (resellerId) => relaySome(database, emitter, resellerId, log),
      })
      return unlessAllFailed(relayed).length > 0
    },
  })
}

interface Row {
  readonly position: bigint
  readonly messageId: string
  readonly stream: string
  readonly event: MessageEvent
  readonly fields: object
}

/** The rows stay locked while Kafka is given them, so a second relay waits and then finds them gone. */
async function relaySome(database: Database, emitter: Emitter, resellerId: string, log: Log): Promise<void> {
  await asReseller(database, resellerId, async (transaction) => {
    const rows = await transaction.$queryRaw<Row[]>`
      SELECT position, message_id AS "messageId", stream, event, fields FROM outbox_message
      WHERE reseller_id = ${resellerId} ORDER BY position LIMIT ${MESSAGES_AT_A_TIME} FOR UPDATE`
    await publish(emitter, rows, log)
    await transaction.outboxMessage.deleteMany({
      where: { resellerId, position: { in: rows.map((row) => row.position) } },
    })
  })
}

/**
 * What the emitter refuses is refused for good: a message that is none by the tier's contract (a TypeError), or too much at
 * once (a RangeError). Neither may keep the others, so a batch is halved until what is left goes, or is one message that never
 * will; that is nobody's fault but ours, and is told in the log.
 */
async function publish(emitter: Emitter, rows: readonly Row[], log: Log): Promise<void> {
  try {
    await emitter.batch(rows.map(publicationOf))
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error
    const [row, ...others] = rows
    if (row === undefined) return
    if (others.length === 0) return log.error({ err: error, messageId: row.messageId }, 'a live message was dropped')
    const half = Math.ceil(rows.length / 2)
    await publish(emitter, rows.slice(0, half), log)
    await publish(emitter, rows.slice(half), log)
  }
}

function publicationOf({ messageId, stream, event, fields }: Row): Publication {
  const target = parseStream(stream)
  if (target === null) throw new TypeError(`${stream} is no stream`)
  return { target, event, fields, id: messageId } as Publication
}
