import { EnvironmentError } from './environment.ts'
import { createLog, type Log } from './log.ts'

/** What a program is given while it starts. Whatever it opens goes onto `resources`, which closes in reverse order. */
export interface Program {
  readonly log: Log
  readonly resources: AsyncDisposableStack
  /** Ends the program as if a signal had come, with exit code 1. For faults that nothing can repair from inside. */
  fail(error: unknown): void
}

/**
 * How long the rest of a start, and closing, may take before the process goes anyway. A node or balancer
 * spends DRAIN_MS of it on spreading its viewers' reconnects, 12 s by default and 20 s at most; orchestrators kill after 30 s.
 */
export const STOP_LIMIT_MS = 25_000

/**
 * Runs a program until SIGINT or SIGTERM: `start` opens everything, then the program waits, then everything closes.
 * A second signal, of either kind, ends it at once. An unhandled rejection is a fault of ours and ends it too.
 */
export async function runProgram(
  name: string,
  start: (program: Program) => Promise<void>,
  stopLimitMs = STOP_LIMIT_MS,
): Promise<void> {
  const log = createLog(name)
  const stop = Promise.withResolvers<{ reason: string; code: number }>()
  const fail = (error: unknown) => {
    log.fatal({ err: error }, 'cannot go on')
    stop.resolve({ reason: 'failure', code: 1 })
  }
  let signals = 0
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      signals += 1
      if (signals > 1) process.exit(1)
      stop.resolve({ reason: signal, code: 0 })
    })
  }
  process.on('unhandledRejection', fail)
  // Counted from here and not from when closing begins: the start may be what hangs.
  void stop.promise.then(({ reason, code }) => {
    log.info({ reason }, 'stopping')
    setTimeout(() => process.exit(code || 1), stopLimitMs).unref()
  })

  const resources = new AsyncDisposableStack()
  try {
    await start({ log, resources, fail })
  } catch (error) {
    if (error instanceof EnvironmentError) console.error(`${name}: ${error.message}`)
    else fail(error)
    stop.resolve({ reason: 'failed start', code: 1 })
  }
  const { code } = await stop.promise
  try {
    await resources.disposeAsync()
  } catch (error) {
    log.error({ err: error }, 'did not close cleanly')
    process.exit(1)
  }
  process.exit(code)
}
