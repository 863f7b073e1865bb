import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { killChildren } from '../services/child.ts'
import { explain } from '../services/clear-line.ts'
import { takeRunLock } from '../start/run-lock.ts'
import { forgetPorts } from '../start/settings.ts'
import { stopSignal } from '../start/stop-signals.ts'
import { root } from '../system/programs.ts'
import { startTestSystem } from './start-test-system.ts'
import { SYSTEM, systemNote } from './system.ts'

/**
 * `node dev/test/keep-system.ts` keeps the built system up while you write browser tests: `playwright test` in this
 * folder finds it by its note. Ctrl-C stops it and throws its data away.
 */
forgetPorts()
try {
  const stop = stopSignal()
  const asked = new Promise((done) => stop.addEventListener('abort', done, { once: true }))
  using _lock = takeRunLock(join(root, '.data/test-run'), 'a test run')
  await using started = await startTestSystem(stop)
  mkdirSync(dirname(systemNote), { recursive: true })
  writeFileSync(systemNote, JSON.stringify(started.system))
  console.log(`\n${SYSTEM}='${JSON.stringify(started.system)}'\n`)
  await asked
} catch (error) {
  console.error(`✗ ${explain(error)}`)
  process.exitCode = 1
} finally {
  rmSync(systemNote, { force: true })
}
killChildren()
process.exit()
