import { startServices } from '../services/all.ts'
import { ClearLine, explain } from '../services/clear-line.ts'
import { describeServices, leaveNote, readNote, TEST_SERVICES } from './running-services.ts'
import { scratchFolder } from './scratch-folder.ts'

/**
 * `node dev/test/keep-services.ts` keeps servers running for integration tests while you work on them: every
 * `vitest --project integration` in this folder then starts at once. Ctrl-C stops them; their data is thrown away.
 */
const asked = new Promise<void>((stop) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop())
})
try {
  if (readNote()) throw new ClearLine('servers for tests run already in this folder; test runs use them')
  using folder = scratchFolder()
  await using services = await startServices({ dataDir: folder.path, throwaway: true, say: console.log })
  const described = describeServices(services)
  using _note = leaveNote(described)
  console.log(`${TEST_SERVICES}='${JSON.stringify(described)}'`)
  const alive = setInterval(() => {}, 60_000)
  await asked
  clearInterval(alive)
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
