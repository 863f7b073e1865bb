import { seconds } from '../system/steps.ts'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** What became of one step of a test run. A step that is one check counts as one test. */
export interface StepOutcome {
  readonly name: string
  readonly ms: number
  readonly counts: Counts
  /** Why something was skipped, or failed without a test to show for it. */
  readonly reason?: string
}

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 }
export const onePassed: Counts = { ...nothing, passed: 1 }
export const oneFailed: Counts = { ...nothing, failed: 1 }
export const oneSkipped: Counts = { ...nothing, skipped: 1 }

export function add(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    nothing,
  )
}

/** The closing lines of a run, with what it used. The very last one stands alone and is the same in every run, for tools to read. */
export function summary(outcomes: readonly StepOutcome[], used: Readonly<Record<string, string>>): string {
  const total = add(outcomes.map(({ counts }) => counts))
  return [
    '',
    ...outcomes.map(line),
    '',
    ...Object.entries(used).map(([what, which]) => `${what}: ${which}`),
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`,
  ].join('\n')
}

function line({ name, ms, counts, reason }: StepOutcome): string {
  const tests = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}`)
  const mark = counts.failed > 0 ? '✗' : counts.passed > 0 ? '✓' : '–'
  const what = [tests.join(', ') || 'no tests', ...(reason ? [reason] : [])].join(': ')
  return `  ${mark} ${name.padEnd(16)} ${seconds(ms).padStart(8)}  ${what}`
}
