import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServices } from '../services/all.ts'
import type { Counts } from './outcome.ts'
import { runVitest } from './run-vitest.ts'
import { describeServices, TEST_SERVICES } from './running-services.ts'

/** The integration tests on servers of their own. `tellKafka` learns which Kafka that was. */
export async function integration(tellKafka: (provider: string) => void): Promise<{ counts: Counts }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'marquee-test-'))
  try {
    await using services = await startServices({ dataDir, throwaway: true, say: console.log })
    tellKafka(services.kafka.provider)
    return await runVitest('integration', {
      ...process.env,
      [TEST_SERVICES]: JSON.stringify(describeServices(services)),
    })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
