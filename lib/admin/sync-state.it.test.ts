import { expect, it } from 'vitest'
import { SyncState } from '#contracts/storefront.ts'
import { freshDatabase } from '#dev/test/services.ts'
import { openDatabase } from '#lib/database/database.ts'
import { readSyncState } from './sync-state.ts'

it('a refusal comes with its cause, and in English for pages of the version before', async () => {
  await using fresh = await freshDatabase()
  const database = openDatabase(fresh.url)
  try {
    const [resellerId, cause] = ['aurora', { of: 'hostTaken', host: 'a.example' }]
    const reason = 'version 2: host a.example belongs to another reseller'
    await database.configRejection.create({ data: { resellerId, version: 2, sequence: 1, reason, cause } })
    const { rejections } = SyncState.parse(await readSyncState({ database }, resellerId))
    expect(rejections).toMatchObject([{ version: 2, wasToBeLive: true, cause, reason }])
  } finally {
    await database.$disconnect()
  }
})
