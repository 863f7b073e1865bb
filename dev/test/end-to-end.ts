import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../system/programs.ts'
import { blamed } from './blamed.ts'
import { findChromium } from './chromium.ts'
import { oneFailed, oneSkipped } from './outcome.ts'
import { type PlaywrightReport, playwrightCounts, readReport, verdictOf } from './report-file.ts'
import { type StartedTestSystem, startTestSystem } from './start-test-system.ts'
import { follow, type Verdict } from './step.ts'
import { SYSTEM } from './system.ts'

/**
 * Playwright against the built system, through the edge where there is one; `tell` hears which. Without a browser it is
 * skipped, except in CI, where that is a failure. It fails, too, when a program died that nobody had killed.
 */
export async function endToEnd(cancelled: AbortSignal, tell: (edge: string) => void): Promise<Verdict> {
  const chromium = await findChromium(console.log)
  if ('missing' in chromium) return { counts: process.env.CI ? oneFailed : oneSkipped, reason: chromium.missing }
  const faults: string[] = []
  const blame = (fault: string) => {
    console.log(`  ✗ ${fault}`)
    faults.push(fault)
  }
  const verdict = await playwright(chromium.path, tell, () => startTestSystem(cancelled, blame))
  return blamed(verdict, faults)
}

async function playwright(
  chromium: string,
  tell: (edge: string) => void,
  startSystem: () => Promise<StartedTestSystem>,
): Promise<Verdict> {
  await using started = await startSystem()
  tell(started.system.edge)
  const file = join(root, 'test-results', 'end-to-end.json')
  rmSync(file, { force: true })
  const env = {
    ...process.env,
    [SYSTEM]: JSON.stringify(started.system),
    CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    // Playwright tells its own processes to colour, unless told otherwise in its own way.
    ...(process.stdout.isTTY ? {} : { FORCE_COLOR: '0' }),
  }
  const program = join(root, 'node_modules/@playwright/test/cli.js')
  const code = await follow([program, 'test', '--reporter=list,json', '--pass-with-no-tests'], env)
  const report = readReport<PlaywrightReport>(file)
  return verdictOf(report && playwrightCounts(report), code)
}
