import { existsSync, readFileSync } from 'node:fs'
import { type Counts, nothing } from './outcome.ts'
import type { Verdict } from './step.ts'

/** The parts that we read of vitest's JSON report. */
export interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests?: number
}

/** The parts that we read of Playwright's JSON report. A flaky test passed only at a second try, which is a failure here. */
export interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
}

export const vitestCounts = (report: VitestReport): Counts => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + (report.numTodoTests ?? 0),
})

export const playwrightCounts = ({ stats }: PlaywrightReport): Counts => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky,
  skipped: stats.skipped,
})

/**
 * What a runner's report and its exit code say together. A runner that failed with no failed test (a file that does not
 * load, a hook, a leaked error) counts as one failure; so does one that wrote no report.
 */
export function verdictOf(report: Counts | null, exitCode: number | null): Verdict {
  const counts = report ?? nothing
  if (exitCode === 0 && report) return { counts }
  const reason = exitCode === null ? 'it was ended before it was done' : undefined
  return { counts: counts.failed > 0 ? counts : { ...counts, failed: 1 }, ...(reason && { reason }) }
}

/** The JSON that a runner left, or null when it left none. */
export function readReport<Report>(file: string): Report | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null
}
