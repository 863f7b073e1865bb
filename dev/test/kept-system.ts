import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { killChildren } from '../services/child.ts'
import { explain } from '../services/clear-line.ts'
import { takeRunLock } from '../start/run-lock.ts'
import { forgetPorts } from '../start/settings.ts'
import { stopSignal } from '../start/stop-signals.ts'
import { root } from '../system/programs.ts'
import { startTestSystem } from './start-test-system.ts'
import { SYSTEM, systemNote, type TestSystem } from './system.ts'

/** What `npm run keep-system` runs: the built system, kept until somebody ends it. */
forgetPorts()
try {
  const stop = stopSignal()
  const asked = new Promise((done) => stop.addEventListener('abort', done, { once: true }))
  using _lock = takeRunLock(join(root, '.data/test-run'), 'a test run')
  await using started = await startTestSystem(stop)
  using _note = leaveNote(started.system)
  console.log(`\n${SYSTEM}='${JSON.stringify(started.system)}'\n`)
  await asked
} catch (error) {
  console.error(`✗ ${explain(error)}`)
  process.exitCode = 1
}
killChildren()
process.exit()

/** Taken back by whoever left it: a second system, refused beside this one, must not take it along. */
function leaveNote(system: TestSystem): Disposable {
  mkdirSync(dirname(systemNote), { recursive: true })
  writeFileSync(systemNote, JSON.stringify(system))
  return { [Symbol.dispose]: () => rmSync(systemNote, { force: true }) }
}
