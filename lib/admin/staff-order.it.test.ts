import { expect, it } from 'vitest'
import { freshDatabase } from '#dev/test/services.ts'
import { asReseller, openDatabase } from '#lib/database/database.ts'
import { fillTables, plansOf } from '#lib/database/query-plans.fixture.ts'
import { sentAgainKey } from '#lib/orders/send-again.ts'
import { whatHappened } from './staff-order.ts'

const resellerId = 'aurora'

it('what was mailed of an order is found by an index, among all the mail of its reseller', async () => {
  await using fresh = await freshDatabase()
  await fillTables(
    fresh,
    `INSERT INTO reseller (reseller_id) VALUES ('${resellerId}')`,
    `INSERT INTO mail (reseller_id, mail_id, dedupe_key, kind, recipient, locale, data)
      SELECT '${resellerId}', n, 'order.confirmed:' || md5(n::text), 'order.confirmed', n || '@example.com', 'en-GB', '{}'
      FROM generate_series(1, 20000) AS n`,
  )
  const plans = await plansOf(fresh, resellerId, (database) => whatHappened({ resellerId }, 'order-1', { database }))
  const [ofMail, ...others] = plans.filter((plan) => / on "?mail"?\b/.test(plan))
  expect(others).toEqual([])
  expect(ofMail).not.toContain('Seq Scan')
  expect(ofMail).not.toMatch(/Filter: .*dedupe_key/)
  expect(ofMail?.match(/Index Cond: .*dedupe_key/g)).toHaveLength(3)
})

it('it is the mail of that order and of no other, whatever its id is the beginning of', async () => {
  await using fresh = await freshDatabase()
  const database = openDatabase(fresh.url)
  try {
    await database.reseller.create({ data: { resellerId } })
    const keys = [
      ...['order.confirmed:o-1', `${sentAgainKey('o-1')}7`, 'show.tomorrow:o-1:2026-12-01T19:00:00Z'],
      ...['order.confirmed:o-10', `${sentAgainKey('o-10')}7`, 'show.tomorrow:o-10:2026-12-01T19:00:00Z'],
    ]
    const rest = { recipient: 'ada@example.com', locale: 'en-GB', data: {} }
    await asReseller(database, resellerId, (transaction) =>
      transaction.mail.createMany({
        data: keys.map((dedupeKey) => ({
          ...{ resellerId, mailId: dedupeKey, dedupeKey, kind: dedupeKey.split(':')[0] ?? '', ...rest },
        })),
      }),
    )
    const { mails } = await whatHappened({ resellerId }, 'o-1', { database })
    expect(mails.map(({ kind }) => kind).toSorted()).toEqual(['again', 'order.confirmed', 'show.tomorrow'])
  } finally {
    await database.$disconnect()
  }
})
