import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServices } from '../services/all.ts'
import { describeServices, readNote, TEST_SERVICES } from './running-services.ts'

/**
 * vitest runs this once around the integration tests. They learn the addresses from TEST_SERVICES (JSON), which the test
 * processes inherit; when it is set already, or keep-services.ts runs in this folder, those servers are used.
 */
export default async function startOnce(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[TEST_SERVICES]) return
  const kept = readNote()
  if (kept) {
    process.env[TEST_SERVICES] = JSON.stringify(kept)
    return
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'marquee-test-'))
  const services = await startServices({ dataDir, throwaway: true, say: console.log })
  process.env[TEST_SERVICES] = JSON.stringify(describeServices(services))
  return async () => {
    await services[Symbol.asyncDispose]()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
