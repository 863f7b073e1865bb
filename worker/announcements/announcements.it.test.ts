import { expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import { freshDatabase } from '#dev/test/services.ts'
import { createLog } from '#platform/log.ts'
import { asReseller } from '../as-reseller.ts'
import { applyConfigEvents } from '../config-sync/config-store.ts'
import { openDatabase } from '../database.ts'
import { announceDue } from './announcements.ts'

const log = createLog('test', 'silent')
const notStopped = () => false
const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000)

it('publishes what has come due once, by several workers at a time, and nothing that is early, over or recalled', async () => {
  await using fresh = await freshDatabase()
  await using database = openDatabase(fresh.url)
  for (const resellerId of ['aurora', 'luna']) {
    const config = exampleConfig({ hosts: [`${resellerId}.example`] })
    const envelope = { id: `e-${resellerId}`, type: 'reseller.config' as const, at: '2026-11-01T10:00:00Z' }
    await applyConfigEvents(database, [{ ...envelope, resellerId, sequence: 1, live: { version: 1, config } }])
    const translations = { 'de-DE': 'Text' }
    const row = { resellerId, createdBy: 'Ada', text: 'T' }
    await asReseller(database, resellerId, (transaction) =>
      transaction.announcement.createMany({
        data: [
          {
            ...row,
            announcementId: `${resellerId}-due`,
            startsAt: ago(60),
            href: '/shows',
            until: ago(-60),
            language: 'en-GB',
            translations,
          },
          { ...row, announcementId: `${resellerId}-early`, startsAt: ago(-60) },
          { ...row, announcementId: `${resellerId}-over`, startsAt: ago(60), until: ago(1) },
          { ...row, announcementId: `${resellerId}-recalled`, startsAt: ago(60), recalledAt: ago(1) },
          { ...row, announcementId: `${resellerId}-told`, startsAt: ago(60), publishedAt: ago(60) },
        ],
      }),
    )
  }
  await Promise.all([1, 2, 3].map(() => announceDue(database, notStopped, log)))
  await announceDue(database, notStopped, log)
  for (const resellerId of ['aurora', 'luna']) {
    const rows = await asReseller(database, resellerId, (transaction) => transaction.outboxMessage.findMany())
    expect(rows).toMatchObject([
      {
        ...{
          resellerId,
          messageId: `${resellerId}-due`,
          stream: `public.promotional.${resellerId}`,
          event: 'promotional',
        },
        fields: {
          ...{ announcementId: `${resellerId}-due`, text: 'T', href: '/shows', until: expect.any(String) },
          ...{ language: 'en-GB', translations: { 'de-DE': 'Text' } },
        },
      },
    ])
  }
})

it('there is more to do at once behind a full page of resellers of whom some was published, and not behind any other', async () => {
  await using fresh = await freshDatabase()
  await using database = openDatabase(fresh.url)
  for (const resellerId of ['aurora', 'kite', 'luna']) {
    await database.reseller.create({ data: { resellerId } })
    await asReseller(database, resellerId, (transaction) =>
      transaction.announcement.create({
        data: { resellerId, announcementId: resellerId, createdBy: 'Ada', text: 'T', startsAt: ago(60) },
      }),
    )
  }
  const round = () => announceDue(database, notStopped, log, 2)
  expect([await round(), await round(), await round()]).toEqual([true, false, false])
})
