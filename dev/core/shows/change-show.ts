import { z } from 'zod'
import { Instant } from '#contracts/ids.ts'
import { type Database, inTransaction } from '../../stand-in/database.ts'
import type { Outcome } from '../../stand-in/outcome.ts'
import type { Core } from '../core.ts'
import { takeStep } from '../sales/step.ts'

/** `PATCH /dev/shows/{id}`: what a promoter changes about a show that is being sold. */
export const ShowChange = z
  .object({
    title: z.string().min(1).max(160),
    startsAt: Instant,
    /** null: sales are open. */
    onSaleAt: Instant.nullable(),
    status: z.enum(['scheduled', 'cancelled']),
  })
  .partial()
  .strict()
export type ShowChange = z.infer<typeof ShowChange>

/** Changes the named fields in one step of the show's version. */
export function changeShow(core: Core, showId: string, change: ShowChange): Promise<Outcome<{ changed: string[] }>> {
  return inTransaction(core.pool, async (client) => {
    const changed = Object.keys(change)
    if (!(await writeChange(client, showId, change))) return { refused: 'core/not-found' }
    if (changed.length > 0) await takeStep(client, core, showId, { type: 'show.updated', changed })
    return { value: { changed } }
  })
}

async function writeChange(client: Database, showId: string, change: ShowChange): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE show SET
       details = CASE WHEN $2::text IS NULL THEN details ELSE details || jsonb_build_object('title', $2::text) END,
       starts_at = coalesce($3, starts_at),
       on_sale_at = CASE WHEN $4 THEN $5 ELSE on_sale_at END,
       status = coalesce($6, status)
     WHERE id = $1`,
    [showId, change.title, change.startsAt, change.onSaleAt !== undefined, change.onSaleAt ?? null, change.status],
  )
  return rowCount === 1
}
