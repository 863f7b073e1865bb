import { existsSync, readFileSync } from 'node:fs'
import type { Counts } from './outcome.ts'

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
export function countsOf(report: Counts | null, exitCode: number | null): Counts {
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const hidden = exitCode !== 0 && report.failed === 0
  return hidden ? { ...report, failed: 1 } : report
}

/** The JSON that a runner left, or null when it left none. */
export function readReport<Report>(file: string): Report | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null
}
