import type { Hold, HoldRequest, Item } from '#contracts/hold.ts'
import type { Price } from '#contracts/money.ts'
import { type Database, inTransaction } from '../../stand-in/database.ts'
import { newId } from '../../stand-in/new-id.ts'
import { isRefusal, type Outcome, type Refusal } from '../../stand-in/outcome.ts'
import type { Core } from '../core.ts'
import { faultsOfItems, quantityOf, type SaleTerms, saleIsClosed, totalOf } from './hold-rules.ts'
import { once } from './idempotency.ts'
import { takeStep } from './step.ts'

/** A time limit must be extendable at least ten times (WCAG 2.2.1). */
const EXTENSIONS = 10

export interface HoldRow {
  readonly id: string
  readonly reseller_id: string
  readonly show_id: string
  readonly customer_ref: string
  readonly items: Item[]
  readonly total: Price
  readonly status: 'active' | 'ordered' | 'released' | 'expired'
  readonly expires_at: Date
  readonly extensions_left: number
}

/** Reserves tickets, all of them or none. */
export async function createHold(
  core: Core,
  resellerId: string,
  key: string,
  body: HoldRequest,
): Promise<Outcome<Hold>> {
  const outcome = await inTransaction(core.pool, (client) =>
    once(client, { resellerId, operation: 'hold', key, body }, () => placeHold(client, core, resellerId, body)),
  )
  // A repeated answer is the same hold, but the clock in it is the clock at the answer.
  return isRefusal(outcome) ? outcome : { value: { ...outcome.value, serverNow: await readClock(core.pool) } }
}

async function placeHold(
  client: Database,
  core: Core,
  resellerId: string,
  request: HoldRequest,
): Promise<Outcome<Omit<Hold, 'serverNow'>>> {
  const terms = await readTerms(client, resellerId, request.showId)
  if (terms === null) return { refused: 'core/not-found' }
  const refusal = refusalByTerms(terms, request) ?? (await overLimit(client, resellerId, request, terms.maxPerBuyer))
  if (refusal) return refusal
  const missing = await core.claim(client, request.showId, request.items)
  if (missing.tierIds.length + missing.seatIds.length > 0)
    return { refused: 'core/unavailable-items', tierIds: [...missing.tierIds], seatIds: [...missing.seatIds] }
  const hold = await insertHold(
    client,
    resellerId,
    request,
    totalOf(terms, request.items),
    core.switches.now.holdSeconds,
  )
  await takeStep(client, core, request.showId, { type: 'ticket.held', resellerId, items: request.items })
  return { value: hold }
}

function refusalByTerms(terms: SaleTerms, request: HoldRequest): Refusal | null {
  const fields = faultsOfItems(terms, request.items)
  return fields.length > 0 ? { refused: 'core/invalid-request', fields } : saleIsClosed(terms)
}

/** @returns null when this reseller does not sell such a show. */
async function readTerms(client: Database, resellerId: string, showId: string): Promise<SaleTerms | null> {
  const { rows } = await client.query(
    `SELECT seating, status, starts_at AS "startsAt", on_sale_at AS "onSaleAt", max_per_buyer AS "maxPerBuyer",
       clock_timestamp() AS now, prices
     FROM show, LATERAL (
       SELECT json_object_agg(tier_id, json_build_object('amount', amount, 'currency', currency, 'fees', fees)) AS prices
       FROM price WHERE show_id = $2 AND reseller_id = $1
     ) AS p WHERE id = $2 AND prices IS NOT NULL`,
    [resellerId, showId],
  )
  return (rows[0] as SaleTerms | undefined) ?? null
}

/** One buyer's requests for one show take turns here, or two at once would each see room below the limit. */
async function overLimit(
  client: Database,
  resellerId: string,
  { showId, customerRef, items }: HoldRequest,
  limit: number,
): Promise<Refusal | null> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${resellerId}:${customerRef}:${showId}`,
  ])
  const { rows } = await client.query<{ has: number }>(
    `SELECT coalesce(sum(quantity), 0)::int AS has FROM hold
     WHERE reseller_id = $1 AND customer_ref = $2 AND show_id = $3
       AND (status = 'ordered' OR (status = 'active' AND expires_at > clock_timestamp()))`,
    [resellerId, customerRef, showId],
  )
  return (rows[0]?.has ?? 0) + quantityOf(items) > limit ? { refused: 'core/limit-exceeded', limit } : null
}

export async function insertHold(
  client: Database,
  resellerId: string,
  { showId, customerRef, items }: HoldRequest,
  total: Price,
  holdSeconds: number,
): Promise<Omit<Hold, 'serverNow'>> {
  const id = newId('hold')
  const { rows } = await client.query<{ expires_at: Date }>(
    `INSERT INTO hold (id, reseller_id, customer_ref, show_id, items, quantity, total, status, extensions_left, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'active', $8, clock_timestamp() + make_interval(secs => $9))
     RETURNING expires_at`,
    [id, resellerId, customerRef, showId, JSON.stringify(items), quantityOf(items), total, EXTENSIONS, holdSeconds],
  )
  const expiresAt = (rows[0] as { expires_at: Date }).expires_at.toISOString()
  return { id, showId, items, expiresAt, extensionsLeft: EXTENSIONS, total }
}

/** Makes a hold last its full length again, counted from now. */
export async function extendHold(core: Core, resellerId: string, holdId: string): Promise<Outcome<Hold>> {
  const { rows } = await core.pool.query<HoldRow & { now: Date }>(
    `UPDATE hold SET extensions_left = extensions_left - 1,
       expires_at = greatest(expires_at, clock_timestamp() + make_interval(secs => $3))
     WHERE id = $2 AND reseller_id = $1 AND status = 'active' AND expires_at > clock_timestamp() AND extensions_left > 0
     RETURNING *, clock_timestamp() AS now`,
    [resellerId, holdId, core.switches.now.holdSeconds],
  )
  const row = rows[0]
  return row ? { value: toHold(row, row.now) } : whyNotExtended(core, resellerId, holdId)
}

async function whyNotExtended(core: Core, resellerId: string, holdId: string): Promise<Refusal> {
  const { rows } = await core.pool.query<{ live: boolean }>(
    `SELECT status = 'active' AND expires_at > clock_timestamp() AS live FROM hold WHERE id = $2 AND reseller_id = $1`,
    [resellerId, holdId],
  )
  if (rows[0] === undefined) return { refused: 'core/not-found' }
  return { refused: rows[0].live ? 'core/no-extensions-left' : 'core/hold-expired' }
}

const toHold = (row: HoldRow, now: Date): Hold => ({
  id: row.id,
  showId: row.show_id,
  items: row.items,
  expiresAt: row.expires_at.toISOString(),
  serverNow: now.toISOString(),
  extensionsLeft: row.extensions_left,
  total: row.total,
})

async function readClock(client: Database): Promise<string> {
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  return (rows[0] as { now: Date }).now.toISOString()
}
