import { startServices } from '../services/all.ts'
import type { Counts } from './outcome.ts'
import { runVitest } from './run-vitest.ts'
import { describeServices, TEST_SERVICES } from './running-services.ts'
import { scratchFolder } from './scratch-folder.ts'

/** The integration tests on servers of their own. `tellKafka` learns which Kafka that was. */
export async function integration(tellKafka: (provider: string) => void): Promise<{ counts: Counts }> {
  using folder = scratchFolder()
  await using services = await startServices({ dataDir: folder.path, throwaway: true, say: console.log })
  tellKafka(services.kafka.provider)
  return await runVitest('integration', { ...process.env, [TEST_SERVICES]: JSON.stringify(describeServices(services)) })
}
