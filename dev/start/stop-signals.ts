import { killChildren } from '../services/child.ts'

/** Aborted by the first Ctrl-C (or its relatives). The second one ends this process and everything it started, at once. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController()
  const ask = () => {
    if (stop.signal.aborted) {
      killChildren()
      process.exit(130)
    }
    stop.abort(new Stopped('asked to stop'))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  return stop.signal
}

/** Not a failure: somebody asked for it. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}
