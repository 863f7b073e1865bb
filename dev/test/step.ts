import { startChild } from '../services/child.ts'
import { explain } from '../services/clear-line.ts'
import type { Environment } from '../services/environment.ts'
import { run } from '../services/run.ts'
import { root } from '../system/programs.ts'
import { type Counts, oneFailed, onePassed, type StepOutcome } from './outcome.ts'

/** The longest takes a third of it, on the in-memory Kafka half; one that hangs must not take the whole run with it. */
const STEP_LIMIT_MS = 25 * 60_000

export interface Verdict {
  readonly counts: Counts
  readonly reason?: string
}

/** Runs one step and says what it is doing. A step that throws has failed; the run goes on. */
export async function step(name: string, act: () => Promise<Verdict>): Promise<StepOutcome> {
  console.log(`\n▸ ${name}`)
  const start = performance.now()
  const verdict = await act().catch((error: unknown): Verdict => {
    console.error(explain(error))
    return { counts: oneFailed, reason: 'see above' }
  })
  return { name, ms: performance.now() - start, ...verdict }
}

/** A check that is one program: it passed when that left with 0, and its words are worth reading only when not. */
export async function check(argv: readonly string[], env: Environment = process.env): Promise<Verdict> {
  const { status, output } = await run([process.execPath, ...argv], { cwd: root, env, limitMs: STEP_LIMIT_MS })
  if (status === 0) return { counts: onePassed }
  console.error(output.trimEnd())
  return { counts: oneFailed }
}

/** Runs a test runner whose words a person wants to follow. Answers its exit code, null when it was ended. */
export function follow(argv: readonly string[], env: Environment): Promise<number | null> {
  return new Promise((done, fail) => {
    const child = startChild([process.execPath, ...argv], {
      cwd: root,
      env,
      output: process.stdout.fd,
      lastSignal: 'TERM',
    })
    const limit = setTimeout(() => child.kill('SIGKILL'), STEP_LIMIT_MS)
    child.once('error', fail)
    child.once('exit', (code) => {
      clearTimeout(limit)
      done(code)
    })
  })
}
