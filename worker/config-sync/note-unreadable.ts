import type { Unreadable } from '#platform/kafka-consumer.ts'
import type { Database } from '../database.ts'
import { NO_VERSION, noteRefusals } from './config-store.ts'

/** As much of a reason as helps a person; the dead letter has more. */
const REASON_LIMIT = 500

/**
 * Makes the hearer of records that are no events at all: where the key is a reseller that we know, its staff read of the
 * last one beside the versions that were refused, until a version of theirs goes live again.
 */
export const noteUnreadable = (database: Database) => async (letters: readonly Unreadable[]) => {
  const reasons = new Map(letters.map(({ record, reason }) => [keyOf(record), reason.slice(0, REASON_LIMIT)]))
  const known = await database.reseller.findMany({
    where: { resellerId: { in: [...reasons.keys()] } },
    select: { resellerId: true },
  })
  await noteRefusals(
    database,
    known.map(({ resellerId }) => {
      const reason = reasons.get(resellerId) ?? ''
      return { resellerId, version: NO_VERSION, sequence: 0, reason, cause: { of: 'other', said: reason } }
    }),
  )
}

/** PostgreSQL takes no NUL, and no reseller has one in its id. */
const keyOf = ({ key }: Unreadable['record']): string =>
  (key === null ? '' : Buffer.from(key).toString('utf8')).replaceAll('\0', '')
