import { startServices } from '../services/all.ts'
import { forgetPorts } from '../start/settings.ts'
import { describeServices, readNote, TEST_SERVICES } from './running-services.ts'
import { scratchFolder } from './scratch-folder.ts'

/**
 * vitest runs this once around the integration tests. They learn the addresses from TEST_SERVICES (JSON), which the test
 * processes inherit; when it is set already, or keep-services.ts runs in this folder, those servers are used.
 */
export default async function startOnce(): Promise<(() => Promise<void>) | undefined> {
  forgetPorts()
  if (process.env[TEST_SERVICES]) return
  const kept = readNote()
  if (kept) {
    process.env[TEST_SERVICES] = JSON.stringify(kept)
    return
  }
  const folder = scratchFolder()
  const services = await startServices({ dataDir: folder.path, throwaway: true, say: console.log })
  process.env[TEST_SERVICES] = JSON.stringify(describeServices(services))
  return async () => {
    await services[Symbol.asyncDispose]()
    folder[Symbol.dispose]()
  }
}
