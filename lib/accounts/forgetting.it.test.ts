import pg from 'pg'
import { expect, it } from 'vitest'
import { freshDatabase } from '#dev/test/services.ts'

it('sessions and links that are over are forgotten at all resellers, and nothing that lives', async () => {
  await using database = await freshDatabase()
  const owner = new pg.Client(database.ownerUrl)
  const app = new pg.Client(database.url)
  await Promise.all([owner.connect(), app.connect()])
  for (const reseller of ['aurora', 'luna']) {
    await owner.query('INSERT INTO reseller (reseller_id) VALUES ($1)', [reseller])
    await owner.query(
      `INSERT INTO customer_account (reseller_id, account_id, customer_ref, email, name, email_verified, created_at) VALUES
       ($1, 'kept', 'ref-kept', 'kept@example.com', 'K', true, now() - interval '1 year'),
       ($1, 'new', 'ref-new', 'new@example.com', 'N', false, now() - interval '1 day'),
       ($1, 'never', 'ref-never', 'never@example.com', 'N', false, now() - interval '8 days')`,
      [reseller],
    )
    await owner.query(
      `INSERT INTO account_session (reseller_id, session_id, token, account_id, expires_at) VALUES
       ($1, 'open', 't1', 'kept', now() + interval '1 day'), ($1, 'over', 't2', 'kept', now() - interval '8 days')`,
      [reseller],
    )
  }
  expect((await app.query(`SELECT forget_ended_sessions(interval '7 days') AS gone`)).rows).toEqual([{ gone: '4' }])
  const left = await owner.query('SELECT account_id FROM customer_account ORDER BY reseller_id, account_id')
  expect(left.rows.map(({ account_id }) => account_id)).toEqual(['kept', 'new', 'kept', 'new'])
  expect((await owner.query('SELECT session_id FROM account_session')).rows).toEqual([
    { session_id: 'open' },
    { session_id: 'open' },
  ])
  await Promise.all([owner.end(), app.end()])
})
