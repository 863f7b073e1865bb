import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { emptyDatabase } from '#dev/test/services.ts'
import { createLog } from '#platform/log.ts'
import { createMetrics } from '#platform/ops.ts'
import { openDatabase } from '../../stand-in/database.ts'
import { createApp } from '../app.ts'
import { createDraft, publishVersion } from '../config-store.ts'

/** A reseller service of its own, listening, whose events go nowhere: what arrives by Kafka is the worker's to test. */
export interface ResellerServiceInTest extends AsyncDisposable {
  readonly url: string
  /** Drafts and publishes as if somebody else had done it. */
  draft(resellerId: string, config: ResellerConfig): Promise<number>
  publish(resellerId: string, version: number): Promise<void>
}

export async function startResellerServiceInTest(): Promise<ResellerServiceInTest> {
  const database = await emptyDatabase()
  const log = createLog('reseller-service-in-test', 'silent')
  const pool = await openDatabase(database.ownerUrl, new URL('../schema.sql', import.meta.url), log)
  const ops = { role: 'reseller-service', id: 'test', metrics: createMetrics('t'), readiness: () => ({ ready: true }) }
  const store = { pool, topic: 'reseller.config' }
  const app = createApp({ store, sender: { sendBatch: async () => [] }, log, ops })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    draft: async (resellerId, config) => (await createDraft(store, resellerId, config, 'somebody else')).version,
    publish: async (resellerId, version) => void (await publishVersion(store, resellerId, version)),
    async [Symbol.asyncDispose]() {
      await app.close()
      await pool.end()
      await database[Symbol.asyncDispose]()
    },
  }
}
