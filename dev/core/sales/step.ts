import { randomUUID } from 'node:crypto'
import type { TicketEvent } from '#contracts/core-event.ts'
import type { Item } from '#contracts/hold.ts'
import type { Database } from '../../stand-in/database.ts'
import { addToOutbox } from '../../stand-in/outbox.ts'
import type { Core } from '../core.ts'

/** A change of availability, before it has its place in the show's sequence. */
export type Change =
  | { type: 'ticket.held' | 'ticket.released'; resellerId: string; items: readonly Item[] }
  | { type: 'ticket.sold'; resellerId: string; items: readonly Item[]; saleIds: readonly string[] }
  | { type: 'show.updated'; changed: readonly string[] }

/**
 * Makes a change one step of the show's version and one event, in the caller's transaction.
 * The last thing a transaction does: the show's row stays locked until commit, and everybody wants it.
 */
export async function takeStep(client: Database, core: Core, showId: string, change: Change): Promise<void> {
  const { rows } = await client.query<{ version: number; at: Date }>(
    'UPDATE show SET version = version + 1 WHERE id = $1 RETURNING version, clock_timestamp() AS at',
    [showId],
  )
  const step = rows[0]
  if (step === undefined) throw new Error(`show ${showId} is gone`)
  const envelope = {
    id: randomUUID(),
    at: step.at.toISOString(),
    showId,
    from: step.version - 1,
    version: step.version,
  }
  const stock = 'items' in change ? { remaining: await readRemaining(client, showId, change.items) } : {}
  const event = { ...envelope, ...change, ...stock } as TicketEvent
  await addToOutbox(client, [{ topic: core.topics.tickets, key: showId, value: event }])
}

/** What is left of the tiers involved: read after the step, so it is the truth at exactly that version. */
async function readRemaining(
  client: Database,
  showId: string,
  items: readonly Item[],
): Promise<Record<string, number>> {
  const { rows } = await client.query<{ id: string; available: number }>(
    'SELECT id, available FROM tier WHERE show_id = $1 AND id = ANY($2)',
    [showId, items.map((item) => item.tierId)],
  )
  return Object.fromEntries(rows.map(({ id, available }) => [id, available]))
}
