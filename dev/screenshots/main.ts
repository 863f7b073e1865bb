import { join } from 'node:path'
import { killChildren } from '../services/child.ts'
import { ClearLine, explain } from '../services/clear-line.ts'
import { takeRunLock } from '../start/run-lock.ts'
import { forgetPorts } from '../start/settings.ts'
import { stopSignal } from '../start/stop-signals.ts'
import { root } from '../system/programs.ts'
import { findChromium } from '../test/chromium.ts'
import { startTestSystem } from '../test/start-test-system.ts'
import { follow } from '../test/step.ts'
import { findSystem, SYSTEM } from '../test/system.ts'

/** `npm run screenshots`: every page of every shop, on a phone and on a desk, into test-results/screenshots. */
forgetPorts()
try {
  process.exitCode = await takeScreenshots(stopSignal())
} catch (error) {
  console.error(`✗ ${explain(error)}`)
  process.exitCode = 1
}
killChildren()
process.exit()

async function takeScreenshots(stop: AbortSignal): Promise<number> {
  const chromium = await findChromium(console.log)
  if ('missing' in chromium) throw new ClearLine(chromium.missing)
  const kept = findSystem()
  if (kept) return shoot(chromium.path, kept)
  using _lock = takeRunLock(join(root, '.data/test-run'), 'a test run')
  await using started = await startTestSystem(stop)
  return await shoot(chromium.path, started.system)
}

async function shoot(chromium: string, system: object): Promise<number> {
  const env = { ...process.env, [SYSTEM]: JSON.stringify(system), CHROMIUM: chromium, SCREENSHOTS: 'yes' }
  const playwright = join(root, 'node_modules/@playwright/test/cli.js')
  const code = await follow([playwright, 'test', '--grep', '@screenshots', '--reporter=list'], env)
  console.log('\ntest-results/screenshots')
  return code ?? 1
}
