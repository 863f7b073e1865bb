import { expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import { freshDatabase } from '#dev/test/services.ts'
import { openDatabase } from '#lib/database/database.ts'
import type { Site } from '#lib/reseller/site.ts'
import { liveBase } from './live-base.ts'

const host = 'aurora.localhost'
const inMemory: Site = {
  ...{ resellerId: 'aurora', version: 6, host, primaryHost: host },
  config: exampleConfig({ name: 'Six', hosts: [host] }),
}

it('versions are compared with what PostgreSQL has live, however far behind the process is', async () => {
  await using fresh = await freshDatabase()
  const database = openDatabase(fresh.url)
  try {
    const { resellerId } = inMemory
    const config = exampleConfig({ name: 'Eight', hosts: [host] })
    await database.reseller.create({ data: { resellerId } })
    await database.configVersion.create({ data: { resellerId, version: 8, config } })
    await database.configVersion.create({ data: { resellerId, version: 9, config: { of: 'a form of long ago' } } })
    const base = (liveVersion: number | null) => liveBase({ database }, inMemory, liveVersion)
    expect(await base(8)).toEqual({ version: 8, config })
    expect(await base(6)).toBe(inMemory)
    expect(await base(9), 'one that cannot be read').toBe(inMemory)
    expect(await base(null)).toBe(inMemory)
  } finally {
    await database.$disconnect()
  }
})
