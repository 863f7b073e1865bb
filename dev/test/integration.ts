import { startServices } from '../services/all.ts'
import { runVitest } from './run-vitest.ts'
import { describeServices, TEST_SERVICES } from './running-services.ts'
import { scratchFolder } from './scratch-folder.ts'
import type { Verdict } from './step.ts'

/** The integration tests on servers of their own. `tellKafka` learns which Kafka that was. */
export async function integration(tellKafka: (provider: string) => void): Promise<Verdict> {
  using folder = scratchFolder()
  await using services = await startServices({ dataDir: folder.path, throwaway: true, say: console.log })
  tellKafka(services.kafka.provider)
  return await runVitest('integration', { ...process.env, [TEST_SERVICES]: JSON.stringify(describeServices(services)) })
}
