import { expect, it } from 'vitest'
import { freshDatabase } from '#dev/test/services.ts'
import type { Database } from '#lib/database/database.ts'
import { fillTables, plansOf } from '#lib/database/query-plans.fixture.ts'
import { readBelongings } from './belongings.ts'

const resellerId = 'aurora'
const PEOPLE = 20_000

it('what is kept about a person is found by an index, among all that a reseller has', async () => {
  await using fresh = await freshDatabase()
  await fillTables(
    fresh,
    `INSERT INTO reseller (reseller_id) VALUES ('${resellerId}')`,
    `INSERT INTO visit (reseller_id, order_id, customer_ref, show_id, code, tickets, recipient, show, starts_at)
      SELECT '${resellerId}', n, 'customer-' || n, 'night-train', n, 2, n || '@example.com', '{}', now()
      FROM generate_series(1, ${PEOPLE}) AS n`,
    `INSERT INTO waitlist_entry (reseller_id, entry_id, show_id, tier_id, email, quantity, locale, token)
      SELECT '${resellerId}', n, 'night-train', 'floor', n || '@example.com', 1, 'en-GB', n
      FROM generate_series(1, ${PEOPLE}) AS n`,
    `INSERT INTO mail (reseller_id, mail_id, dedupe_key, kind, recipient, locale, data)
      SELECT '${resellerId}', n, n, 'order.confirmed', n || '@Example.com', 'en-GB', '{}'
      FROM generate_series(1, ${PEOPLE}) AS n`,
  )
  const person = { customerRef: 'customer-7', email: '7@example.com', addressDigest: 'digest' }
  const plans = [
    ...(await plansOf(fresh, resellerId, (database) => readBelongings(database, resellerId, person))),
    ...(await plansOf(fresh, resellerId, (database) => mailsTo(database, person.email))),
  ]
  const indexOf = { visit: 'customer_ref', waitlist_entry: 'email', mail: 'recipient_lower' }
  for (const [table, column] of Object.entries(indexOf)) {
    const found = new RegExp(`on ${table} .*\n +Index Cond: .*reseller_id = .*${column} = `)
    expect(plans, table).toContainEqual(expect.stringMatching(found))
  }
})

/** By whatever spelling of the address; compared as `lower(recipient)` no index is of use, whatever it is made of. */
const mailsTo = (database: Database, email: string) => database.$queryRaw`
  SELECT kind FROM mail WHERE reseller_id = ${resellerId} AND recipient_lower = lower(${email})
  ORDER BY created_at DESC LIMIT 1001`
