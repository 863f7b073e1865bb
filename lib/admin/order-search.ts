import { Prisma } from '#generated/prisma/client.ts'
import { behindAllFrom } from '#lib/database/beginning.ts'
import { asReseller } from '#lib/database/database.ts'
import { type ListPlace, readPlace, writePlace } from '#lib/database/list-place.ts'
import type { Storefront } from '#lib/storefront.ts'
import { addressDigest } from '#platform/order-link.ts'
import type { Wanted } from '#platform/order-words.ts'

/*
 * Which orders somebody of the staff means, from the words that the worker keeps (decision 0085). Every beginning of a
 * word is a range of the index (`beginning.ts`).
 */

/** Each is asked of core, so a page is what one looks at and not more. */
const ORDERS_A_PAGE = 20

export interface OrderIds {
  readonly ids: readonly string[]
  readonly nextCursor: string | null
}

type Parts = Pick<Storefront, 'database'> & { readonly environment: { readonly orderLinkSecret: string } }

/** The ids of orders that match, newest first; all of them for null. A cursor that is none begins anew. */
export async function searchOrders(
  resellerId: string,
  wanted: Wanted | null,
  cursor: string | undefined,
  { database, environment }: Parts,
): Promise<OrderIds> {
  const place = cursor === undefined ? null : readPlace(cursor)
  const matching = wanted && Prisma.sql`AND order_id IN (${matchesOf(resellerId, wanted, environment.orderLinkSecret)})`
  const rows = await asReseller(
    database,
    resellerId,
    (transaction) =>
      transaction.$queryRaw<ListPlace[]>`
        SELECT order_id AS "id", bought_at AS "at" FROM order_lookup
        WHERE reseller_id = ${resellerId} ${matching ?? Prisma.empty} ${olderThan(place)}
        ORDER BY bought_at DESC, order_id DESC LIMIT ${ORDERS_A_PAGE + 1}`,
  )
  const page = rows.slice(0, ORDERS_A_PAGE)
  const last = rows.length > ORDERS_A_PAGE ? page.at(-1) : undefined
  return { ids: page.map(({ id }) => id), nextCursor: last ? writePlace(last) : null }
}

const olderThan = (place: ListPlace | null): Prisma.Sql =>
  place ? Prisma.sql`AND (bought_at, order_id) < (${place.at}, ${place.id})` : Prisma.empty

function matchesOf(resellerId: string, wanted: Wanted, secret: string): Prisma.Sql {
  const of = (kind: string, which: Prisma.Sql) =>
    Prisma.sql`SELECT order_id FROM order_word WHERE reseller_id = ${resellerId} AND kind = ${kind} AND (${which})`
  if (wanted.by === 'mail') return of('mail', Prisma.sql`word = ${addressDigest(secret, resellerId, wanted.email)}`)
  const named = wanted.names.map((spellings) => of('name', Prisma.join(spellings.map(beginsWith), ' OR ')))
  const byName = Prisma.join(named, ' INTERSECT ')
  return wanted.code === null ? byName : Prisma.sql`(${byName}) UNION ${of('code', beginsWith(wanted.code))}`
}

const beginsWith = (word: string): Prisma.Sql => Prisma.sql`word >= ${word} AND word < ${behindAllFrom(word)}`
