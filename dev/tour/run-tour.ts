import { mkdirSync, rmSync } from 'node:fs'
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

interface TourRun {
  readonly tour: Tour
  readonly stop: AbortSignal
  /** What is Playwright's, as in `npm run matrix -- --grep luna`. */
  readonly options: readonly string[]
  /** A folder of an earlier run, thrown away when this one begins: one that is refused leaves the other's results alone. */
  readonly replaces?: string | undefined
}

/**
 * Runs a tour against the kept system, or one that it starts.
 * @returns Playwright's exit code
 */
export async function runTour({ tour, stop, options, replaces }: TourRun): Promise<number> {
  const chromium = await findChromium(console.log)
  if ('missing' in chromium) throw new ClearLine(chromium.missing)
  const run = async (system: object) => {
    const env = { ...process.env, [SYSTEM]: JSON.stringify(system), CHROMIUM: chromium.path, TOUR: tour }
    const playwright = join(root, 'node_modules/@playwright/test/cli.js')
    if (replaces) {
      rmSync(replaces, { recursive: true, force: true })
      mkdirSync(replaces, { recursive: true })
    }
    return (await follow([playwright, 'test', `e2e/${tour}.spec.ts`, '--reporter=list', ...options], env)) ?? 1
  }
  const kept = findSystem()
  if (kept) return run(kept)
  using _lock = takeRunLock(join(root, '.data/test-run'), 'a test run')
  await using started = await startTestSystem(stop)
  return await run(started.system)
}
