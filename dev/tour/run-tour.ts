import { join } from 'node:path'
import { ClearLine } from '../services/clear-line.ts'
import { takeRunLock } from '../start/run-lock.ts'
import { root } from '../system/programs.ts'
import { findChromium } from '../test/chromium.ts'
import { startTestSystem } from '../test/start-test-system.ts'
import { follow } from '../test/step.ts'
import { findSystem, SYSTEM } from '../test/system.ts'

/** The tours that are too long for `npm test`, by the tag of their tests. */
export type Tour = 'screenshots' | 'matrix'

/**
 * Runs a tour against the kept system, or one that it starts. `--grep` and whatever else is Playwright's may follow:
 * `npm run matrix -- --grep luna`.
 * @returns Playwright's exit code
 */
export async function runTour(tour: Tour, stop: AbortSignal, more: readonly string[]): Promise<number> {
  const chromium = await findChromium(console.log)
  if ('missing' in chromium) throw new ClearLine(chromium.missing)
  const run = async (system: object) => {
    const env = { ...process.env, [SYSTEM]: JSON.stringify(system), CHROMIUM: chromium.path, TOUR: tour }
    const playwright = join(root, 'node_modules/@playwright/test/cli.js')
    return (await follow([playwright, 'test', `e2e/${tour}.spec.ts`, '--reporter=list', ...more], env)) ?? 1
  }
  const kept = findSystem()
  if (kept) return run(kept)
  using _lock = takeRunLock(join(root, '.data/test-run'), 'a test run')
  await using started = await startTestSystem(stop)
  return await run(started.system)
}
